import JSON
import LogtoCatalogue
import LogtoClient

/// What a gate is told of a call before anything of it is sent. An object, since whoever keeps it copies a dozen fields.
public final class CallRequest: Sendable {
  /// The catalogue's name (`logto_delete_user`); nil where `logto.request` reaches a path that no operation has.
  public let operation: String?
  /// The operation's group (`Users`); nil as above.
  public let group: String?
  /// The HTTP method, in capitals.
  public let method: String
  /// The path as it will be sent, percent-encoded, without the query.
  public let path: String
  /// The query in the order it will be sent, not encoded.
  public let query: [(name: String, value: String)]
  /// The body as it will be sent; nil where there is none, or where it is no JSON.
  public let body: [UInt8]?
  /// The account's name; nil the default one.
  public let account: String?
  /// False for what the catalogue documents as a read, and for GET elsewhere.
  public let isWrite: Bool
  /// True for every DELETE, PUT of `replace_…` and `reset_…`, and the five others of the catalogue's list.
  public let isDestructive: Bool
  /// Why the call cannot be made again from what is written here (an upload, a header of the script's, a user's own
  /// token); nil where it can.
  public let obstacle: String?
  /// The operation's short name (`delete_user`); nil as above.
  let name: String?
  /// What the run must not show, and the operation's place in the catalogue.
  let secrets: RunSecrets
  let index: Int?

  init(
    operation: String?, name: String?, group: String?, method: String, path: String,
    query: [(name: String, value: String)], body: [UInt8]?, account: String?, isWrite: Bool, isDestructive: Bool,
    obstacle: String?, secrets: RunSecrets, index: Int?
  ) {
    self.operation = operation
    self.name = name
    self.group = group
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    self.account = account
    self.isWrite = isWrite
    self.isDestructive = isDestructive
    self.obstacle = obstacle
    self.secrets = secrets
    self.index = index
  }

  /// The same call as a log may keep it, or a person may see it: path, query and body without the secrets that the run
  /// has met and those that stand at their places in it.
  public var withoutSecrets: CallRequest {
    let hidden = secrets.hide(path)
    if body == nil, query.isEmpty, hidden == path { return self }
    return CallRequest(
      operation: operation, name: name, group: group, method: method, path: hidden,
      query: query.map { ($0.name, secrets.hide($0.value)) }, body: body.map { secrets.hide(body: $0, of: index) },
      account: account, isWrite: isWrite, isDestructive: isDestructive, obstacle: obstacle, secrets: secrets,
      index: index)
  }
}

/// What becomes of a call.
public enum CallDecision: Sendable {
  /// The call goes out.
  case send
  /// Nothing is sent; the script sees this as an error of kind `policy`.
  case refuse(reason: String, hint: String?)
  /// Nothing is sent, and the script is answered with this, as though the tenant had answered it (a dry run).
  case answer(status: Int, body: [UInt8])
}

/// How a call ended, for whoever keeps a log.
public struct CallReport: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Equatable {
    /// The tenant answered, with whatever status.
    case answered(status: Int)
    /// A gate refused it; nothing was sent.
    case refused
    /// A gate answered it; nothing was sent.
    case planned
    /// No answer came; the kind is that of the error, such as `network`.
    case failed(kind: String)
  }

  /// How it ended.
  public let ending: Ending
  /// The tenant's `Logto-Core-Request-Id`, where one came.
  public var requestID: String?
  /// From the call to its end, waiting and sending again included.
  public var duration = Duration.zero
  /// Why it was refused, in words.
  public var reason: String?
  /// The tenant's code of an error that it answered.
  public var code: String?
  /// Whether a call that was not answered may have been carried out.
  public var isUnknown = false
}

/// When a gate may do what need not hold up a call.
public enum SettleMoment: Sendable {
  /// A call is under way, or the script sleeps.
  case waiting
  /// The run is over: what is not done now may never be.
  case end
}

/// The one place that is asked about every call, whatever way it came: a function, `logto.call`, `logto.try`,
/// `logto.each`, `logto.request`, a parallel branch, another account. Policy, dry run and the call log stand here.
///
/// A gate is used by one run at a time, on that run's thread; what several runs share is the gate's own to guard.
public protocol CallGate: Sendable {
  /// Says what becomes of a call, before anything of it is sent.
  func decide(_ call: CallRequest) -> CallDecision
  /// Hears how a call ended that was decided about.
  func report(_ call: CallRequest, _ report: CallReport)
  /// The body that the script sees instead of the tenant's; nil for the tenant's own.
  func amend(_ call: CallRequest, _ response: APIResponse) -> [UInt8]?
  /// What was planned so far; nil where writes are sent.
  var plan: DryRunPlan? { get }
  /// Called when the run has nothing to do but wait, and when it is over: for work that need not hold up a call.
  func settle(_ moment: SettleMoment)
}

extension CallGate {
  public func settle(_ moment: SettleMoment) {}
  public func amend(_ call: CallRequest, _ response: APIResponse) -> [UInt8]? { nil }
  public var plan: DryRunPlan? { nil }
}

/// Lets everything through and keeps nothing.
public struct OpenGate: CallGate {
  /// A gate that is always open.
  public init() {}
  public func decide(_ call: CallRequest) -> CallDecision { .send }
  public func report(_ call: CallRequest, _ report: CallReport) {}
}
