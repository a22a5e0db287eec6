import LogtoCatalogue
import Synchronization

/// Asks a policy about every call of one run. A call that is held for confirmation is refused where nobody can be asked.
public final class PolicyGate: CallGate {
  private let engine: PolicyEngine
  private let counts = Mutex(CallCounts())
  private let confirm: (@Sendable (CallRequest, PolicyEngine.Decision) -> Bool)?

  /// - Parameters:
  ///   - engine: the policies that decide.
  ///   - confirm: asks a person about a call that is held; without one it is refused.
  public init(
    _ engine: PolicyEngine, confirm: (@Sendable (CallRequest, PolicyEngine.Decision) -> Bool)? = nil
  ) {
    self.engine = engine
    self.confirm = confirm
  }

  public func decide(_ call: CallRequest) -> CallDecision {
    let subject = call.subject
    let decision = counts.withLock { engine.decide(on: subject, counts: $0) }
    let source = decision.source.map { " (\($0))" } ?? ""
    switch decision.verdict {
    case .allow: break
    case .refuse: return .refuse(reason: "\(Self.refusal)\(decision.rule)\(source)", hint: nil)
    case .hold:
      if confirm?(call, decision) != true {
        return .refuse(
          reason: "it was not confirmed: \(decision.rule)\(source)",
          hint: "whoever runs the script can confirm such calls, or allow them")
      }
    }
    counts.withLock { $0.count(subject) }
    return .send
  }

  private static let refusal = "the policy refuses it: "

  /// The rule and its source in the reason of a refusal.
  static func rule(inRefusal reason: String) -> Substring {
    reason.hasPrefix(refusal) ? reason.dropFirst(refusal.count) : reason[...]
  }

  public func report(_ call: CallRequest, _ report: CallReport) {}
}

extension CallRequest {
  /// The call as policies know it.
  var subject: CallSubject {
    CallSubject(
      name: operation.map { Name.short($0) } ?? "", group: group ?? "", isWrite: isWrite, isDestructive: isDestructive,
      method: method, path: path, account: account)
  }
}
