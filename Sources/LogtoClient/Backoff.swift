// How long to wait before sending again, spread so that many clients do not come back together.

/// Waiting times.
enum Backoff {
  /// 0.1 s doubled with each loss; the upper half of it is random.
  static func afterLoss(_ losses: Int, jitter: Double) -> Duration {
    spread(.milliseconds(100 << min(losses, 5)), jitter)
  }

  /// 1 s doubled with each 429 that does not say how long, at most 10 s: the span of the limit that Logto Cloud documents.
  static func afterRateLimit(_ limited: Int, jitter: Double) -> Duration {
    min(spread(.seconds(1 << min(limited, 4)), jitter), .seconds(10))
  }

  /// Up to 250 ms on top of a `Retry-After`, never less than it.
  static func spread(_ jitter: Double) -> Duration { .milliseconds(Int64(250 * jitter)) }

  private static func spread(_ duration: Duration, _ jitter: Double) -> Duration {
    duration / 2 + duration * (jitter / 2)
  }
}
