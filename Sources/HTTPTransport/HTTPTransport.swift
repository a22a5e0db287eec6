// The seam between the client and the network: a service that embeds the client can put its own HTTP stack here.

/// Sends requests, each exactly once.
///
/// An implementation never follows a redirect, never sends again, keeps no cookies, and throws for anything but a
/// complete answer. Cancelling the task that sends ends the exchange soon (reason `.cancelled`).
public protocol HTTPTransport: Sendable {
  /// Sends the request once, and gives the whole answer.
  ///
  /// - Throws: ``HTTPFailure``, whose `sent` says whether the server may have seen the request.
  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse

  /// Waits until then, or throws as soon as the task is cancelled. In the protocol so that a loop can wait on its own
  /// thread, and tests need not wait at all.
  func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError)
}

/// A transport that can send for somebody who is no task: what waits is then the request alone.
package protocol DirectTransport: HTTPTransport {
  /// Sends the request once.
  ///
  /// - Parameter done: called once, on the transport's thread or, for a request that cannot be sent, on the caller's.
  /// - Returns: what ends the exchange soon, from any thread.
  func start(
    _ request: HTTPRequest, _ done: @escaping @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void
  ) -> @Sendable () -> Void
}

extension HTTPTransport {
  public func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {
    do {
      try await ContinuousClock().sleep(until: instant)
    } catch {
      throw CancellationError()
    }
  }
}
