// A request, whole: handlers are called when its body has arrived.

/// One request as it came in.
public struct ServerRequest: Sendable {
  /// The method, as sent (`GET`).
  public let method: String
  /// The request target as sent: path and query with their escapes.
  public let target: String
  /// The headers in the order in which they came.
  public let headers: [ServerHeader]
  /// The body, at most `ServerConfiguration.bodyLimit` bytes. Empty where there is none.
  public let body: [UInt8]
  /// The segments of the path, decoded: `/api/users/a%2Fb` is `["api", "users", "a/b"]`.
  public let pathSegments: [String]
  /// The pairs of the query, decoded, in order.
  public let query: [(name: String, value: String)]
  /// What the placeholders of the route stood for: `{userId}` of `/api/users/{userId}`.
  public let captures: [String: String]

  /// The path as sent, without the query.
  public var path: Substring { target.prefix { $0 != "?" } }

  /// The value of the first header of that name.
  public func header(_ name: String) -> String? { headers.value(of: name) }

  /// The value of the first query pair of that name.
  public func queryValue(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// A request target taken apart. Broken escapes and NULs make it no target at all.
struct RequestTarget: Sendable {
  let segments: [String]
  let query: [(name: String, value: String)]

  init?(_ target: String) {
    guard target.utf8.first == 0x2F, !target.utf8.contains(0x23) else { return nil }
    let cut = target.firstIndex(of: "?") ?? target.endIndex
    var segments: [String] = []
    for part in target[..<cut].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = PercentCoding.decode(part) else { return nil }
      segments.append(segment)
    }
    let rest = cut == target.endIndex ? Substring() : target[target.index(after: cut)...]
    guard let query = PercentCoding.decodePairs(rest) else { return nil }
    self.segments = segments
    self.query = query
  }
}
