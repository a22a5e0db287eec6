import LogtoCatalogue
import LogtoClient

/// What a gate is told of a call before anything of it is sent. An object, since whoever keeps it copies a dozen fields.
public final class CallRequest: Sendable {
  /// The catalogue's name (`logto_delete_user`); nil where `logto.request` reaches a path that no operation has.
  public var operation: String? { call.shape?.fullName }
  /// The operation's group (`Users`); nil as above.
  public var group: String? { call.shape?.group }
  /// The HTTP method, in capitals.
  public var method: String { call.method }
  /// The path as it will be sent, percent-encoded, without the query.
  public var path: String { call.path }
  /// The query in the order it will be sent, not encoded.
  public var query: [(name: String, value: String)] { call.request.query }
  /// The body as it will be sent; nil where there is none, or where it is no JSON.
  public var body: [UInt8]? { call.json }
  /// The account's name; nil the default one.
  public let account: String?
  /// False for what the catalogue documents as a read, and for GET elsewhere.
  public var isWrite: Bool { call.isWrite }
  /// True for every DELETE, PUT of `replace_…` and `reset_…`, and the five others of the catalogue's list.
  public var isDestructive: Bool { call.operation?.isDestructive ?? (call.method == "DELETE") }
  /// Why the call cannot be made again from what is written here (an upload, a header of the script's, a user's own
  /// token); nil where it can.
  public var obstacle: String? {
    let request = call.request
    switch request.body {
    case .none, .json: break
    case .form, .multipart, .bytes: return "it sends a file or a form"
    }
    if call.step != nil { return "it is a step of a sign-in" }
    if request.auth == .account || request.auth == .experience { return "it is made as a user" }
    if !request.headers.isEmpty || request.verificationID != nil || request.userToken != nil {
      return "it has headers of its own"
    }
    return nil
  }

  let call: PreparedCall
  /// What the run must not show.
  private let secrets: RunSecrets

  init(_ call: PreparedCall, account: String?, secrets: RunSecrets) {
    self.call = call
    self.account = account
    self.secrets = secrets
  }

  /// The operation's short name (`delete_user`); nil as above.
  var name: String? { call.shape.map { _ in call.name } }
  /// The operation's place in the catalogue.
  var index: Int? { call.operation?.index }

  /// The same call as a log may keep it, or a person may see it: path, query and body without the secrets that the run
  /// has met and those that stand at their places in it.
  public var withoutSecrets: CallRequest {
    let hidden = secrets.hide(path)
    if body == nil, query.isEmpty, hidden == path { return self }
    var copy = call
    copy.request.path = hidden
    copy.request.query = query.map { ($0.name, secrets.hide($0.value)) }
    if let body { copy.request.body = .json(secrets.hide(body: body, marks: call.marks)) }
    return CallRequest(copy, account: account, secrets: secrets)
  }
}
