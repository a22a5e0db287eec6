import HTTPServer
import JSON
import LogtoCatalogue
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// The names under which functions are found.
@Suite struct NameTests {
  /// Arguments with which every operation can be called.
  private static func arguments(of operation: Operation) -> String {
    let parameters = operation.parameters.filter { $0.place == .path || $0.isRequired }
      .map { "\($0.argument) = 'x'" }.joined(separator: ", ")
    return "{ \(parameters) }"
  }

  @Test func `all 335 functions are called under every spelling, and none is hidden by another`() async throws {
    let tenant = try FakeTenant()
    let operations = Array(Catalogue.shipped.operations)
    #expect(operations.count == 335)
    var lines = ["local options = { validate = false, user_token = 'user-token', strict = false }"]
    for operation in operations {
      let arguments = Self.arguments(of: operation)
      for name in [
        "logto.\(operation.name)", "logto.\(operation.shortName)", "app.integrations.logto.\(operation.name)",
        "app.integrations.logto.\(operation.shortName)", "logto.account('other').\(operation.shortName)",
        "app.integrations.logto.other.\(operation.shortName)",
      ] {
        lines.append("pcall(\(name), \(arguments), options)")
      }
      for name in ["logto.\(operation.name)", operation.name, operation.shortName] {
        lines.append("pcall(logto.call, '\(name)', \(arguments), options)")
      }
    }
    let source = lines.joined(separator: "\n")
    let outcome = try await run(source, against: tenant, others: ["other": tenant]) {
      $0.limits.time = .seconds(300)
    }
    #expect(outcome.error == nil, "\(outcome.failure)")
    // The 36 functions of a sign-in need its cookies and are refused before they are sent.
    for count in outcome.calls { #expect(count.count == 9, "\(count.operation)") }
    #expect(outcome.calls.count == 335)
  }

  @Test func `an unknown name is an error that names the nearest`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.lst_users()", against: tenant)
    #expect(outcome.error?.kind == .script)
    #expect(outcome.failure.contains("'list_users'"), "\(outcome.failure)")
  }

  @Test(arguments: [
    ("update_sign_in_experience", "update_sign_in_exp"), ("get_user_custom_data", "list_user_custom_data"),
    ("create_role_users", "create_role_user"),
  ])
  func `names that people guess are answered by meaning`(_ guess: String, _ meant: String) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.\(guess)()", against: tenant)
    #expect(outcome.failure.contains("'\(meant)'"), "\(outcome.failure)")
  }

  @Test func `pairs visits the short names`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "local n, first = 0, nil for name, f in pairs(logto) do n = n + 1 first = first or type(f) end return { n, first }",
      against: tenant)
    #expect(outcome.result == [335, "function"], "\(outcome.failure)")
  }

  @Test func `an account of another name is called through the same rules`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let other = try FakeTenant(json: "[]")
    let outcome = try await run(
      """
      local staging = logto.account('staging')
      staging.list_users()
      app.integrations.logto.staging.list_users()
      logto.list_users({}, { account = 'staging' })
      for u in staging.each('list_users') do end
      staging.try.list_users()
      """, against: tenant, others: ["staging": other])
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
    #expect(other.seen.count == 5)
  }

  @Test func `an unknown account names the nearest`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("logto.account('stagin')", against: tenant, others: ["staging": tenant])
    #expect(outcome.failure.contains("did you mean 'staging'?"), "\(outcome.failure)")
  }
}
