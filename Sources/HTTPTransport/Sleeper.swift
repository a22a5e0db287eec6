// A task that sleeps on the loop.

/// One call of `sleep(until:)`.
///
/// Unchecked: handed over to the loop's thread, which alone touches what can change. (The continuation is set before.)
final class Sleeper: @unchecked Sendable {
  let instant: Tick
  /// Gets true when the time has come, false when the task was cancelled.
  var continuation: UnsafeContinuation<Bool, Never>?
  var timer: Timer?
  var isCancelled = false

  init(_ instant: Tick) {
    self.instant = instant
  }
}
