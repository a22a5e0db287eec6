// A command that runs beside a test, with pipes to it: posix_spawn, since Foundation's `Process` waits on run loops that
// nobody turns, and reads beyond a buffer of its own.

import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A running command. Its standard error goes nowhere.
public final class ChildProcess: Sendable {
  public let pid: pid_t
  /// The write end of its standard input.
  public let input: CInt
  /// The read end of its standard output.
  public let output: CInt

  public struct DidNotStart: Error {
    public let command: String
    public let code: CInt
  }

  /// Starts a command, found along PATH.
  ///
  /// - Throws: ``DidNotStart``.
  public init(_ command: String, _ arguments: [String]) throws {
    (pid, input, output) = try Self.oneAtATime.withLock { _ in try Self.start(command, arguments) }
  }

  /// Between the making of a pipe and its mark no other child may be started, which would hold it open.
  private static let oneAtATime = Mutex(())

  private static func start(_ command: String, _ arguments: [String]) throws -> (pid_t, CInt, CInt) {
    let toChild = pipeEnds()
    let fromChild = pipeEnds()
    defer {
      close(toChild.read)
      close(fromChild.write)
    }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, toChild.read, 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild.write, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // The thread that starts it may hold signals back.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var argv: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { text in strdup(text) } + [nil]
    defer { for text in argv { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, command, &actions, &attributes, &argv, environ)
    guard code == 0 else {
      close(toChild.write)
      close(fromChild.read)
      throw DidNotStart(command: command, code: code)
    }
    return (child, toChild.write, fromChild.read)
  }

  deinit {
    close(input)
    close(output)
  }

  /// Ends that no other child inherits.
  private static func pipeEnds() -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// What has come from its standard output, at least one byte; empty when that has ended.
  public func read() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      while true {
        let size = systemRead(output, buffer.baseAddress, buffer.count)
        if size < 0 && errno == EINTR { continue }
        count = max(size, 0)
        return
      }
    }
  }

  /// All of its standard output, up to the end.
  public func readToEnd() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let more = read()
      if more.isEmpty { return all }
      all += more
    }
  }

  /// Writes to its standard input.
  public func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let size = rest.withUnsafeBytes { systemWrite(input, $0.baseAddress, $0.count) }
      if size < 0 && errno == EINTR { continue }
      if size <= 0 { return }
      rest = rest.dropFirst(size)
    }
  }

  /// Waits for its end, once. Returns the exit code; 128 + the signal's number where a signal ended it.
  @discardableResult
  public func wait() -> CInt {
    var status: CInt = 0
    while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  /// Ends it at once, and waits for that.
  public func kill() {
    _ = systemKill(pid, SIGKILL)
    wait()
  }
}

// The functions of the system by names that the methods do not hide.
private let systemRead = read(_:_:_:)
private let systemWrite = write(_:_:_:)
private let systemKill = kill(_:_:)
