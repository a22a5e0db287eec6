import LogtoClient

/// A call under way, with what is written down about it once it is over.
///
/// An object, since what scripts wait for is copied often.
final class PendingCall {
  let request: CallRequest
  /// Its place among all calls of the run.
  let number: Int
  let begun: ContinuousClock.Instant
  /// Answered by the gate, without the tenant.
  let isPlanned: Bool
  let started: StartedCall

  init(_ request: CallRequest, number: Int, begun: ContinuousClock.Instant, isPlanned: Bool, started: StartedCall) {
    self.request = request
    self.number = number
    self.begun = begun
    self.isPlanned = isPlanned
    self.started = started
  }

  var call: PreparedCall { request.call }
  var isOver: Bool { started.isOver }

  /// The client ends the exchange soon; a write that is on its way is waited for within its grace.
  func cancel() { started.cancel() }
}
