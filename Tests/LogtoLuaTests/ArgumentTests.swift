import JSON
import LogtoCatalogue
import TestSupport
import Testing

@testable import LogtoLua

/// How a call's argument table becomes a request (the section on arguments of the Lua surface).
@Suite struct ArgumentTests {
  @Test func `a key that names a path parameter is that parameter, in both spellings`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.get_user{ user_id = 'a' } logto.get_user{ userId = 'b' }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.map(\.target) == ["/api/users/a", "/api/users/b"])
  }

  @Test func `both spellings at once are an error and nothing is sent`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.get_user{ user_id = 'a', userId = 'a' }", against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(outcome.failure.contains("'user_id' and 'userId' are the same parameter"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `other keys are properties of the body`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.create_user{ username = 'ada', primaryEmail = 'ada@acme.example' }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.json == ["username": "ada", "primaryEmail": "ada@acme.example"])
    #expect(tenant.seen.first?.header("content-type") == "application/json")
  }

  @Test func `a misspelt argument sends nothing and names the nearest`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_user{ usrname = 'x' }", against: tenant)
    #expect(outcome.error?.kind == .validation)
    #expect(outcome.failure.contains("did you mean 'username'?"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a misspelt property inside body sends nothing and names the nearest`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_user{ body = { usrname = 'x' } }", against: tenant)
    #expect(outcome.failure.contains("did you mean 'username'?"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a snake-case spelling of a body property is refused, naming the documented one`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_organization_invitation{ organization_id = 'x' }", against: tenant)
    #expect(outcome.failure.contains("'organizationId'"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `without a body key and without body no body and no content type is sent`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_user()", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.body == [])
    #expect(tenant.seen.first?.header("content-type") == nil)
  }

  @Test func `an empty body is sent as an empty object`() async throws {
    let tenant = try FakeTenant()
    _ = try await run("logto.create_user{ body = {} }", against: tenant)
    #expect(tenant.seen.first.map { String(decoding: $0.body, as: UTF8.self) } == "{}")
  }

  @Test(arguments: [
    ("update_organization", "id", "id"), ("update_organization_role", "id", "id"),
    ("update_organization_scope", "id", "id"), ("update_application_secret", "name", "name"),
    ("update_user_personal_access_token", "name", "name"), ("replace_user_identity", "user_id", "userId"),
  ])
  func `a key that is a parameter and a property is always the parameter`(
    _ operation: String, _ argument: String, _ property: String
  ) async throws {
    let tenant = try FakeTenant()
    let shape = CallShape(try #require(Catalogue.shipped.operation(named: operation)))
    #expect(shape.ambiguous == [property])
    let parameters = shape.operation.parameters.map { "\($0.argument) = 'p'" }.joined(separator: ", ")
    let outcome = try await run(
      "logto.\(operation){ \(parameters), body = { \(property) = 'b' } }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.json == .object([property: "b"]))
    #expect(tenant.seen.first?.path.contains("/p") == true)
  }

  @Test func `there body may stand beside other keys of the body`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.update_organization{ id = 'p', name = 'n', body = { id = 'b' } }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.json == ["name": "n", "id": "b"])
  }

  @Test func `elsewhere body beside other keys of the body is an error`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_user{ username = 'x', body = { name = 'y' } }", against: tenant)
    #expect(outcome.failure.contains("'username' stands beside 'body'"))
    #expect(tenant.seen.isEmpty)
  }

  @Test(arguments: [
    ("assert_saml", "connector_id = 'c', "), ("replace_custom_phrase", "language_tag = 'de', "),
    ("update_application_custom_data", "application_id = 'a', "), ("create_custom_profile_fields_batch", ""),
  ])
  func `where the body has no fixed keys only body works, and the error says so`(
    _ operation: String, _ parameters: String
  ) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.\(operation){ \(parameters) whatever = 1 }", against: tenant)
    #expect(outcome.failure.contains("body = { … }"), "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
  }

  @Test func `the verification id goes out as its header on account operations`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.get_sessions({ logto_verification_id = 'v1' }, { user_token = 'user-token-1' })", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.header("logto-verification-id") == "v1")
    #expect(tenant.seen.first?.header("authorization") == "Bearer user-token-1")
  }

  @Test func `json null clears a field and a nil key is not sent`() async throws {
    let tenant = try FakeTenant()
    _ = try await run("logto.update_user{ user_id = 'a', avatar = json.null, name = nil }", against: tenant)
    #expect(tenant.seen.first.map { String(decoding: $0.body, as: UTF8.self) } == #"{"avatar":null}"#)
  }

  @Test func `a missing parameter is named`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.get_user{}", against: tenant)
    #expect(outcome.failure.contains("'user_id' is missing"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a missing property of the body is named`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.create_role{ name = 'x' }", against: tenant)
    #expect(outcome.failure.contains("needs 'description'"))
    #expect(tenant.seen.isEmpty)
  }

  @Test(arguments: ["", ".", ".."])
  func `a path parameter that is no segment is refused, even without checks`(_ value: String) async throws {
    let tenant = try FakeTenant()
    for options in ["nil", "{ validate = false }"] {
      let outcome = try await run("logto.delete_user({ user_id = '\(value)' }, \(options))", against: tenant)
      #expect(outcome.error?.kind == .validation)
    }
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a path parameter stays one segment`() async throws {
    let tenant = try FakeTenant()
    _ = try await run("logto.get_user{ user_id = 'a/b?c#d' }", against: tenant)
    #expect(tenant.seen.first?.pathSegments == ["api", "users", "a/b?c#d"])
    #expect(tenant.seen.first?.target == "/api/users/a%2Fb%3Fc%23d")
  }

  @Test func `values of parameters are strings, numbers and booleans, whatever is documented`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.get_user{ user_id = 7, include_sso_identities = true } logto.get_user{ user_id = 2.0 }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.map(\.target) == ["/api/users/7?includeSsoIdentities=true", "/api/users/2"])
  }

  @Test func `a list parameter repeats its key`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("logto.list_applications{ types = { 'SPA', 'Native' } }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.queryTexts == ["types=SPA", "types=Native"])
  }

  @Test func `a list for a parameter of one value is an error`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.get_user{ user_id = { 'a' } }", against: tenant)
    #expect(outcome.failure.contains("takes one value"))
  }

  @Test func `a value outside a parameter's enumeration names the nearest`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.list_roles{ type = 'user' }", against: tenant)
    #expect(outcome.failure.contains("did you mean 'User'?"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `validate false skips every check but path safety`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "logto.create_role({ usrname = 'x', type = 5 }, { validate = false })", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.first?.json == ["usrname": "x", "type": 5])
  }

  @Test func `arguments that are no table are an error with an example`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.get_user('a')", against: tenant)
    #expect(outcome.failure.contains("logto.get_user{ user_id = … }"))
  }

  @Test func `a json object is fine as an argument table`() async throws {
    let tenant = try FakeTenant()
    _ = try await run("logto.create_user(json.object{ username = 'x' })", against: tenant)
    #expect(tenant.seen.first?.json == ["username": "x"])
  }
}
