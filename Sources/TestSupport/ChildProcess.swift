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

  /// Starts a command, found along PATH.
  ///
  /// - Throws: ``MeasuredProcess/Failure`` where it does not start.
  public init(_ command: String, _ arguments: [String]) throws {
    (pid, input, output) = try Self.oneAtATime.withLock { _ in try Self.start(command, arguments) }
  }

  /// Between the making of a pipe and its mark no other child may be started, which would hold it open.
  private static let oneAtATime = Mutex(())

  private static func start(_ command: String, _ arguments: [String]) throws -> (pid_t, CInt, CInt) {
    let toChild = try Descriptor.pipe()
    let fromChild = try Descriptor.pipe()
    defer {
      close(toChild.reading)
      close(fromChild.writing)
    }
    var spawn = Spawn(command, arguments, environment: [:])
    spawn.copy(toChild.reading, to: 0)
    spawn.copy(fromChild.writing, to: 1)
    spawn.open(2, "/dev/null", O_WRONLY)
    spawn.letsSignalsThrough()
    do {
      return (try spawn.start(), toChild.writing, fromChild.reading)
    } catch {
      close(toChild.writing)
      close(fromChild.reading)
      throw error
    }
  }

  deinit {
    close(input)
    close(output)
  }

  /// What has come from its standard output, at least one byte; empty when that has ended.
  public func read() -> [UInt8] { Descriptor.read(output) }

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
  public func write(_ bytes: [UInt8]) { Descriptor.write(bytes, to: input) }

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

// The system's function by a name that the method does not hide.
private let systemKill = kill(_:_:)
