// The policy: what a rule says, and that more rules never allow more.

import TestSupport
import Testing

@testable import LogtoLua

@Suite struct PolicyTests {
  static let subjects = [
    CallSubject(
      name: "list_users", group: "Users", isWrite: false, isDestructive: false, method: "GET", path: "/api/users"),
    CallSubject(
      name: "create_user", group: "Users", isWrite: true, isDestructive: false, method: "POST", path: "/api/users"),
    CallSubject(
      name: "delete_user", group: "Users", isWrite: true, isDestructive: true, method: "DELETE", path: "/api/users/u1"),
    CallSubject(
      name: "replace_user_roles", group: "Users", isWrite: true, isDestructive: true, method: "PUT",
      path: "/api/users/u1/roles"),
    CallSubject(
      name: "list_roles", group: "Roles", isWrite: false, isDestructive: false, method: "GET", path: "/api/roles"),
    CallSubject(name: "", group: "", isWrite: true, isDestructive: true, method: "DELETE", path: "/api/x/y"),
  ]
  static let texts = [
    "read", "write", "destructive", "list_*", "logto.delete_user", "logto_create_user", "group:users", "group:R*",
    "path:/api/users/*", "path:DELETE /api/*", "*",
  ]

  @Test func `Reads pass a read-only policy and writes do not`() {
    let engine = PolicyEngine(layers: [.init(source: "test", policy: .readOnly)])
    for subject in Self.subjects {
      #expect((engine.decide(on: subject).verdict == .refuse) == subject.isWrite)
    }
  }

  @Test func `Every spelling of a name is the same pattern`() throws {
    for spelling in [
      "delete_user", "logto_delete_user", "logto.logto_delete_user", "app.integrations.logto.delete_user",
    ] {
      #expect(try PolicyPattern(spelling).matches(Self.subjects[2]))
      #expect(try !PolicyPattern(spelling).matches(Self.subjects[1]))
    }
  }

  @Test func `Destructive calls are held by default in embedded runtimes`() {
    let engine = PolicyEngine(layers: [.init(source: "test", policy: .holdDestructive)])
    #expect(Self.subjects.map { engine.decide(on: $0).verdict } == [.allow, .allow, .hold, .hold, .allow, .hold])
  }

  @Test func `A decision names the rule and the source`() throws {
    let engine = PolicyEngine(layers: [
      .init(source: "command line", policy: .everything),
      .init(source: "account 'staging'", policy: Policy(deny: [try PolicyPattern("delete_*")])),
    ])
    let decision = engine.decide(on: Self.subjects[2])
    #expect(decision == .init(verdict: .refuse, rule: "deny delete_*", source: "account 'staging'"))
  }

  @Test func `Calls are counted in all and function by function`() throws {
    var policy = Policy()
    policy.callsAtMost = 3
    policy.callsOfEachAtMost = [try PolicyPattern("create_*"): 1]
    let engine = PolicyEngine(layers: [.init(source: "test", policy: policy)])
    var counts = CallCounts()
    #expect(engine.decide(on: Self.subjects[1], counts: counts).verdict == .allow)
    counts.count(Self.subjects[1])
    #expect(engine.decide(on: Self.subjects[1], counts: counts).verdict == .refuse)
    counts.count(Self.subjects[0])
    #expect(engine.decide(on: Self.subjects[0], counts: counts).verdict == .allow)
    counts.count(Self.subjects[0])
    #expect(engine.decide(on: Self.subjects[0], counts: counts).verdict == .refuse)
  }

  @Test(arguments: ["", "logto.", "Delete User", "path:users", "path:GET /a b", "delete-user"])
  func `What is no pattern is refused by name`(text: String) {
    #expect(throws: PolicyPatternError(text: text)) { try PolicyPattern(text) }
  }

  @Test(arguments: 0..<400)
  func `Adding a deny rule or narrowing an allow list never allows more`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let patterns = try Self.texts.map { try PolicyPattern($0) }
    func some() -> [PolicyPattern] { patterns.filter { _ in UInt8.random(in: 0..<4, using: &random) == 0 } }
    let before = Policy(readOnly: .random(using: &random), allow: some(), deny: some(), hold: some())
    var after = before
    if Bool.random(using: &random) || after.allow.count < 2 {
      after.deny.append(patterns.randomElement(using: &random) ?? patterns[0])
    } else {
      after.allow.removeLast()
    }
    for subject in Self.subjects {
      let old = PolicyEngine(layers: [.init(source: "a", policy: before)]).decide(on: subject).verdict
      let new = PolicyEngine(layers: [.init(source: "a", policy: after)]).decide(on: subject).verdict
      let layered = PolicyEngine(layers: [.init(source: "a", policy: before), .init(source: "b", policy: after)])
      #expect(new >= old)
      #expect(layered.decide(on: subject).verdict == max(old, new))
    }
  }

  @Test func `A star matches any run of characters`() {
    #expect(Glob.matches("a*b*c", "axxbyyc"))
    #expect(!Glob.matches("a*b*c", "axxbyy"))
    #expect(Glob.matches("*", ""))
    #expect(!Glob.matches("", "a"))
  }
}
