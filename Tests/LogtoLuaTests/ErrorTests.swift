import HTTPServer
import JSON
import TestSupport
import Testing

/// Errors, and `logto.try`.
@Suite struct ErrorTests {
  static let missing = #"{"code":"entity.not_found","message":"The resource does not exist."}"#

  @Test func `an answer that is an error raises a table with all that is known`() async throws {
    let tenant = try FakeTenant { _, _ in
      var response = ServerResponse.json(Array(Self.missing.utf8), status: 404)
      response.headers.append(ServerHeader("Logto-Core-Request-Id", "r-9"))
      return response
    }
    let outcome = try await run(
      """
      local ok, err = pcall(logto.delete_user, { user_id = 'nope' })
      return { ok = ok, kind = err.kind, status = err.status, code = err.code, operation = err.operation,
        request_id = err.request_id, outcome = err.outcome, retryable = err.retryable, text = tostring(err) }
      """, against: tenant)
    let result = outcome.result
    #expect(result["ok"] == false, "\(outcome.failure)")
    #expect(result["kind"] == "http")
    #expect(result["status"] == 404)
    #expect(result["code"] == "entity.not_found")
    #expect(result["operation"] == "delete_user")
    #expect(result["request_id"] == "r-9")
    #expect(result["outcome"] == "refused")
    #expect(result["text"]?.stringValue?.contains("The resource does not exist.") == true)
  }

  @Test func `the tenant's details are in the message`() async throws {
    // As recorded.
    let answer = #"""
      {"code":"guard.invalid_input","data":{"issues":[{"code":"invalid_type","expected":"boolean","received":"string",
       "path":["isSuspended"],"message":"Expected boolean, received string"}],"name":"ZodError"},
       "message":"The request body is invalid.",
       "details":"Error in key path \"isSuspended\": (invalid_type) Expected boolean but received string."}
      """#
    let tenant = try FakeTenant(json: answer, status: 400)
    let outcome = try await run("logto.update_user{ user_id = 'a', name = 'x' }", against: tenant)
    #expect(outcome.failure.contains("isSuspended"), "\(outcome.failure)")
  }

  @Test func `a tenant's refusal comes back from try as nil and the error`() async throws {
    let tenant = try FakeTenant(json: Self.missing, status: 404)
    let outcome = try await run(
      "local user, err = logto.try.get_user{ user_id = 'x' } return { user == nil, err.code }", against: tenant)
    #expect(outcome.result == [true, "entity.not_found"], "\(outcome.failure)")
  }

  @Test(arguments: [
    ("logto.try.get_user{ usr_id = 'x' }", 404), ("logto.try.get_user{ user_id = 'x' }", 500),
    ("logto.try.get_user{ user_id = 'x' }", 401), ("logto.try.get_usr{ user_id = 'x' }", 404),
  ])
  func `try still raises a typing error, an ended token and a tenant's failure`(
    _ call: String, _ status: Int
  ) async throws {
    let body = status == 401 ? #"{"code":"auth.unauthorized","message":"Unauthorized."}"# : Self.missing
    let tenant = try FakeTenant(json: body, status: status)
    let outcome = try await run(call, against: tenant)
    #expect(outcome.error != nil)
  }

  @Test func `try passes a good result on`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u1"}"#)
    #expect(try await run("return logto.try.get_user{ user_id = 'u1' }.id", against: tenant).result == "u1")
  }

  @Test func `a failed run lists the writes that it had done`() async throws {
    let tenant = try FakeTenant { request, _ in
      request.method == "POST"
        ? .json(Array(#"{"id":"new-1"}"#.utf8)) : .json(Array(Self.missing.utf8), status: 404)
    }
    let outcome = try await run(
      "logto.create_user{ username = 'ada' } logto.get_user{ user_id = 'x' }", against: tenant)
    #expect(outcome.error?.kind == .http)
    #expect(outcome.writes.map(\.operation) == ["create_user"])
    #expect(outcome.writes.first?.id == "new-1")
    #expect(outcome.calls.map(\.count) == [1, 1])
    #expect(outcome.calls.map(\.failed) == [0, 1])
  }

  @Test func `without an account a call says what to set`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.list_users()", against: tenant) { $0.clients = .none }
    #expect(outcome.error?.kind == .auth)
    #expect(outcome.failure.contains("LOGTO_ENDPOINT"))
  }

  @Test func `an error carries the script's line`() async throws {
    let tenant = try FakeTenant(json: Self.missing, status: 404)
    let outcome = try await run("local x = 1\nlogto.get_user{ user_id = 'x' }\n", against: tenant)
    #expect(outcome.error?.position?.line == 2)
    #expect(outcome.error?.position?.chunk == "test.lua")
  }
}
