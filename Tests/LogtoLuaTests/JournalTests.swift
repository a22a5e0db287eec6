import HTTPServer
import HTTPTransport
import JSON
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

/// What a run leaves behind, in its outcome: the writes it had done, in order, with their ids; those whose outcome is
/// unknown; and its calls, function by function.
@Suite struct JournalTests {
  /// A tenant whose every answer is a thing with the id `id-N`, N the request's number.
  static func numbering() throws -> FakeTenant {
    try FakeTenant { _, number in .json(Array(#"{"id":"id-\#(number)"}"#.utf8)) }
  }

  static let twoWrites = """
    logto.create_user{ username = 'ada' }
    logto.get_user{ user_id = 'ada' }
    logto.create_role{ name = 'r', description = 'd' }
    """

  @Test(arguments: [
    ("while true do end", "cpu"), ("local t = {} while true do t[#t + 1] = ('x'):rep(1e5) end", "memory"),
    ("for i = 1, 10 do pcall(logto.get_user, { user_id = 'u' }) end", "calls"), ("return ('x'):rep(1e6)", "result"),
    ("while true do print(('x'):rep(1000)) end", "output"),
  ])
  func `a run that hits a limit lists the writes it had done`(rest: String, limit: String) async throws {
    let tenant = try Self.numbering()
    let outcome = try await run("\(Self.twoWrites) \(rest)", against: tenant) {
      // Time enough for the writes, whatever else the machine does.
      $0.limits.time = .seconds(60)
      if limit == "cpu" { $0.limits.cpu = .milliseconds(500) }
      $0.limits.calls = 5
    }
    #expect(outcome.error?.fields["limit"]?.stringValue == limit, "\(outcome.failure)")
    #expect(outcome.writes.map(\.operation) == ["create_user", "create_role"])
    #expect(outcome.writes.map(\.id) == ["id-1", "id-3"])
    #expect(outcome.writes.allSatisfy { $0.state == .done })
  }

  @Test func `a run that is cancelled lists them too, that under way among them when it is answered`() async throws {
    let arrived = WaitCell<Bool>()
    let cancelled = WaitCell<Bool>()
    let tenant = try FakeTenant(answering: { _, number in
      if number == 2 {
        arrived.fill(true)
        await cancelled.wait()
      }
      return .json(Array(#"{"id":"id-\#(number)"}"#.utf8))
    })
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    let client = LogtoClient(account: account, transport: CurlTransport())
    let runtime = LogtoRuntime(client: client)
    let task = Task {
      await runtime.run(
        "logto.create_user{ username = 'a' } logto.create_user{ username = 'b' } logto.create_user{ username = 'c' }")
    }
    await arrived.wait()
    task.cancel()
    cancelled.fill(true)
    let outcome = await task.value
    #expect(outcome.error?.fields["limit"] == "cancelled")
    #expect(outcome.writes.map(\.id) == ["id-1", "id-2"])
    #expect(tenant.seen.count == 2)
    await tenant.stop()
  }

  @Test func `a write whose answer never came is unknown, and the ones before it are done`() async throws {
    let server = try FaultServer { connection in
      var writes = 0
      while let request = connection.readRequest() {
        if request.target.hasPrefix("/oidc") {
          connection.answerToken()
          continue
        }
        writes += 1
        if writes > 1 { return }
        connection.answerJSON(#"{"id":"first"}"#)
      }
    }
    defer { server.stop() }
    let account = try Account.machine(endpoint: server.url, appID: "a", appSecret: "b")
    let outcome = try await run(
      "logto.create_user{ username = 'a' } logto.create_user{ username = 'b' }", against: try FakeTenant()
    ) { $0.clients = ClientSource(account) }
    #expect(outcome.error?.fields["outcome"] == "unknown", "\(outcome.failure)")
    #expect(outcome.writes.map(\.state) == [.done, .unknown])
    #expect(outcome.writes.map(\.id) == ["first", nil])
  }

  @Test func `writes of branches stand in the order in which they were begun`() async throws {
    let last = WaitCell<Bool>()
    let tenant = try FakeTenant(answering: { request, number in
      // The first to be begun is the last to be answered.
      if request.path.hasSuffix("/u1") { await last.wait() } else if request.path.hasSuffix("/u3") { last.fill(true) }
      return .json(Array("{}".utf8))
    })
    let outcome = try await run(
      "parallel.map({ 'u1', 'u2', 'u3' }, function(id) logto.update_user{ user_id = id, name = 'x' } end)",
      against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(outcome.writes.map(\.path) == ["/api/users/u1", "/api/users/u2", "/api/users/u3"])
    await tenant.stop()
  }

  @Test func `what a delete removed is named by the id in its path`() async throws {
    let tenant = try FakeTenant { _, _ in ServerResponse(status: 204) }
    let outcome = try await run(
      "logto.delete_user{ user_id = 'u 1' } logto.delete_organization_role{ id = 'r2' }", against: tenant)
    #expect(outcome.writes.map(\.id) == ["u 1", "r2"], "\(outcome.failure)")
  }

  @Test func `calls are counted by function, failed ones apart, and refused ones among them`() async throws {
    let tenant = try FakeTenant { request, _ in
      request.method == "GET"
        ? .json(Array("{}".utf8)) : .json(Array(#"{"code":"x","message":"no"}"#.utf8), status: 422)
    }
    let policy = Policy(deny: [try PolicyPattern("delete_*")])
    let outcome = try await run(
      """
      for i = 1, 3 do logto.get_user{ user_id = 'u' } end
      pcall(logto.create_user, { username = 'a' })
      pcall(logto.delete_user, { user_id = 'u' })
      logto.request{ path = '/api/new' }
      """, against: tenant
    ) { $0.gate = PolicyGate(PolicyEngine(layers: [.init(source: "test", policy: policy)])) }
    #expect(outcome.calls.map(\.operation) == ["get_user", "create_user", "delete_user", "GET /api/new"])
    #expect(outcome.calls.map(\.count) == [3, 1, 1, 1])
    #expect(outcome.calls.map(\.failed) == [0, 1, 1, 0])
    #expect(outcome.writes.isEmpty)
  }

  @Test func `a secret in a path is hidden in what the outcome lists`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"a1","secret":"Xk29fQzW71mPsecretvalue"}"#)
    let outcome = try await run(
      """
      local app = logto.get_application{ id = 'a1' }
      logto.delete_user{ user_id = app.secret }
      logto.request{ method = 'POST', path = '/api/new/' .. app.secret }
      """, against: tenant)
    #expect(!"\(outcome.writes) \(outcome.calls)".contains("Xk29fQzW71mP"), "\(outcome.failure)")
    #expect(outcome.writes.first?.path == "/api/users/‹secret of application a1›")
  }
}
