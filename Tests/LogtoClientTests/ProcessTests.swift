// One token file and many processes.

import Synchronization
import TestSupport
import Testing

@testable import LogtoClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite(.serialized, .timeLimit(.minutes(2))) struct ProcessTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A tenant whose tokens live for so many seconds.
  private func tenant(lifetime: Int) throws -> FaultServer {
    try FaultServer { connection in
      while let request = connection.readRequest() {
        connection.answer(
          200, headers: [("Content-Type", "application/json")],
          body: request.target == "/oidc/token"
            ? #"{"access_token":"token-0","expires_in":\#(lifetime),"token_type":"Bearer","scope":"all"}"# : "[]")
      }
    }
  }

  private func tokenRequests(_ server: FaultServer) -> Int { server.received.count { $0.target == "/oidc/token" } }

  /// Starts the probe, which lies beside this test's own binary.
  private func start(_ server: FaultServer, count: Int) throws -> pid_t {
    let own = try #require(Self.ownPath)
    let probe = own[..<(try #require(own.lastIndex(of: "/")))] + "/ClientProbe"
    var words: [UnsafeMutablePointer<CChar>?] = [String(probe), server.url, folder.path, String(count)].map {
      (word: String) in strdup(word)
    }
    words.append(nil)
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/output", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var child = pid_t()
    try #require(posix_spawn(&child, String(probe), &actions, nil, words, environ) == 0)
    return child
  }

  /// This test's binary; known on Linux alone.
  private static var ownPath: String? {
    realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  }

  private func status(of child: pid_t) -> Int32 {
    var status: Int32 = -1
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  @Test func `50 processes started together ask for one token`() throws {
    let server = try tenant(lifetime: 3600)
    let children = try (0..<50).map { _ in try start(server, count: 1) }
    for child in children { #expect(status(of: child) == 0) }
    #expect(tokenRequests(server) == 1)
    #expect(server.received.count == 51)
    let output = String(decoding: Files.read(folder.path + "/output") ?? [], as: UTF8.self)
    #expect(output == String(repeating: "200\n", count: 50))
    Secrets.expectNone(in: output)
    server.stop()
  }

  @Test func `after each of 500 kills at random moments the file reads`() throws {
    // A token that has ended when it comes: the probe writes the file without a pause.
    let server = try tenant(lifetime: 30)
    let account = try Account.machine(endpoint: server.url, appID: "probe", appSecret: "x")
    let file = TokenFile(directory: folder.path, account: account)
    while status(of: try start(server, count: 1)) != 0 {}
    try #require(file.read() != nil)
    var unreadable = 0
    for _ in 0..<100 {
      let children = try (0..<5).map { _ in try start(server, count: 0) }
      let before = tokenRequests(server)
      for (index, child) in children.enumerated() {
        // As many writes as it takes to be at another place each time.
        while tokenRequests(server) < before + 1 + Int.random(in: 0...(2 + index)) { sched_yield() }
        kill(child, SIGKILL)
        _ = status(of: child)
        if file.read() == nil { unreadable += 1 }
      }
    }
    #expect(unreadable == 0)
    server.stop()
  }
}
