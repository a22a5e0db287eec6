import HTTPServer
import JSON
import TestSupport
import Testing

@testable import LogtoLua

/// What a script gets for an answer.
@Suite struct ResultTests {
  static let user = #"{"id":"u1","username":"ada","name":null,"lastSignInAt":5,"customData":{"a":1},"identities":{}}"#

  @Test func `one value comes back, wherever the call stands`() async throws {
    let tenant = try FakeTenant(json: Self.user)
    let outcome = try await run(
      """
      local ids = {}
      table.insert(ids, logto.get_user{ user_id = 'u1' })
      local list = { logto.get_user{ user_id = 'u1' } }
      print(logto.get_user{ user_id = 'u1' })
      return { #ids, #list, select('#', logto.get_user{ user_id = 'u1' }) }
      """, against: tenant)
    #expect(outcome.result == [1, 1, 1], "\(outcome.failure)")
    #expect(outcome.printed.contains("ada"))
  }

  @Test func `call gives the value and meta`() async throws {
    let tenant = try FakeTenant { _, _ in
      var response = ServerResponse.json(Array("[]".utf8))
      response.headers += [ServerHeader("Total-Number", "41"), ServerHeader("Logto-Core-Request-Id", "r-1")]
      return response
    }
    let outcome = try await run(
      """
      local users, meta = logto.call('list_users', { page_size = 1 })
      return { #users, meta.total, meta.page, meta.page_size, meta.status, meta.request_id, meta.retries }
      """, against: tenant)
    #expect(outcome.result == [0, 41, 1, 1, 200, "r-1", 0], "\(outcome.failure)")
  }

  @Test func `no body is true`() async throws {
    let tenant = try FakeTenant { _, _ in ServerResponse(status: 204) }
    #expect(try await run("return logto.delete_user{ user_id = 'a' }", against: tenant).result == true)
  }

  @Test func `no body of a list operation is an empty list`() async throws {
    let tenant = try FakeTenant { _, _ in ServerResponse(status: 204) }
    #expect(try await run("return logto.list_users()", against: tenant).result == [])
  }

  @Test(arguments: ["Created", "OK"])
  func `the texts of bulk assignments are true`(_ text: String) async throws {
    let tenant = try FakeTenant { _, _ in .text(text, status: 201) }
    let source = "return logto.create_role_user{ id = 'r', userIds = { 'u' } }"
    #expect(try await run(source, against: tenant).result == true)
  }

  @Test func `any other text is the text`() async throws {
    let tenant = try FakeTenant { _, _ in
      ServerResponse(status: 200, headers: [ServerHeader("Content-Type", "text/xml")], body: .bytes(Array("<a/>".utf8)))
    }
    let outcome = try await run("return logto.list_saml_application_metadata{ id = 'a' }", against: tenant)
    #expect(outcome.result == "<a/>", "\(outcome.failure)")
  }

  @Test func `a redirect is its status and location, and is not followed`() async throws {
    let tenant = try FakeTenant { _, _ in
      ServerResponse(status: 302, headers: [ServerHeader("Location", "https://idp.example/x")])
    }
    let outcome = try await run("return logto.get_saml_authn{ id = 'a', saml_request = 'x' }", against: tenant) {
      // The address carries a code.
      $0.revealsSecrets = true
    }
    #expect(outcome.result == ["status": 302, "location": "https://idp.example/x"], "\(outcome.failure)")
    #expect(tenant.seen.count == 1)
  }

  @Test func `a field that the schema does not have raises and names the nearest`() async throws {
    let tenant = try FakeTenant(json: Self.user)
    let outcome = try await run("local u = logto.get_user{ user_id = 'u1' } return u.lastSigninAt", against: tenant)
    #expect(outcome.error?.kind == .script)
    #expect(outcome.failure.contains("did you mean 'lastSignInAt'?"))
  }

  @Test func `documented but absent fields, maps and free-form data read nil`() async throws {
    let tenant = try FakeTenant(json: Self.user)
    let outcome = try await run(
      """
      local u = logto.get_user{ user_id = 'u1' }
      return { u.primaryPhone == nil, u.customData.whatever == nil, u.identities.github == nil, u.name == nil }
      """, against: tenant)
    #expect(outcome.result == [true, true, true, true], "\(outcome.failure)")
  }

  @Test func `a text key on a list says that this is the list`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("return logto.list_users().users", against: tenant)
    #expect(outcome.failure.contains("this is the list itself"))
  }

  @Test func `an absent index of a list reads nil`() async throws {
    let tenant = try FakeTenant(json: "[]")
    #expect(try await run("return logto.list_users()[1] == nil", against: tenant).result == true)
  }

  @Test func `strict false turns strictness off`() async throws {
    let tenant = try FakeTenant(json: Self.user)
    let outcome = try await run(
      "return logto.get_user({ user_id = 'u1' }, { strict = false }).lastSigninAt == nil", against: tenant)
    #expect(outcome.result == true, "\(outcome.failure)")
  }

  @Test func `a result may be changed and sent back`() async throws {
    let tenant = try FakeTenant(
      json: #"{"id":"a1","oidcClientMetadata":{"redirectUris":[],"postLogoutRedirectUris":[]}}"#)
    let outcome = try await run(
      """
      local app = logto.get_application{ id = 'a1' }
      logto.update_application{ id = app.id, oidcClientMetadata = app.oidcClientMetadata }
      """, against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(
      tenant.seen.last?.json
        == ["oidcClientMetadata": ["redirectUris": [], "postLogoutRedirectUris": []]])
  }
}
