// The measurement itself.

import Foundation
import HTTPTransport
import Synchronization

/// So many requests, one after the other, over one connection.
struct SequentialRun {
  let url: String
  let count: Int

  struct WrongAnswer: Error {}

  /// For example `39.8 1`: microseconds a request, threads of this process.
  func measure() throws -> String {
    let transport = CurlTransport(driver: .caller)
    let outcome = Mutex<Result<Duration, any Error>?>(nil)
    let request = HTTPRequest(
      .get, url,
      headers: [
        "Authorization": "Bearer 0123456789abcdef0123456789abcdef", "Accept": "application/json",
      ])
    Task(executorPreference: transport) {
      do {
        let elapsed = try await run(request, on: transport)
        outcome.withLock { $0 = .success(elapsed) }
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
    }
    transport.drive(until: { outcome.withLock { $0 != nil } })
    guard let elapsed = try outcome.withLock({ try $0?.get() }) else { throw WrongAnswer() }
    let microseconds = elapsed / .microseconds(1) / Double(count)
    return String(format: "%.2f %d", microseconds, threadCount())
  }

  private func run(_ request: HTTPRequest, on transport: CurlTransport) async throws -> Duration {
    for _ in 0..<50 { _ = try await transport.send(request) }
    let start = ContinuousClock.now
    for _ in 0..<count {
      let answer = try await transport.send(request)
      guard answer.status == 200, answer.body.count == 370 else { throw WrongAnswer() }
    }
    return .now - start
  }

  private func threadCount() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task"))?.count ?? 0
  }
}
