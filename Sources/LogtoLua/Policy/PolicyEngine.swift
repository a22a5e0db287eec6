// The policies of all sources, asked once for every call: the strictest of all wins.

/// Policies by source. No layer can loosen what another says.
public struct PolicyEngine: Sendable {
  /// One source's policy.
  public struct Layer: Sendable, Equatable {
    /// Where the policy comes from, as a person would say it: `command line`, `account 'staging'`.
    public let source: String
    /// The rules.
    public let policy: Policy
    /// The account whose calls it is asked about; nil for every call.
    public let account: String?

    /// A policy with the name of where it comes from.
    public init(source: String, policy: Policy, account: String? = nil) {
      self.source = source
      self.policy = policy
      self.account = account
    }
  }

  /// The decision about one call, with the rule and the source that made it.
  public struct Decision: Sendable, Equatable {
    /// What becomes of the call.
    public let verdict: Verdict
    /// The rule that decided, in words.
    public let rule: String
    /// The source whose rule it is; nil where no layer has a rule against the call.
    public let source: String?
  }

  /// The policies, all of which are asked.
  public var layers: [Layer]

  /// An engine over these policies; without any it allows everything.
  public init(layers: [Layer] = []) { self.layers = layers }

  /// The strictest verdict of all layers; among equals the first layer's.
  public func decide(on subject: CallSubject, counts: CallCounts = CallCounts()) -> Decision {
    var decision = Decision(verdict: .allow, rule: "no rule against it", source: nil)
    for layer in layers where layer.account == nil || layer.account == subject.account {
      let (verdict, rule) = layer.policy.verdict(on: subject, counts: counts)
      if verdict > decision.verdict { decision = Decision(verdict: verdict, rule: rule, source: layer.source) }
    }
    return decision
  }

  /// The rules against paths that are left to ask about each call of an operation that no other rule speaks against:
  /// it is allowed unless one of them forbids it.
  ///
  /// - Parameter subject: a call of the operation; its method and path do not matter.
  /// - Returns: nil where more has to be asked each time: where calls are counted, or the operation is refused, held, or
  ///   allowed for its path alone.
  func clearance(of subject: CallSubject) -> [PolicyPattern]? {
    var rest: [PolicyPattern] = []
    for layer in layers {
      var policy = layer.policy
      guard policy.callsAtMost == nil, policy.callsOfEachAtMost.isEmpty else { return nil }
      guard layer.account == nil || layer.account == subject.account else { continue }
      rest += (policy.deny + policy.hold).filter(\.isOfPaths)
      policy.deny.removeAll(where: \.isOfPaths)
      policy.hold.removeAll(where: \.isOfPaths)
      if !policy.allow.isEmpty {
        policy.allow.removeAll(where: \.isOfPaths)
        if policy.allow.isEmpty { return nil }
      }
      guard policy.verdict(on: subject, counts: CallCounts()).0 == .allow else { return nil }
    }
    return rest
  }

  /// Whether every layer lets secrets be shown.
  public var allowsRevealingSecrets: Bool { layers.allSatisfy(\.policy.allowsRevealingSecrets) }
}
