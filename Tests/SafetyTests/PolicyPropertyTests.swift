import LogtoCatalogue
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

/// More rules never allow more: for random rules over every operation, and for what a server then sees.
@Suite(.serialized) struct PolicyPropertyTests {
  /// Every operation, and paths that none has.
  static let subjects: [CallSubject] = {
    let known = Catalogue.shipped.operations.map { operation in
      CallSubject(
        name: operation.shortName, group: operation.group, isWrite: operation.isWrite,
        isDestructive: operation.isDestructive, method: operation.method,
        path: operation.path.replacing("{", with: "").replacing("}", with: ""))
    }
    let others = ["/api/new", "/api/NEW/x", "/api/users%2Fx", "/oidc/auth"].flatMap { path in
      ["GET", "POST", "DELETE"].map { method in
        CallSubject(
          name: "", group: "", isWrite: method != "GET", isDestructive: method == "DELETE", method: method, path: path)
      }
    }
    return known + others
  }()

  /// A random pattern: of every form, general and particular.
  static func pattern(_ random: inout SeededGenerator) throws -> PolicyPattern {
    let subject = subjects[Int.random(in: 0..<335, using: &random)]
    let words = subject.name.split(separator: "_")
    let texts = [
      "read", "write", "destructive", "*", subject.name, "logto_\(subject.name)", "\(words[0])_*",
      "*_\(words.last ?? "")",
      "group:\(subject.group.replacing(" ", with: "*"))", "group:*\(subject.group.suffix(3))", "path:\(subject.path)",
      "path:\(subject.method) /api/*", "path:\(subject.path.prefix(9).uppercased())*", "path:*/\(words.last ?? "")",
    ]
    return try PolicyPattern(texts[Int.random(in: 0..<texts.count, using: &random)])
  }

  static func policy(_ random: inout SeededGenerator) throws -> Policy {
    func some(_ most: Int) throws -> [PolicyPattern] {
      try (0..<Int.random(in: 0...most, using: &random)).map { _ in try pattern(&random) }
    }
    var policy = Policy(
      readOnly: Int.random(in: 0..<4, using: &random) == 0, allow: try some(3), deny: try some(2), hold: try some(1))
    policy.holdsDestructive = Bool.random(using: &random)
    if Bool.random(using: &random) { policy.callsAtMost = Int.random(in: 0...20, using: &random) }
    if Bool.random(using: &random) {
      policy.callsOfEachAtMost = [try pattern(&random): Int.random(in: 0...2, using: &random)]
    }
    return policy
  }

  /// The policy with one thing narrowed.
  static func narrowed(_ policy: Policy, _ random: inout SeededGenerator) throws -> Policy {
    var narrow = policy
    switch Int.random(in: 0..<7, using: &random) {
    case 0: narrow.readOnly = true
    case 1 where narrow.allow.count > 1:
      narrow.allow.remove(at: Int.random(in: 0..<narrow.allow.count, using: &random))
    case 2 where narrow.allow.isEmpty: narrow.allow = [try pattern(&random)]
    case 3: narrow.hold.append(try pattern(&random))
    case 4: narrow.callsAtMost = (narrow.callsAtMost ?? 21) / 2
    case 5:
      let pattern = try pattern(&random)
      narrow.callsOfEachAtMost[pattern] = min(narrow.callsOfEachAtMost[pattern] ?? .max, 1)
    default: narrow.deny.append(try pattern(&random))
    }
    return narrow
  }

