// Runs a program as a newcomer would, and measures what it used.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
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
  /// CPU time, of all its threads, in user and in kernel mode.
  public let cpu: Duration
  /// The largest resident set, in bytes.
  public let peakMemory: Int

  public struct Failure: Error {
    public let message: String
  }

  /// Runs a program to its end; see ``RunningProcess``.
  public static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    killAfter: Duration
  ) async throws -> MeasuredProcess {
    try await RunningProcess(path, arguments, environment: environment, input: input, killAfter: killAfter).end()
  }
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
