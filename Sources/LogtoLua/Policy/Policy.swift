// What one owner allows: rules over calls. Policies of several sources are layered by `PolicyEngine`.

/// The rules of one source: the command line, an account's file, the embedding program.
///
/// A policy without a rule allows everything. Every rule only ever narrows.
public struct Policy: Sendable, Equatable {
  /// Writes are refused.
  public var readOnly = false
  /// Where not empty, a call must match one of these.
  public var allow: [PolicyPattern] = []
  /// A call that matches one of these is refused.
  public var deny: [PolicyPattern] = []
  /// A call that matches one of these is held for confirmation.
  public var hold: [PolicyPattern] = []
  /// Calls of a run at most, in all.
  public var callsAtMost: Int?
  /// Calls of a run at most for each function that a pattern matches, counted function by function.
  public var callsOfEachAtMost: [PolicyPattern: Int] = [:]
  /// Whether secrets may be shown where a run asks for it.
  public var allowsRevealingSecrets = true

  /// Rules of your own; without arguments everything is allowed.
  public init(
    readOnly: Bool = false, allow: [PolicyPattern] = [], deny: [PolicyPattern] = [], hold: [PolicyPattern] = []
  ) {
    self.readOnly = readOnly
    self.allow = allow
    self.deny = deny
    self.hold = hold
  }

  /// Everything is allowed: a person's own command line.
  public static let everything = Policy()
  /// Reads alone.
  public static let readOnly = Policy(readOnly: true)
  /// Reads and writes; destructive calls are held: the default of embedded runtimes and of the MCP gateway.
  public static let holdDestructive: Policy = {
    var policy = Policy()
    policy.holdsDestructive = true
    return policy
  }()

  /// Destructive calls are held for confirmation.
  public var holdsDestructive = false

  /// What this policy alone says about a call.
  func verdict(on subject: CallSubject, counts: CallCounts) -> (Verdict, rule: String) {
    if readOnly, subject.isWrite { return (.refuse, "read-only") }
    if let pattern = deny.first(where: { $0.forbids(subject) }) { return (.refuse, "deny \(pattern.text)") }
    if !allow.isEmpty, !allow.contains(where: { $0.matches(subject) }) {
      return (.refuse, "not among allow \(allow.map(\.text).joined(separator: ", "))")
    }
    if let most = callsAtMost, counts.all >= most { return (.refuse, "at most \(most) calls") }
    // The same one each time, where several are used up.
    let usedUp = callsOfEachAtMost.filter { $0.forbids(subject) && counts.of(subject) >= $1 }
    if let (pattern, most) = usedUp.min(by: { $0.key.text < $1.key.text }) {
      return (.refuse, "at most \(most) calls of \(pattern.text)")
    }
    if holdsDestructive, subject.isDestructive { return (.hold, "destructive calls need confirmation") }
    if let pattern = hold.first(where: { $0.forbids(subject) }) { return (.hold, "confirm \(pattern.text)") }
    return (.allow, "no rule against it")
  }
}

/// What a policy says about a call, from the loosest to the strictest.
public enum Verdict: Int, Sendable, Comparable {
  /// The call goes out.
  case allow
  /// It needs confirmation.
  case hold
  /// It is not sent.
  case refuse
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
}

/// How many calls a run has begun, for the rules that count.
public struct CallCounts: Sendable, Equatable {
  /// All calls begun.
  public private(set) var all = 0
  private var byKey: [String: Int] = [:]

  /// No calls yet.
  public init() {}

  /// Calls begun of the function, or of the method and path, that `subject` is about.
  public func of(_ subject: CallSubject) -> Int { byKey[Self.key(subject)] ?? 0 }

  /// Counts one more call.
  public mutating func count(_ subject: CallSubject) {
    all += 1
    byKey[Self.key(subject), default: 0] += 1
  }

  private static func key(_ subject: CallSubject) -> String {
    // A server may read a path in any case.
    subject.name.isEmpty ? "\(subject.method) \(subject.path.lowercased())" : subject.name
  }
}
