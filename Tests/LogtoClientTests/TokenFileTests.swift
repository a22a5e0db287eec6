import HTTPTransport
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

@Suite struct TokenFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var storage: TokenStorage { .files(directory: folder.path + "/cache/tokens") }
  private let read = APIRequest(.get, "/api/users")

  private func file(_ account: Account) -> TokenFile {
    TokenFile(directory: folder.path + "/cache/tokens", account: account)
  }

  private func client(
    _ account: Account? = nil, _ script: @escaping FakeTransport.Script = { _, _ in .json(200, "[]") }
  ) throws -> (LogtoClient, FakeTransport) {
    let storage = storage
    return try FakeTransport.client(account, options: { $0.tokenStorage = storage }, tenant: script)
  }

  @Test func `a second process finds the token of the first`() async throws {
    let (first, _) = try client()
    _ = try await first.send(read)
    let (second, fake) = try client()
    _ = try await second.send(read)
    #expect(fake.tokenRequests.isEmpty)
    #expect(fake.calls[0].headers["Authorization"] == "Bearer token-0")
  }

  @Test func `the file is its owner's alone`() async throws {
    let (client, _) = try client()
    _ = try await client.send(read)
    let path = try file(.test()).path
    #expect(folder.mode(path) == 0o600)
    #expect(folder.mode(folder.path + "/cache/tokens") == 0o700)
  }

  @Test func `other endpoints, applications and resources have files of their own`() throws {
    let accounts = [
      try Account.test(), try .test(endpoint: "http://127.0.0.1:3002"), try .test(resource: "https://x.logto.app/api"),
      try .machine(endpoint: "http://127.0.0.1:3001", appID: "other", appSecret: "x"),
    ]
    #expect(Set(accounts.map { file($0).path }).count == 4)
  }

  @Test func `a file that repeats other names than its account's is not used`() throws {
    let account = try Account.test()
    let other = try Account.test(endpoint: "http://127.0.0.1:3002")
    file(other).write(AccessToken(value: Secret("token-0"), expires: 9e9))
    try PrivateFile.replace(file(account).path, with: PrivateFile.read(file(other).path, most: 10000), durable: false)
    #expect(file(account).read() == nil)
    #expect(file(other).read()?.expires == 9e9)
  }

  @Test(arguments: ["", "{", "nonsense", "[]", "{}", #"{"version":1}"#, "\u{0}\u{0}\u{0}"])
  func `a damaged file is dropped and replaced`(_ text: String) async throws {
    let path = try file(.test()).path
    try PrivateFile.makeDirectory(folder.path + "/cache/tokens")
    try PrivateFile.replace(path, with: Array(text.utf8), durable: false)
    let (client, fake) = try client()
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 1)
    #expect(try file(.test()).read()?.value == Secret("token-0"))
  }

  @Test func `a file that others can read is not trusted`() async throws {
    let path = try file(.test()).path
    try file(.test()).write(AccessToken(value: Secret("stolen"), expires: 9e9))
    chmod(path, 0o644)
    let (client, fake) = try client()
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 1)
    #expect(folder.mode(path) == 0o600)
  }

  @Test func `a token that has almost ended is not used`() async throws {
    try file(.test()).write(AccessToken(value: Secret("old"), expires: FakeClock.epoch + 59))
    let (client, fake) = try client()
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 1)
  }

  @Test func `a token of the file that is refused is replaced there too`() async throws {
    try file(.test()).write(AccessToken(value: Secret("revoked"), expires: 9e9))
    let (client, fake) = try client { request, _ in
      request.headers["Authorization"] == "Bearer token-0" ? .json(200, "[]") : .json(401, "{}")
    }
    let answer = try await client.send(read)
    #expect(answer.retries == 1 && fake.tokenRequests.count == 1)
    #expect(try file(.test()).read()?.value == Secret("token-0"))
  }

  @Test func `a directory that cannot be written costs nothing but the sharing`() async throws {
    let path = folder.path + "/plain"
    try PrivateFile.replace(path, with: [], durable: false)
    let (client, fake) = try FakeTransport.client(
      options: { $0.tokenStorage = .files(directory: path + "/tokens") }, tenant: { _, _ in .json(200, "[]") })
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 1)
  }

  @Test func `fifty that start together ask for one token`() async throws {
    let storage = storage
    let asked = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          var options = ClientOptions()
          options.tokenStorage = storage
          let client = LogtoClient(account: try .test(), transport: CountingTransport(asked), options: options)
          _ = try await client.send(APIRequest(.get, "/api/users"))
        }
      }
      try await group.waitForAll()
    }
    #expect(asked.count.withLock { $0 } == 1)
  }

  @Test func `the lock excludes others until it is released`() async throws {
    let fake = FakeTransport { _, _ in .json(200, "") }
    let path = folder.path + "/x.lock"
    let soon = fake.clock.clock.now() + .seconds(1)
    let first = await FileLock.acquire(path, until: soon, sleeper: fake, clock: fake.clock.clock)
    let firstHolds = first != nil
    #expect(firstHolds)
    let second = await FileLock.acquire(path, until: soon, sleeper: fake, clock: fake.clock.clock)
    let secondHolds = second != nil
    #expect(!secondHolds)
    first?.release()
    let later = fake.clock.clock.now() + .seconds(1)
    let third = await FileLock.acquire(path, until: later, sleeper: fake, clock: fake.clock.clock)
    let thirdHolds = third != nil
    #expect(thirdHolds)
  }
}

final class Counter: Sendable {
  let count = Mutex(0)
}

/// Gives a token and counts; sleeps for real, as other processes would.
final class CountingTransport: HTTPTransport, Sendable {
  private let tokens: Counter

  init(_ tokens: Counter) {
    self.tokens = tokens
  }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    guard request.isToken else { return .json(200, "[]") }
    tokens.count.withLock { $0 += 1 }
    return .token("token-0")
  }
}

/// A folder for one test, and the modes of what is in it.
struct TemporaryFolder {
  let path: String

  init() throws { path = try Temporary.folder("client") }

  func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}
