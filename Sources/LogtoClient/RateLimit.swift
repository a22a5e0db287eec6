// How many requests a tenant takes.

/// A number of requests in a span of time.
public struct RateLimit: Sendable, Hashable {
  /// At least 1.
  public let requests: Int
  /// The span that they are counted in.
  public let span: Duration

  /// So many requests in any span of that length.
  public init(requests: Int, per span: Duration) {
    self.requests = max(1, requests)
    self.span = span
  }

  /// Whether fewer requests a second are let through than by the other; no limit lets all through.
  func isStricter(than other: RateLimit?) -> Bool {
    guard let other else { return true }
    return span / .seconds(1) * Double(other.requests) > other.span / .seconds(1) * Double(requests)
  }

  /// 200 requests in 10 seconds: what Logto Cloud documents for a tenant.
  public static let cloud = RateLimit(requests: 200, per: .seconds(10))
}
