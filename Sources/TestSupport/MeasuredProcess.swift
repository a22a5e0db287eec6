// Runs a program as a newcomer would, and measures what it used.

import Dispatch

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

/// A process that has ended, with what the kernel says that it used.
public struct MeasuredProcess: Sendable {
  /// The command that was built beside the tests: above the runner, or the bundle that it loaded.
  public static let command: String = {
    var folder =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    while !folder.isEmpty {
      folder = String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
      if FileManager.default.isExecutableFile(atPath: folder + "/logto-lua") { break }
    }
    return folder + "/logto-lua"
  }()

  /// The exit code; 128 + the signal's number where a signal ended it.
  public let status: Int32
  public let output: [UInt8]
  public let errors: [UInt8]
  public let elapsed: Duration
  /// The largest resident set, in bytes.
  public let peakMemory: Int

  public struct Failure: Error {
    public let message: String
  }

  /// Runs a program with its output in files (a pipe's reader would be one more thing to be overrun). A process that
  /// outlives `killAfter` is killed.
  ///
  /// - Parameters:
  ///   - environment: variables besides `PATH` and a `HOME` of its own.
  ///   - input: what standard input holds.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    killAfter: Duration
  ) async throws -> MeasuredProcess {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try runBlocking(path, arguments, environment, input, killAfter: killAfter) })
      }
    }
  }

  private static func runBlocking(
    _ path: String, _ arguments: [String], _ variables: [String: String], _ input: [UInt8], killAfter: Duration
  ) throws -> MeasuredProcess {
    let folder = FileManager.default.temporaryDirectory.path + "/attack-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    try Data(input).write(to: URL(filePath: folder + "/input"))
    posix_spawn_file_actions_addopen(&actions, 0, folder + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder + "/errors", O_WRONLY | O_CREAT, 0o600)

    var argv = strings([path] + arguments)
    var environment = strings(
      ["PATH=/usr/bin:/bin", "HOME=\(folder)"] + variables.map { "\($0.key)=\($0.value)" })
    defer { for text in argv + environment { free(text) } }

    let start = ContinuousClock.now
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, nil, &argv, &environment)
    guard code == 0 else { throw Failure(message: "cannot start \(path): \(String(cString: strerror(code)))") }
    let child = pid
    let killer = DispatchWorkItem { kill(child, SIGKILL) }
    let (seconds, attoseconds) = killAfter.components
    DispatchQueue.global().asyncAfter(
      deadline: .now() + Double(seconds) + Double(attoseconds) / 1e18, execute: killer)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) == -1 && errno == EINTR {}
    let elapsed = ContinuousClock.now - start
    killer.cancel()

    #if canImport(Darwin)
    let peak = Int(usage.ru_maxrss)
    #else
    let peak = Int(usage.ru_maxrss) << 10
    #endif
    return MeasuredProcess(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F,
      output: Array(FileManager.default.contents(atPath: folder + "/output") ?? Data()),
      errors: Array(FileManager.default.contents(atPath: folder + "/errors") ?? Data()),
      elapsed: elapsed, peakMemory: peak)
  }
}

/// C strings, and NULL behind them; each is the caller's to free.
private func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
  texts.map { text in strdup(text) } + [nil]
}

/// Lets at most so many tasks through at a time.
public actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  public init(places: Int) { free = places }

  public func pass<R: Sendable>(_ body: @Sendable () async throws -> R) async rethrows -> R {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    defer { leave() }
    return try await body()
  }

  private func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
