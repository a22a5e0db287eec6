import HTTPTransport
import LogtoCatalogue
import LogtoClient

/// A call whose arguments were read and checked: everything the pipeline needs to send it, and nothing of Lua.
///
/// An object, because it is handed through the whole pipeline: a copy of it takes ten counts of references. Nobody
/// changes it once it is begun.
final class PreparedCall {
  /// The function as the script may call it (`create_user`), or `GET /api/…` for the escape hatch.
  var name: String
  /// Nil where the escape hatch reaches a path that no operation has.
  var operation: Operation?
  var method: String
  /// Percent-encoded, without the query.
  var path: String
  var query: [(name: String, value: String)] = []
  var body: APIRequest.Body = .none
  var verificationID: String?
  var page: PageAsked?
  var options = CallOptions()
  /// Set where it is a step of a sign-in that no operation is.
  var step: SignInStep?
  /// The place of the account among the run's, 0 the default one.
  var account = 0

  init(name: String, operation: Operation?, method: String, path: String) {
    self.name = name
    self.operation = operation
    self.method = method
    self.path = path
  }

  var isWrite: Bool { operation?.isWrite ?? (method != "GET") }

  var auth: AuthClass {
    switch operation?.auth {
    case .management, nil: .management
    case .account: .account
    case .experience: .experience
    case .public: .public
    }
  }

  /// Whether it removes something from a list: what a total that shrinks is explained by.
  var isRemoval: Bool {
    method == "DELETE" || operation?.shortName.hasPrefix("delete_") == true
      || operation?.shortName.hasPrefix("remove_") == true
  }

  /// The parameter that its path ends with: the id of what a delete removed.
  var lastParameter: String? {
    guard case .parameter? = operation?.pathSegments.last, let segment = path.split(separator: "/").last else {
      return nil
    }
    return PercentEncoding.decode(segment, plusIsSpace: false)
  }

  var json: [UInt8]? {
    if case .json(let bytes) = body { bytes } else { nil }
  }
}
