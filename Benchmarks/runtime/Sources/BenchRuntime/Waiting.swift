// So many scripts at once, each in one call that the tenant takes its time to answer.

import Foundation
import HTTPTransport
import LogtoClient
import LogtoLua
import Synchronization

struct Waiting {
  static let script = "return logto.get_user{ user_id = 'u1' }.id"

  let account: Account
  let count: Int

  /// In one runtime.
  func inRuntime() async throws -> String {
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: count))
    let runtime = LogtoRuntime(client: LogtoClient(account: account, transport: transport))
    // Once before: the token is there, libcurl and the catalogue are loaded.
    try Self.check(await runtime.run(Self.script))
    return try await measure {
      try await withThrowingTaskGroup { group in
        for _ in 0..<count { group.addTask { try Self.check(await runtime.run(Self.script)) } }
        try await group.waitForAll()
      }
    }
  }

  /// Each on a thread of its own, which waits with it.
  func onThreads() async throws -> String {
    try Self.check(await onThread())
    return try await measure {
      try await withThrowingTaskGroup { group in
        for _ in 0..<count { group.addTask { try Self.check(await onThread()) } }
        try await group.waitForAll()
      }
    }
  }

  private func onThread() async -> Outcome {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        let run = Run(RunConfiguration(clients: ClientSource(account)))
        continuation.resume(returning: run.execute(Array(Self.script.utf8), name: "script"))
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  private static func check(_ outcome: Outcome) throws {
    guard outcome.value == "u1" else { throw BenchError("a script failed: \(outcome.error?.message ?? "")") }
  }

  /// For example `1.08 8 24.1`: seconds, the most threads at any time, KiB a script at the most.
  private func measure(_ body: () async throws -> Void) async throws -> String {
    let before = try ProcessUse.now()
    let most = Mutex(before)
    let isOver = Atomic(false)
    let watch = Task {
      while !isOver.load(ordering: .relaxed) {
        let use = try ProcessUse.now()
        most.withLock { $0.raise(to: use) }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    let start = ContinuousClock.now
    try await body()
    let elapsed = ContinuousClock.now - start
    isOver.store(true, ordering: .relaxed)
    try await watch.value
    let use = most.withLock { $0 }
    let grown = Double(use.residentBytes - before.residentBytes) / 1024 / Double(count)
    return String(format: "%.2f %d %.1f", elapsed / .seconds(1), use.threads, grown)
  }
}
