import LogtoCatalogue
import LogtoClient
import LogtoDemo
import TestSupport
import Testing

@testable import LogtoLua

/// The examples of contract/docs/, each run against a demo tenant of its own over real HTTP. What their made-up ids
/// stand for, and what is there before, is in Tests/Fixtures/demo/examples.lua.
@Suite struct DemoDocumentationTests {
  static let simulated = Catalogue.shipped.operations.filter { $0.isSimulated }

  /// Operations that the demo tenant refuses, as a tenant without these things does: the error code, and why.
  static let refused: [String: (code: String, reason: String)] = [
    "create_hook_test": ("hook.send_test_payload_failed", "nobody listens at the example's address"),
    "delete_secret": ("entity.not_found", "no provider's token is ever stored"),
    "get_saml_application_callback": ("oidc.invalid_request", "no browser comes back from a sign-in"),
    "assert_saml": ("connector.unexpected_type", "the connector is not a SAML one"),
    "assert_single_sign_on_saml": ("session.connector_validation_session_not_found", "no browser went to the provider"),
    "create_user_asset": ("storage.not_configured", "the demo tenant has no storage"),
    "upload_custom_ui_assets": ("storage.not_configured", "the demo tenant has no storage"),
    "get_user_session": ("oidc.session_not_found", "nobody signs in to the demo tenant"),
    "delete_user_session": ("oidc.session_not_found", "nobody signs in to the demo tenant"),
    "delete_user_grant": ("oidc.invalid_grant", "nobody signs in to the demo tenant"),
    "get_user_sso_identity": ("user.sso_identity_not_exist", "nobody signs in to the demo tenant"),
    "verify_verification_code": ("verification_code.code_mismatch", "the code was sent, and cannot be read"),
    "delete_application_legacy_secret": ("application.no_legacy_secret_found", "no application is that old"),
  ]

  private func run(_ operation: Operation) async throws -> Outcome {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let source = try #require(Files.read("\(Files.repositoryRoot)/Tests/Fixtures/demo/examples.lua"))
    let words = try #require(operation.documentation)
    let arguments = [operation.shortName, try #require(words.example)] + words.ids.flatMap { [$0.name, $0.text] }
    let outcome = await OwnThread.run {
      Run(RunConfiguration(clients: ClientSource(account), arguments: arguments)).execute(source, name: "examples.lua")
    }
    await tenant.stop()
    return outcome
  }

  @Test(arguments: simulated.map(\.shortName)) func `an example does at the demo tenant what it says`(
    name: String
  ) async throws {
    let outcome = try await run(try #require(Catalogue.shipped.operation(named: name)))
    if let refusal = Self.refused[name] {
      #expect(
        outcome.error?.fields["code"] == .string(refusal.code), "\(refusal.reason): \(outcome.error?.message ?? "")")
    } else {
      #expect(outcome.error == nil, "\(outcome.error?.description ?? "")")
      #expect(outcome.calls.contains { $0.operation == name })
    }
  }

  @Test func `every operation is simulated but those that an end user calls`() {
    let others = Catalogue.shipped.operations.filter { $0.auth == .management || $0.auth == .public }
    let simulated = others.filter(\.isSimulated)
    print(
      "examples that the demo tenant simulates: \(simulated.count) of \(others.count), refused \(Self.refused.count)")
    #expect(simulated.count == others.count)
    #expect(Self.refused.keys.allSatisfy { Catalogue.shipped.operation(named: $0)?.isSimulated == true })
  }
}

extension Operation {
  /// Whether the demo tenant simulates it.
  fileprivate var isSimulated: Bool { DemoTenant.simulatedOperations.contains(name) }
}
