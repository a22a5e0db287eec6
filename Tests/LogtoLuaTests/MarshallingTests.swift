import JSON
import TestSupport
import Testing

/// Values on their way to the tenant and back.
@Suite struct MarshallingTests {
  private func sent(_ call: String) async throws -> String {
    let tenant = try FakeTenant()
    let outcome = try await run(call, against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    return tenant.seen.last.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
  }

  @Test func `an empty table is a list where the schema says so, else an object`() async throws {
    let body = try await sent(
      """
      logto.update_application{ id = 'a', oidcClientMetadata = { redirectUris = {}, postLogoutRedirectUris = {} },
        customData = {} }
      """)
    #expect(body.contains(#""redirectUris":[]"#))
    #expect(body.contains(#""customData":{}"#))
  }

  @Test func `in free-form data an array says that it is one`() async throws {
    let body = try await sent("logto.update_user{ user_id = 'a', customData = { tags = json.array{}, map = {} } }")
    #expect(body == #"{"customData":{"map":{},"tags":[]}}"#)
  }

  @Test func `an empty array read and sent back is still one`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u","customData":{"tags":[]}}"#)
    let outcome = try await run(
      """
      local u = logto.get_user{ user_id = 'u' }
      logto.update_user{ user_id = 'u', customData = u.customData }
      """, against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.last?.json == ["customData": ["tags": []]])
  }

  @Test func `large integers leave and return exactly`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u","customData":{"n":9007199254740993}}"#)
    let outcome = try await run(
      """
      local u = logto.update_user{ user_id = 'u', customData = { n = 9007199254740993 } }
      return u.customData.n
      """, against: tenant)
    #expect(outcome.result == 9_007_199_254_740_993, "\(outcome.failure)")
    #expect(tenant.seen.first?.json == ["customData": ["n": 9_007_199_254_740_993]])
  }

  @Test(arguments: [
    ("local t = {} t.self = t", "t", "body.customData.self"),
    ("local t = { a = { 1, 0/0 } }", "t", "body.customData.a[2]"),
    ("local t = { f = print }", "t", "body.customData.f"),
    ("local t = { s = 'a\\xff' }", "t", "body.customData.s"),
    ("local t = { x = 1/0 }", "t", "body.customData.x"),
    ("local t = { 1, 2, x = 3 }", "{ mixed = t }", "body.customData.mixed"),
  ])
  func `what JSON cannot hold is an error that names the path, and nothing is sent`(
    _ setup: String, _ value: String, _ path: String
  ) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "\(setup) logto.update_user{ user_id = 'a', customData = \(value) }", against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(outcome.failure.contains(path), "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a table of 200 levels is an error and nothing is sent`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      """
      local t = {}
      for i = 1, 200 do t = { n = t } end
      logto.update_user{ user_id = 'a', customData = t }
      """, against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(outcome.failure.contains("body.customData.n.n"), "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
  }
}
