import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

/// A refused call sends nothing: for every operation, every kind of rule, and every way in which a script can call.
// One after the other: each of them fills a processor.
@Suite(.serialized) struct RefusedCallTests {
  /// A policy, and which calls it refuses.
  struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let policy: Policy
    var concerns: @Sendable (LogtoCatalogue.Operation) -> Bool = { _ in true }
    /// Whether it refuses paths that no operation has.
    var refusesOtherPaths = true
    var testDescription: String { name }
  }

  static func rules() throws -> [Rule] {
    func patterns(_ texts: String...) throws -> [PolicyPattern] { try texts.map { try PolicyPattern($0) } }
    let operations = Catalogue.shipped.operations
    var none = Policy()
    none.callsAtMost = 0
    var noneOfEach = Policy()
    noneOfEach.callsOfEachAtMost = [try PolicyPattern("*"): 0]
    return [
      Rule(name: "read-only", policy: .readOnly, concerns: \.isWrite),
      Rule(name: "deny *", policy: Policy(deny: try patterns("*"))),
      Rule(name: "deny read, write", policy: Policy(deny: try patterns("read", "write"))),
      Rule(
        name: "deny destructive", policy: Policy(deny: try patterns("destructive")), concerns: \.isDestructive,
        refusesOtherPaths: false),
      Rule(name: "deny group:*", policy: Policy(deny: try patterns("group:*")), refusesOtherPaths: false),
      Rule(name: "deny path:*", policy: Policy(deny: try patterns("path:*"))),
      Rule(
        name: "deny every name", policy: Policy(deny: try operations.map { try PolicyPattern($0.name) }),
        refusesOtherPaths: false),
      Rule(name: "allow another group", policy: Policy(allow: try patterns("group:nothing"))),
      Rule(
        name: "allow list_hooks alone", policy: Policy(allow: try patterns("list_hooks")),
        concerns: { $0.shortName != "list_hooks" }),
      Rule(
        name: "allow reads alone", policy: Policy(allow: try patterns("read")), concerns: \.isWrite),
      Rule(name: "no calls", policy: none),
      Rule(name: "no calls of *", policy: noneOfEach),
      Rule(name: "hold *", policy: Policy(hold: try patterns("*"))),
      Rule(
        name: "hold destructive", policy: .holdDestructive, concerns: \.isDestructive, refusesOtherPaths: false),
    ]
  }

  /// How a call is made, as Lua. `op` has the name, method and path; `refused` calls a function that must not succeed.
  private static let entrances = """
    local count = 0
    local function refused(entrance, fn, ...)
      local ok, err = pcall(fn, ...)
      if ok then error(op.name .. " by " .. entrance .. " went through") end
      if err.kind == "policy" then
        if err.outcome ~= "not_sent" then error(op.name .. ": " .. err.outcome) end
        count = count + 1
      elseif err.kind ~= "validation" then
        error(op.name .. " by " .. entrance .. ": " .. tostring(err))
      end
    end
    for _, operation in ipairs(operations) do
      op = operation
      local name, args, options = op.name, op.args, { validate = false }
      local function call() return logto[name](args, options) end
      local before = count
      refused("function", call)
      refused("full name", logto["logto_" .. name], args, options)
      refused("app.integrations", app.integrations.logto[name], args, options)
      refused("call", logto.call, name, args, options)
      refused("try", logto.try[name], args, options)
      refused("request", logto.request, { method = op.method, path = op.path })
      refused("request in another case", logto.request, { method = op.method:lower(), path = op.other })
      refused("nested coroutine", coroutine.wrap(function() return coroutine.wrap(call)() end))
      refused("parallel branch", parallel.all, { function() return parallel.all{ call } end })
      refused("mapped branch", parallel.map, { 1, 2 }, call)
      refused("other account", logto.account("other")[name], args, options)
      refused("other account's call", logto.account("other").call, name, args, options)
      refused("account option", logto[name], args, { validate = false, account = "other" })
      if count - before ~= 13 then error(name .. ": " .. count - before .. " of 13 ways were refused by the policy") end
      if op.list then
        refused("each", function() for _ in logto.each(name, args, options) do end end)
        refused("all", logto.all, name, args, options)
        refused("count", logto.count, name, args, options)
        refused("find", logto.find, name, { [op.field] = "x" }, args, options)
        refused("other account's all", logto.account("other").all, name, args, options)
        if count - before ~= 18 then error(name .. ": " .. count - before .. " of 18 ways were refused") end
      end
    end
    for _, request in ipairs(others) do
      refused("request", logto.request, request)
      refused("other account's request", logto.account("other").request, request)
    end
    if #others > 0 then
      refused("sign-in", logto.sign_in.finish, "http://127.0.0.1/cb?code=x")
    end
    return count
    """

  private static func script(_ rule: Rule) -> (source: String, operations: Int) {
    let concerned = Catalogue.shipped.operations.filter(rule.concerns)
    let operations = concerned.map { operation in
      let path = operation.pathSegments.map { segment in
        if case .literal(let text) = segment { text } else { "x" }
      }
      let arguments = operation.parameters.filter { $0.place == .path }.map { "\($0.argument) = 'x'" }
      // Lists of parameters are as good as none here: nothing is checked but the path.
      let isList = operation.pagination != nil || operation.answersList
      let list = operation.success?.schema
      let element = operation.itemsKey.map { list?.property(named: $0)?.node.items } ?? list?.items
      return """
        { field = "\(element?.properties.first?.name ?? "id")", name = "\(operation.shortName)", method = "\(operation.method)", path = "/\(path.joined(separator: "/"))",
          other = "/api//./\(path.dropFirst().joined(separator: "/").uppercased())/", list = \(isList),
          args = { \(arguments.joined(separator: ", ")) } },
        """
    }
    let others = """
      { method = "DELETE", path = "/api/new/x" }, { method = "POST", path = "/api/New", body = {} },
      { method = "PUT", path = "/api/%6eew/x" },
      """
    let source = """
      op = nil
      local operations = { \(operations.joined(separator: "\n")) }
      local others = { \(rule.refusesOtherPaths ? others : "") }
      \(entrances)
      """
    return (source, concerned.count)
  }

  @Test(arguments: try rules())
  func `a refused call sends nothing`(_ rule: Rule) async throws {
    let tenant = try CountingTenant()
    let other = try CountingTenant()
    let (source, operations) = Self.script(rule)
    let clients = ClientSource(
      try .machine(endpoint: tenant.endpoint, appID: "a", appSecret: "b"),
      named: ["other": try .machine(endpoint: other.endpoint, appID: "a", appSecret: "b")])
    let outcome = await OwnThread.run {
      var configuration = RunConfiguration(clients: clients)
      configuration.limits.time = .seconds(300)
      configuration.limits.calls = 1_000_000
      configuration.gate = PolicyGate(rule.policy)
      return Run(configuration).execute(Array(source.utf8), name: "refused.lua")
    }
    #expect(outcome.error == nil, "\(String(describing: outcome.error))")
    #expect(tenant.seen == [])
    #expect(other.seen == [])
    #expect(outcome.writes == [])
    #expect((Int(outcome.value ?? "") ?? 0) >= operations * 13)
    await tenant.stop()
    await other.stop()
  }

  @Test func `what is confirmed is sent, and what is not sends nothing`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u1"}"#)
    let gate = PolicyGate(.holdDestructive) { call, _ in
      call.path == "/api/users/u1"
    }
    let outcome = try await run(
      "logto.delete_user{ user_id = 'u1' } logto.delete_user{ user_id = 'u2' }", against: tenant, gate)
    #expect(outcome.error?.kind == .policy)
    #expect(tenant.seen.map(\.path) == ["/api/users/u1"])
  }

  @Test func `a parameter that leads to another function is judged as that function`() async throws {
    let tenant = try FakeTenant()
    let policy = Policy(deny: [try PolicyPattern("get_oidc_session_config")])
    let outcome = try await run(
      "logto.get_oidc_keys({ key_type = 'session' }, { validate = false })", against: tenant, PolicyGate(policy))
    #expect(outcome.error?.kind == .policy, "\(String(describing: outcome.error))")
    #expect(tenant.seen.isEmpty)
  }
}
