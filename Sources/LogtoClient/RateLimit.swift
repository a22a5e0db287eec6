// How many requests a tenant takes.

/// A number of requests in a span of time.
public struct RateLimit: Sendable, Hashable {
  /// At least 1.
  public let requests: Int
  public let span: Duration

  public init(requests: Int, per span: Duration) {
    self.requests = max(1, requests)
    self.span = span
  }

  /// 200 requests in 10 seconds: what Logto Cloud documents for a tenant.
  public static let cloud = RateLimit(requests: 200, per: .seconds(10))
}
