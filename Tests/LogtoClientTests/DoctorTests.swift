import HTTPTransport
import LogtoClient
import Testing

@Suite struct DoctorTests {
  private static let date = HTTPHeader("Date", "Tue, 24 Nov 2026 00:00:00 GMT")
  private static let discovery = HTTPResponse.json(200, #"{"issuer":"http://127.0.0.1:3001/oidc"}"#, [date])

  /// What the doctor says of a tenant that is in order but for what `script` answers.
  private func checks(
    compare: @escaping Doctor.Comparison = { _ in (true, "the same 335 operations") },
    tenant script: @escaping @Sendable (HTTPRequest) throws -> HTTPResponse? = { _ in nil }
  ) async throws -> [Doctor.Check] {
    let fake = FakeTransport { request, _ in
      if let answer = try script(request) { return answer }
      if request.isToken { return .token("token-0") }
      return request.url.contains("openid-configuration") ? Self.discovery : .json(200, "{}")
    }
    let client = try fake.client(change: { $0.timeout = .seconds(2) })
    let checks = await Doctor(client, compare: compare).run()
    Secrets.expectNone(in: checks)
    return checks
  }

  @Test func `a tenant in order passes every check, in order`() async throws {
    let checks = try await checks()
    #expect(checks.map(\.name) == Doctor.Name.allCases)
    #expect(checks.allSatisfy { $0.status == .ok && $0.advice == nil })
  }

  @Test func `without a connection the rest is skipped`() async throws {
    let checks = try await checks(tenant: { _ in throw HTTPFailure(.connect, "connection refused") })
    #expect(checks[0].status == .failed && checks[0].advice != nil)
    #expect(checks.dropFirst().allSatisfy { $0.status == .skipped })
  }

  @Test func `a certificate that is not trusted is a matter of TLS`() async throws {
    let checks = try await checks(tenant: { _ in throw HTTPFailure(.tls, "certificate has expired") })
    #expect(checks[0].status == .ok)
    #expect(checks[1].status == .failed && checks[1].message.contains("expired"))
  }

  @Test func `a web server that is no tenant fails the discovery`() async throws {
    let checks = try await checks(tenant: { $0.url.contains("openid") ? .text(200, "text/html", "<html>") : nil })
    #expect(checks.first { $0.name == .discovery }?.status == .failed)
    #expect(checks.first { $0.name == .credentials }?.status == .skipped)
  }

  @Test func `a tenant that knows itself under another address is a warning`() async throws {
    let checks = try await checks(tenant: {
      $0.url.contains("openid") ? .json(200, #"{"issuer":"https://x/oidc"}"#) : nil
    })
    #expect(checks.first { $0.name == .discovery }?.status == .warning)
    #expect(checks.first { $0.name == .read }?.status == .ok)
  }

  @Test(arguments: [
    ("Tue, 24 Nov 2026 00:00:20 GMT", Doctor.Status.ok), ("Tue, 24 Nov 2026 00:02:00 GMT", .warning),
    ("Mon, 23 Nov 2026 22:00:00 GMT", .failed), ("nonsense", .skipped),
  ])
  func `the clocks are compared`(_ date: String, _ status: Doctor.Status) async throws {
    let checks = try await checks(tenant: {
      $0.url.contains("openid")
        ? .json(200, #"{"issuer":"http://127.0.0.1:3001/oidc"}"#, [HTTPHeader("Date", date)]) : nil
    })
    #expect(checks.first { $0.name == .clock }?.status == status)
  }

  @Test(arguments: [
    (401, "oidc.invalid_client", Doctor.Name.credentials), (400, "oidc.invalid_client", .credentials),
    (400, "oidc.invalid_target", .resource),
  ])
  func `what the token endpoint refuses is told apart`(_ status: Int, _ code: String, _ name: Doctor.Name) async throws
  {
    let checks = try await checks(tenant: { $0.isToken ? .json(status, #"{"code":"\#(code)","message":"m"}"#) : nil })
    #expect(checks.first { $0.status == .failed }?.name == name)
    #expect(checks.first { $0.name == name }?.advice != nil)
    #expect(checks.first { $0.name == .read }?.status == .skipped)
  }

  @Test func `a missing role is a matter of the scope`() async throws {
    let checks = try await checks(tenant: { $0.isToken ? .token("token-0", scope: "") : nil })
    #expect(checks.first { $0.status == .failed }?.name == .scope)
    #expect(checks.first { $0.name == .resource }?.status == .ok)
  }

  @Test func `the token is asked for anew, past what is kept`() async throws {
    let fake = FakeTransport { request, _ in request.isToken ? .token("token-0") : Self.discovery }
    let client = try fake.client()
    _ = try await client.send(APIRequest(.get, "/api/users"))
    _ = await Doctor(client).run()
    #expect(fake.tokenRequests.count == 2)
  }

  @Test func `a catalogue that differs is a warning with the way out`() async throws {
    let checks = try await checks(compare: { _ in (false, "7 operations more") })
    #expect(checks.last?.status == .warning && checks.last?.advice?.contains("catalogue refresh") == true)
  }
}
