// A response that arrived whole.

/// A complete answer. Redirects are answers like any other, and so are 4xx and 5xx.
public struct HTTPResponse: Sendable, Hashable {
  /// The final status, 200...999: informational answers (1xx) are skipped.
  public var status: Int
  /// As sent, `Set-Cookie` lines one by one; trailers are left out.
  public var headers: HTTPHeaders
  /// Decompressed.
  public var body: [UInt8]

  /// An answer as an implementation of ``HTTPTransport`` gives it.
  public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
