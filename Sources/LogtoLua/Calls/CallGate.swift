import JSON
import LogtoCatalogue
import LogtoClient

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
