// Keeps all calls of one tenant within its rate limit, by letting them wait their turn.

import HTTPTransport
import Synchronization

/// One tenant's rate limit, shared by everything in this process that calls the tenant.
///
/// Calls wait in the order in which they came; one whose turn would come after its deadline fails at once. A 429 of
/// the tenant holds everything back for as long as it says.
public final class RateGovernor: Sendable {
  // Guards the places given out and the pause.
  private let window: Mutex<RateWindow>

  /// - Parameter limit: `nil` lets everything through until the tenant answers 429.
  public init(limit: RateLimit?) {
    window = Mutex(RateWindow(limit: limit))
  }

  /// The limit in force.
  public var limit: RateLimit? { window.withLock { $0.limit } }

  /// Takes over a limit where it lets fewer requests through than the one in force.
  func restrict(to limit: RateLimit?) {
    window.withLock { $0.restrict(to: limit) }
  }

  /// Takes the next place; see ``RateWindow/take(now:deadline:)``.
  func take(now: ContinuousClock.Instant, deadline: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    window.withLock { $0.take(now: now, deadline: deadline) }
  }

  /// Where a pause began after the place was given, its end.
  func pause(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    window.withLock { $0.pausedUntil.flatMap { $0 > now ? $0 : nil } }
  }

  func pause(until instant: ContinuousClock.Instant) {
    window.withLock { $0.pause(until: instant) }
  }
}
