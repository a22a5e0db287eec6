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
  init(
    name: String, shape: CallShape?, method: String, path: String, query: [(name: String, value: String)] = [],
    body: APIRequest.Body = .none, options: CallOptions = CallOptions(), verificationID: String? = nil
  ) {
    self.name = name
    var fields = APIRequest.Fields(HTTPMethod(rawValue: method), path)
    fields.operation = name
    fields.isWrite = method != "GET"
    fields.query = query
    fields.body = body
    fields.headers = options.headers
    fields.timeout = options.timeout
    fields.retry = options.retry
    fields.userToken = options.userToken
    fields.verificationID = verificationID
    isStrict = options.strict
    if let shape {
      self.shape = shape
      self.name = shape.name
      shape.describe(&fields)
    }
    request = APIRequest(fields)
  }

  /// It is judged, and sent, as this operation.
  mutating func reach(_ shape: CallShape) {
    self.shape = shape
    name = shape.name
    request.change { shape.describe(&$0) }
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

extension CallShape {
  /// Says of a request which operation it is.
  fileprivate func describe(_ fields: inout APIRequest.Fields) {
    fields.operation = fullName
    fields.isWrite = operation.isWrite
    fields.auth = operation.auth.authClass
    fields.needsVerification = operation.needsVerification
    fields.scopes = operation.scopes
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
