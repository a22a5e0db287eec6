// What a handler answers.

/// An answer: status, headers and a body, which may be a stream.
public struct ServerResponse: Sendable {
  /// The body of an answer.
  public enum Body: Sendable {
    /// These bytes, with their length in `Content-Length`.
    case bytes([UInt8])
    /// Written piece by piece by a closure that runs after the header has been sent. The closure's task is
    /// cancelled when the client goes away or the server stops; the stream ends when the closure returns.
    case stream(@Sendable (BodyStream) async -> Void)
  }

  /// The HTTP status, 200...599.
  public var status: Int
  /// Headers of this answer, beside those of ``ServerConfiguration/commonHeaders``.
  public var headers: [ServerHeader]
  /// What follows the headers.
  public var body: Body

  /// An answer of any kind; without a body, an empty one.
  public init(status: Int, headers: [ServerHeader] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer of plain text.
  public static func text(_ text: String, status: Int = 200) -> ServerResponse {
    ServerResponse(
      status: status, headers: [ServerHeader("Content-Type", "text/plain; charset=utf-8")],
      body: .bytes(Array(text.utf8)))
  }

  /// An answer of JSON bytes.
  public static func json(_ bytes: [UInt8], status: Int = 200) -> ServerResponse {
    ServerResponse(
      status: status, headers: [ServerHeader("Content-Type", "application/json; charset=utf-8")], body: .bytes(bytes))
  }

  /// A stream of server-sent events. The closure writes them with `BodyStream.send`.
  public static func events(_ body: @escaping @Sendable (BodyStream) async -> Void) -> ServerResponse {
    ServerResponse(
      status: 200,
      headers: [ServerHeader("Content-Type", "text/event-stream"), ServerHeader("Cache-Control", "no-store")],
      body: .stream(body))
  }
}
