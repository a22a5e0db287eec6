// A request: everything the transport needs to know about one exchange.

/// One request to be sent once. Nothing here is ever sent twice: sending again is the caller's decision.
public struct HTTPRequest: Sendable {
  /// What is asked for.
  public var method: HTTPMethod
  /// Absolute, `http` or `https`, percent-encoded, sent as it stands (`/../` included). User information is refused.
  public var url: String
  /// `Content-Length`, `Transfer-Encoding`, `Host` and `Connection` are the transport's own and refused here;
  /// so are line breaks and NUL in any field.
  public var headers: HTTPHeaders
  /// What is sent after the headers.
  public var body: HTTPBody
  /// For finding the address, the TCP connection and the TLS handshake together.
  public var connectTimeout: Duration
  /// For the whole exchange, the time in the queue of its host included.
  public var timeout: Duration
  /// The most bytes of body accepted, counted after decompression.
  public var maxResponseBytes: Int
  /// The most bytes of status line and headers accepted, trailers included.
  public var maxHeaderBytes: Int
  /// Asked right before the request goes out, after any waiting for a place or a connection: false and nothing of it is
  /// sent (reason `.cancelled`). For what must not begin once its sender has given up. Called on the transport's thread.
  public var mayBegin: (@Sendable () -> Bool)?

  /// A request with the limits that suit most: 10 s to connect, 30 s in all, 64 MiB of body, 64 KiB of headers.
  public init(
    _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = [:], body: HTTPBody = .empty,
    connectTimeout: Duration = .seconds(10), timeout: Duration = .seconds(30),
    maxResponseBytes: Int = 64 << 20, maxHeaderBytes: Int = 64 << 10
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maxResponseBytes = maxResponseBytes
    self.maxHeaderBytes = maxHeaderBytes
  }
}
