import HTTPTransport
import LogtoCatalogue
import LogtoClient

/// A call whose arguments were read and checked: everything the pipeline needs to send it, and nothing of Lua.
struct PreparedCall: Sendable {
  /// The function as the script may call it (`create_user`), or `GET /api/…` for the escape hatch.
  var name: String
  /// Nil where the escape hatch reaches a path that no operation has.
  private(set) var shape: CallShape?
  /// What is sent.
  var request: APIRequest
  var page: PageAsked?
  /// False makes the result a plain table.
  var isStrict = true
  /// Set where it is a step of a sign-in that no operation is.
  var step: SignInStep?
  /// The place of the account among the run's, 0 the default one.
  var account = 0

  /// - Parameter path: percent-encoded, without the query.
  init(name: String, shape: CallShape?, method: String, path: String) {
    self.name = name
    self.shape = nil
    request = APIRequest(
      HTTPMethod(rawValue: method), path, operation: name, auth: .management, isWrite: method != "GET")
    if let shape { reach(shape) }
  }

  /// It is judged, and sent, as this operation.
  mutating func reach(_ shape: CallShape) {
    self.shape = shape
    name = shape.name
    let operation = shape.operation
    request.change { fields in
      fields.operation = shape.fullName
      fields.isWrite = operation.isWrite
      fields.auth = operation.auth.authClass
      fields.needsVerification = operation.needsVerification
      fields.scopes = operation.scopes
    }
  }

  /// What the options say of the request.
  mutating func take(_ options: CallOptions) {
    request.change { fields in
      fields.headers = options.headers
      fields.timeout = options.timeout
      fields.retry = options.retry
      fields.userToken = options.userToken
    }
    isStrict = options.strict
  }

  var operation: Operation? { shape?.operation }
  var method: String { request.method.rawValue }
  var path: String { request.path }
  var isWrite: Bool { request.isWrite }

  /// Where secrets stand in it and in its answer.
  var marks: SecretMarks { shape?.marks ?? .anywhere }

  /// Whether it removes something from a list: what a total that shrinks is explained by.
  var isRemoval: Bool {
    method == "DELETE" || shape?.name.hasPrefix("delete_") == true || shape?.name.hasPrefix("remove_") == true
  }

  /// The parameter that its path ends with: the id of what a delete removed.
  var lastParameter: String? {
    guard case .parameter? = shape?.segments.last, let segment = path.split(separator: "/").last else { return nil }
    return PercentEncoding.decode(segment, plusIsSpace: false)
  }

  var json: [UInt8]? {
    if case .json(let bytes) = request.body { bytes } else { nil }
  }
}

extension Operation.Auth {
  fileprivate var authClass: AuthClass {
    switch self {
    case .management: .management
    case .account: .account
    case .experience: .experience
    case .public: .public
    }
  }
}
