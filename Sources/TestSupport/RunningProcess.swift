// A program that runs beside a test, which may send it signals.

import Dispatch
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A process that was started. Its output goes to files (a pipe's reader would be one more thing to be overrun).
public final class RunningProcess: Sendable {
  private let id: pid_t
  private let folder: String
  private let start: ContinuousClock.Instant
  /// Guards the process's number, which is another's once the process was waited for.
  private let isOver = Mutex(false)

  /// - Parameters:
  ///   - environment: variables besides `PATH` and a `HOME` of its own.
  ///   - input: what standard input holds.
  ///   - killAfter: a process that outlives this is killed.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    killAfter: Duration
  ) throws {
    folder = try Temporary.folder("process")
    try Data(input).write(to: URL(filePath: folder + "/input"))
    var spawn = Spawn(path, arguments, environment: ["HOME": folder].merging(environment) { $1 })
    spawn.open(0, folder + "/input", O_RDONLY)
    spawn.open(1, folder + "/output", O_WRONLY | O_CREAT)
    spawn.open(2, folder + "/errors", O_WRONLY | O_CREAT)
    start = .now
    id = try spawn.start()
    DispatchQueue.global().asyncAfter(deadline: .now() + killAfter / .seconds(1)) { self.signal(SIGKILL) }
  }

  /// Sends a signal, unless the process is over.
  public func signal(_ number: Int32) {
    isOver.withLock { if !$0 { kill(id, number) } }
  }

  /// Waits for the end. To be called once.
  public func end() async throws -> MeasuredProcess {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: self.waitForEnd()) }
    }
  }

  private func waitForEnd() -> MeasuredProcess {
    let (status, usage) = waitFor(id, marking: isOver)
    let elapsed = ContinuousClock.now - start
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #if canImport(Darwin)
    let peak = Int(usage.ru_maxrss)
    #else
    let peak = Int(usage.ru_maxrss) << 10
    #endif
    return MeasuredProcess(
      status: status, output: Array(FileManager.default.contents(atPath: folder + "/output") ?? Data()),
      errors: Array(FileManager.default.contents(atPath: folder + "/errors") ?? Data()),
      elapsed: elapsed, cpu: duration(usage.ru_utime) + duration(usage.ru_stime), peakMemory: peak)
  }
}

private func duration(_ time: timeval) -> Duration {
  .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
}

/// Waits for a process; `isOver` is set before its number is given back to the system.
///
/// - Returns: the exit code, or 128 + the number of the signal that ended it.
func waitFor(_ id: pid_t, marking isOver: borrowing Mutex<Bool>) -> (status: Int32, usage: rusage) {
  var info = siginfo_t()
  while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
  var status: Int32 = 0
  var usage = rusage()
  isOver.withLock { isOver in
    while wait4(id, &status, 0, &usage) == -1 && errno == EINTR {}
    isOver = true
  }
  return (status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F, usage)
}
