import LogtoCatalogue
import Synchronization

/// Asks a policy about every call of one run. A call that is held for confirmation is refused where nobody can be asked.
public final class PolicyGate: CallGate {
  private let engine: PolicyEngine
  // Guards the counts and what was found out.
  private let state = Mutex(State())
  private let confirm: (@Sendable (CallRequest, PolicyEngine.Decision) -> Bool)?

  private struct State {
    var counts = CallCounts()
    /// What is left to ask about each call of an operation; see ``PolicyEngine/clearance(of:)``.
    var clearances = FewEntries<Asked, [PolicyPattern]?>()
  }

  private struct Asked: Hashable {
    let operation: Int
    let account: String?
  }

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
    if isCleared(call) { return .send }
    let subject = call.subject
    let decision = state.withLock { engine.decide(on: subject, counts: $0.counts) }
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
    state.withLock { $0.counts.count(subject) }
    return .send
  }

  /// Whether nothing is left to be said against a call of an operation that was asked about before. Calls are not
  /// counted then: nothing asks for the counts.
  private func isCleared(_ call: CallRequest) -> Bool {
    guard let operation = call.index else { return false }
    let asked = Asked(operation: operation, account: call.account)
    return state.withLock { state in
      if state.clearances[asked] == nil { state.clearances[asked] = .some(engine.clearance(of: call.subject)) }
      guard let rest = state.clearances[asked] ?? nil else { return false }
      return !rest.contains { $0.forbids(call.method, call.path) }
    }
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
      name: name ?? "", group: group ?? "", isWrite: isWrite, isDestructive: isDestructive,
      method: method, path: path, account: account)
  }
}
