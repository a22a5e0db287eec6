// The request method, as a type, so that a header value or a URL cannot end up in its place.

/// An HTTP method. Case matters (RFC 9110 §9.1); a method that is not a token is refused when the request is sent.
public struct HTTPMethod: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  /// Reads; the only method that the client sends again after a lost answer.
  public static let get: HTTPMethod = "GET"
  /// As `GET`, without the body.
  public static let head: HTTPMethod = "HEAD"
  /// Creates, or does.
  public static let post: HTTPMethod = "POST"
  /// Replaces.
  public static let put: HTTPMethod = "PUT"
  /// Changes some fields.
  public static let patch: HTTPMethod = "PATCH"
  /// Deletes.
  public static let delete: HTTPMethod = "DELETE"

  public var description: String { rawValue }
}
