// A tenant that says when it is called.

import TestSupport

/// A server that gives tokens; every other request is left without an answer, or answered with an empty list, and made
/// known.
final class CalledTenant: Sendable {
  let server: FaultServer
  private let calls: AsyncStream<Void>
  private let call: AsyncStream<Void>.Continuation

  init(answers: Bool = false) throws {
    let (calls, call) = AsyncStream.makeStream(of: Void.self)
    (self.calls, self.call) = (calls, call)
    server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target.hasPrefix("/oidc") {
          connection.answerToken()
        } else {
          if answers { connection.answerJSON("[]") }
          call.yield()
          connection.waitForEnd()
          return
        }
      }
    }
  }

  /// Does `interrupt` when the first call has come, while `run` goes on; where `run` ends without a call, it is not done.
  func duringCall<R: Sendable>(
    of run: @escaping @Sendable () async throws -> R, interrupt: () -> Void
  ) async throws -> R {
    let running = Task {
      defer { call.finish() }
      return try await run()
    }
    for await _ in calls {
      interrupt()
      break
    }
    return try await running.value
  }
}
