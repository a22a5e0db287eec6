import JSON
import TestSupport
import Testing

/// The escape hatch, `logto.request`.
@Suite struct RequestTests {
  @Test func `it reaches any path under the API with the account's token`() async throws {
    let tenant = try FakeTenant(json: #"{"a":1}"#)
    let outcome = try await run(
      """
      return logto.request{ method = 'POST', path = '/api/new-thing', query = { b = { 1, 2 }, a = true },
        body = { x = json.array{} }, headers = { ['X-Test'] = 'y' } }
      """, against: tenant)
    #expect(outcome.result == ["a": 1], "\(outcome.failure)")
    let request = try #require(tenant.seen.first)
    #expect(request.method == "POST")
    #expect(request.target == "/api/new-thing?a=true&b=1&b=2")
    #expect(request.json == ["x": []])
    #expect(request.header("x-test") == "y")
    #expect(request.header("authorization") == "Bearer \(FakeTenant.token)")
  }

  @Test func `a path that matches an operation counts as that operation`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.request{ path = '/api/roles/../users/./u1' }", against: tenant)
    #expect(tenant.seen.first?.target == "/api/users/u1", "\(outcome.failure)")
    #expect(outcome.calls.map(\.operation) == ["get_user"])
  }

  @Test(arguments: [
    "/oidc/token", "/api", "/api/..", "/api/%2e%2e/oidc/token", "http://other.example/api/users", "api/users",
    "/api/users#x", "/api/%zz",
  ])
  func `a path that leads elsewhere is refused`(_ path: String) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.request{ path = '\(path)' }", against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(tenant.seen.isEmpty)
  }

  @Test(arguments: ["Authorization", "cookie", "Host", "Content-Length", "transfer-encoding"])
  func `headers that are the program's own are refused`(_ name: String) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.request{ path = '/api/users', headers = { ['\(name)'] = 'x' } }", against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a line break in a header is refused`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.list_users({}, { headers = { a = 'x\\r\\nb: c' } })", against: tenant)
    #expect(outcome.failure.contains("line break"))
    #expect(tenant.seen.isEmpty)
  }
}
