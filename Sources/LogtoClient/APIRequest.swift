// One call of the tenant, as the layers above describe it.

import HTTPTransport

/// One request to a tenant, whatever it takes to carry it out: tokens, waiting, sending again.
public struct APIRequest: Sendable {
  /// The operation's name, for errors (`logto_list_users`).
  public var operation: String? {
    get { box.fields.operation }
    set { change { $0.operation = newValue } }
  }
  /// The HTTP method.
  public var method: HTTPMethod {
    get { box.fields.method }
    set { change { $0.method = newValue } }
  }
  /// From the root of the tenant, percent-encoded: `/api/users/x%20y`. Segments `.` and `..` are refused.
  public var path: String {
    get { box.fields.path }
    set { change { $0.path = newValue } }
  }
  /// Not yet encoded; names may repeat.
  public var query: [(name: String, value: String)] {
    get { box.fields.query }
    set { change { $0.query = newValue } }
  }
  /// Further headers. Those that the client or the transport writes are refused (`Authorization`, `Cookie`, `Host`,
  /// `Content-…`, `Transfer-Encoding`, `Connection`), as are line breaks.
  public var headers: [HTTPHeader] {
    get { box.fields.headers }
    set { change { $0.headers = newValue } }
  }
  /// What is sent after the headers.
  public var body: Body {
    get { box.fields.body }
    set { change { $0.body = newValue } }
  }
  /// Which credential goes with it.
  public var auth: AuthClass {
    get { box.fields.auth }
    set { change { $0.auth = newValue } }
  }
  /// Whether the tenant may change something. Only a `GET` that is no write is ever sent again after a lost answer.
  public var isWrite: Bool {
    get { box.fields.isWrite }
    set { change { $0.isWrite = newValue } }
  }
  /// For the whole call, waiting and sending again included; `nil` takes the client's.
  public var timeout: Duration? {
    get { box.fields.timeout }
    set { change { $0.timeout = newValue } }
  }
  /// The same as a point in time; the earlier of the two counts.
  public var deadline: ContinuousClock.Instant? {
    get { box.deadline }
    set {
      makeUnique()
      box.deadline = newValue
    }
  }
  /// `false` sends the request exactly once.
  public var retry: Bool {
    get { box.fields.retry }
    set { change { $0.retry = newValue } }
  }
  /// The token for the class `account`; `nil` takes the account's.
  public var userToken: Secret? {
    get { box.fields.userToken }
    set { change { $0.userToken = newValue } }
  }
  /// The sign-in session for the class `experience`, whose cookies are sent and updated.
  public var session: SignInSession? {
    get { box.fields.session }
    set { change { $0.session = newValue } }
  }
  /// Sent as the header `logto-verification-id`.
  public var verificationID: String? {
    get { box.fields.verificationID }
    set { change { $0.verificationID = newValue } }
  }
  /// Whether the tenant demands a verified record for this operation; for the hint of a refusal.
  public var needsVerification: Bool {
    get { box.fields.needsVerification }
    set { change { $0.needsVerification = newValue } }
  }
  /// Scopes that a user's token needs for this operation; for the hint of a refusal.
  public var scopes: [String] {
    get { box.fields.scopes }
    set { change { $0.scopes = newValue } }
  }
  /// Sent by HTTP Basic: the token endpoint's way, for applications with a secret.
  var application: Account.Application? {
    get { box.fields.application }
    set { change { $0.application = newValue } }
  }
  /// The most bytes of answer accepted; `nil` takes the client's.
  public var maxResponseBytes: Int? {
    get { box.fields.maxResponseBytes }
    set { change { $0.maxResponseBytes = newValue } }
  }
  /// Asked right before each attempt goes out: false and nothing of it is sent (kind `cancelled`).
  public var mayBegin: (@Sendable () -> Bool)? {
    get { box.fields.mayBegin }
    set { change { $0.mayBegin = newValue } }
  }

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
    var fields = Fields(method, path)
    fields.operation = operation
    fields.query = query
    fields.body = body
    fields.auth = auth
    fields.isWrite = isWrite ?? (method != .get && method != .head)
    self.init(fields)
  }

  package init(_ fields: consuming Fields) { box = Box(fields) }

  /// What a request is made of, but for its deadline: an instant's size is known at run time alone, and would make that
  /// of everything with it in so.
  package struct Fields {
    package var operation: String?
    package var method: HTTPMethod
    package var path: String
    package var query: [(name: String, value: String)] = []
    package var headers: [HTTPHeader] = []
    package var body = Body.none
    package var auth = AuthClass.management
    package var isWrite = false
    package var timeout: Duration?
    package var retry = true
    package var userToken: Secret?
    package var session: SignInSession?
    package var verificationID: String?
    package var needsVerification = false
    package var scopes: [String] = []
    var application: Account.Application?
    package var maxResponseBytes: Int?
    package var mayBegin: (@Sendable () -> Bool)?

    package init(_ method: HTTPMethod, _ path: String) {
      self.method = method
      self.path = path
    }
  }

  // Unchecked: what it holds is changed only while one request alone refers to it.
  private final class Box: @unchecked Sendable {
    var fields: Fields
    var deadline: ContinuousClock.Instant?

    init(_ fields: Fields, deadline: ContinuousClock.Instant? = nil) {
      self.fields = fields
      self.deadline = deadline
    }
  }

  /// One reference, since a request is handed through many functions, and lies with its call as long as that waits.
  private var box: Box

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&box) { box = Box(box.fields, deadline: box.deadline) }
  }

  /// Changes several things at once, which is faster than one by one.
  package mutating func change(_ body: (inout Fields) -> Void) {
    makeUnique()
    body(&box.fields)
  }
}