  @Test(arguments: 0..<150)
  func `a narrowed policy never allows more, whatever the call and whatever was called before`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let wide = try Self.policy(&random)
    let narrow = try Self.narrowed(wide, &random)
    var counts = CallCounts()
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      counts.count(Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)])
    }
    for subject in Self.subjects {
      let before = PolicyEngine(layers: [.init(source: "a", policy: wide)]).decide(on: subject, counts: counts)
      let after = PolicyEngine(layers: [.init(source: "a", policy: narrow)]).decide(on: subject, counts: counts)
      let both = PolicyEngine(layers: [.init(source: "a", policy: wide), .init(source: "b", policy: narrow)])
        .decide(on: subject, counts: counts)
      if after.verdict < before.verdict || both.verdict != after.verdict {
        Issue.record("\(subject): \(before) \(after) \(both)\n\(wide)\n\(narrow)")
      }
    }
  }

  @Test(arguments: 0..<150)
  func `an operation that is cleared is decided about as if every rule were asked, whatever the path`(seed: Int) throws
  {
    var random = SeededGenerator(seed: 20_000 + UInt64(seed))
    var layers: [PolicyEngine.Layer] = []
    for source in ["a", "b"] {
      var policy = try Self.policy(&random)
      policy.callsAtMost = nil
      policy.callsOfEachAtMost = [:]
      layers.append(.init(source: source, policy: policy, account: Bool.random(using: &random) ? "demo" : nil))
    }
    let engine = PolicyEngine(layers: layers)
    for subject in Self.subjects where !subject.name.isEmpty {
      for account in [nil, "demo"] {
        var subject = subject
        subject.account = account
        guard let rest = engine.clearance(of: subject) else { continue }
        for path in [subject.path, "/api/users/x", "/API/%75sers/x", "/api/connectors/a%2Fb"] {
          subject.path = path
          let isSent = !rest.contains { $0.forbids(subject.method, path) }
          if (engine.decide(on: subject).verdict == .allow) != isSent { Issue.record("\(subject)\n\(layers)") }
        }
      }
    }
  }

  @Test func `What is counted, refused, held or allowed for its path alone is asked about each time`() throws {
    let subject = CallSubject(
      name: "get_user", group: "Users", isWrite: false, isDestructive: true, method: "GET", path: "/api/users/u")
    func clearance(_ change: (inout Policy) throws -> Void) throws -> [PolicyPattern]? {
      var policy = Policy()
      try change(&policy)
      return PolicyEngine(layers: [.init(source: "a", policy: policy)]).clearance(of: subject)
    }
    #expect(try clearance { _ in } == [])
    #expect(try clearance { $0.deny = [try PolicyPattern("path:/api/x"), try PolicyPattern("delete_*")] }?.count == 1)
    #expect(try clearance { $0.allow = [try PolicyPattern("path:/api/*"), try PolicyPattern("get_*")] } == [])
    #expect(try clearance { $0.allow = [try PolicyPattern("path:/api/*")] } == nil)
    #expect(try clearance { $0.deny = [try PolicyPattern("get_*")] } == nil)
    #expect(try clearance { $0.holdsDestructive = true } == nil)
    #expect(try clearance { $0.callsAtMost = 5 } == nil)
    #expect(try clearance { $0.callsOfEachAtMost = [try PolicyPattern("list_*"): 5] } == nil)
  }

  @Test(arguments: 0..<20)
  func `a narrowed policy never lets more reach the server`(seed: Int) async throws {
    var random = SeededGenerator(seed: 10_000 + UInt64(seed))
    // Counts are left out: what one call may do then depends on the calls before it.
    var wide = try Self.policy(&random)
    wide.callsAtMost = nil
    wide.callsOfEachAtMost = [:]
    var narrow = wide
    while narrow == wide || narrow.callsAtMost != nil || !narrow.callsOfEachAtMost.isEmpty {
      narrow = try Self.narrowed(wide, &random)
    }
    let script = (0..<30).map { _ in
      let subject = Self.subjects[Int.random(in: 0..<Self.subjects.count, using: &random)]
      let path = subject.path.hasPrefix("/api/") ? subject.path : "/api/new/z"
      return "pcall(logto.request, { method = '\(subject.method)', path = '\(path)' })"
    }.joined(separator: "\n")
    let before = try await sent(script, wide)
    let after = try await sent(script, narrow)
    for call in Set(after) {
      #expect(after.count { $0 == call } <= before.count { $0 == call }, "\(call)\n\(wide)\n\(narrow)")
    }
  }

  private func sent(_ script: String, _ policy: Policy) async throws -> [String] {
    let tenant = try FakeTenant()
    _ = try await run(script, against: tenant, PolicyGate(policy))
    let seen = tenant.seen.map { "\($0.method) \($0.path)" }
    await tenant.stop()
    return seen
  }
}
