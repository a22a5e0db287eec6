// One call of the tenant, as the layers above describe it.

import HTTPTransport

/// One request to a tenant, whatever it takes to carry it out: tokens, waiting, sending again.
public struct APIRequest: Sendable {
  /// The operation's name, for errors (`logto_list_users`).
  public var operation: String?
  /// The HTTP method.
  public var method: HTTPMethod
  /// From the root of the tenant, percent-encoded: `/api/users/x%20y`. Segments `.` and `..` are refused.
  public var path: String
  /// Not yet encoded; names may repeat.
  public var query: [(name: String, value: String)]
  /// Further headers. Those that the client or the transport writes are refused (`Authorization`, `Cookie`, `Host`,
  /// `Content-…`, `Transfer-Encoding`, `Connection`), as are line breaks.
  public var headers: [HTTPHeader]
  /// What is sent after the headers.
  public var body: Body
  /// Which credential goes with it.
  public var auth: AuthClass
  /// Whether the tenant may change something. Only a `GET` that is no write is ever sent again after a lost answer.
  public var isWrite: Bool
  /// For the whole call, waiting and sending again included; `nil` takes the client's.
  public var timeout: Duration?
  /// The same as a point in time; the earlier of the two counts.
  public var deadline: ContinuousClock.Instant?
  /// `false` sends the request exactly once.
  public var retry: Bool
  /// The token for the class `account`; `nil` takes the account's.
  public var userToken: Secret?
  /// The sign-in session for the class `experience`, whose cookies are sent and updated.
  public var session: SignInSession?
  /// Sent as the header `logto-verification-id`.
  public var verificationID: String?
  /// Whether the tenant demands a verified record for this operation; for the hint of a refusal.
  public var needsVerification: Bool
  /// Scopes that a user's token needs for this operation; for the hint of a refusal.
  public var scopes: [String]
  /// Sent by HTTP Basic: the token endpoint's way, for applications with a secret.
  var application: Account.Application?
  /// The most bytes of answer accepted; `nil` takes the client's.
  public var maxResponseBytes: Int?
  /// Asked right before each attempt goes out: false and nothing of it is sent (kind `cancelled`).
  public var mayBegin: (@Sendable () -> Bool)?

  /// What is sent after the headers.
  public enum Body: Sendable {
    /// No body and no content type.
    case none
    /// Encoded JSON. Over 1 MiB it is refused before sending.
    case json([UInt8])
    /// `application/x-www-form-urlencoded`.
    case form([(name: String, value: String)])
    /// `multipart/form-data`.
    case multipart([HTTPBody.Part])
    /// Bytes of any other kind.
    case bytes([UInt8], contentType: String)
  }

  /// A call, as the properties of the same names say. Without `isWrite`, anything but GET and HEAD counts as a write.
  public init(
    _ method: HTTPMethod, _ path: String, operation: String? = nil, query: [(name: String, value: String)] = [],
    body: Body = .none, auth: AuthClass = .management, isWrite: Bool? = nil
  ) {
    self.method = method
    self.path = path
    self.operation = operation
    self.query = query
    self.headers = []
    self.body = body
    self.auth = auth
    self.isWrite = isWrite ?? (method != .get && method != .head)
    self.retry = true
    self.needsVerification = false
    self.scopes = []
  }
}
