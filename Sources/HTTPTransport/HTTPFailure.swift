// Why there is no answer, and whether the request may have reached the server all the same.

/// An exchange that brought no complete answer.
///
/// `sent` is what a caller needs in order to decide about sending again: `.nothing` is certain, anything else may
/// have been carried out by the server, whatever the reason says.
public struct HTTPFailure: Error, Sendable, Hashable {
  /// What went wrong.
  public var reason: Reason
  /// One sentence for people. Holds no header, no body, no user information and no query of the URL.
  public var message: String
  /// Whether the server may have seen the request.
  public var sent: Sent
  /// True where the connection had carried an earlier request: such a connection may have been closed by the server
  /// while this request was on its way.
  public var usedOldConnection: Bool

  /// A failure as an implementation of ``HTTPTransport`` throws it.
  public init(_ reason: Reason, _ message: String, sent: Sent = .nothing, usedOldConnection: Bool = false) {
    self.reason = reason
    self.message = message
    self.sent = sent
    self.usedOldConnection = usedOldConnection
  }

  /// How much of the request left this process.
  public enum Sent: Sendable, Hashable {
    /// Not one byte of it.
    case nothing
    /// Some or all of it, perhaps: the server may have acted on it.
    case maybe
  }

  /// What went wrong. A struct, so that cases can be added.
  public struct Reason: Sendable, Hashable, CustomStringConvertible {
    private enum Code: String {
      case invalidRequest, resolve, connect, tls, timeout, dropped, truncated, tooLarge, malformed, cancelled, closed
      case unavailable
    }

    private let code: Code

    /// The request itself is wrong (URL, header, method, a file that cannot be read).
    public static let invalidRequest = Reason(code: .invalidRequest)
    /// The host's name has no address.
    public static let resolve = Reason(code: .resolve)
    /// No TCP connection, to the host or to the proxy.
    public static let connect = Reason(code: .connect)
    /// No trusted TLS connection.
    public static let tls = Reason(code: .tls)
    /// `timeout` or `connectTimeout` is over.
    public static let timeout = Reason(code: .timeout)
    /// The connection ended before an answer began.
    public static let dropped = Reason(code: .dropped)
    /// The connection ended inside the answer.
    public static let truncated = Reason(code: .truncated)
    /// The answer is larger than `maxResponseBytes` or `maxHeaderBytes`.
    public static let tooLarge = Reason(code: .tooLarge)
    /// What came back is not HTTP, or cannot be decompressed.
    public static let malformed = Reason(code: .malformed)
    /// The task was cancelled.
    public static let cancelled = Reason(code: .cancelled)
    /// The transport was shut down.
    public static let closed = Reason(code: .closed)
    /// libcurl is missing or unusable.
    public static let unavailable = Reason(code: .unavailable)

    /// The case's name, as in `timeout`.
    public var description: String { code.rawValue }
  }
}

extension HTTPFailure: CustomStringConvertible {
  public var description: String { message }
}
