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
    "get_user_sso_identity": ("user.sso_identity_not_exist", "nobody signs in through an enterprise"),
    "delete_application_legacy_secret": ("application.no_legacy_secret_found", "no application is that old"),
  ]

  /// What no script can do: sign as a passkey, or have a provider's token.
  static let refusedToUsers: [String: (code: String, reason: String)] = {
    let unsigned = (code: "session.mfa.webauthn_verification_failed", reason: "no passkey signed the example's answer")
    let none = (code: "session.mfa.webauthn_verification_not_found", reason: "the user has no passkey")
    let unknown = (code: "session.verification_session_not_found", reason: "no passkey was asked for")
    let tokens = (code: "secrets.third_party_token_set.token_not_found", reason: "no provider's token is ever stored")
    return [
      "bind_passkey": ("session.verification_failed", "no passkey signed anything before"),
      "verify_web_authn_registration_verification": unsigned, "verify_web_authn_registration": unsigned,
      "create_web_authn_authentication_verification": none,
      "create_sign_in_passkey_authentication_with_identifier": none,
      "verify_web_authn_authentication_verification": unknown, "verify_sign_in_passkey_authentication": unknown,
      "get_social_identity_access_token": tokens, "get_enterprise_sso_identity_access_token": tokens,
      "update_social_identity_access_token_by_verification_id": (
        "verification_record.social_verification.token_response_not_found", "no provider's token is ever stored"
      ),
      "update_mfa_verification_name": ("verification_record.not_found", "only passkeys have names"),
    ]
  }()

  private func run(_ operation: Operation) async throws -> Outcome {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let source = try #require(Files.read("\(Files.repositoryRoot)/Tests/Fixtures/demo/examples.lua"))
    let words = try #require(operation.documentation)
    let arguments =
      [operation.shortName, try #require(words.example), operation.auth.rawValue]
      + words.ids.flatMap { [$0.name, $0.text] }
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
    if let refusal = Self.refused[name] ?? Self.refusedToUsers[name] {
      #expect(
        outcome.error?.fields["code"] == .string(refusal.code), "\(refusal.reason): \(outcome.error?.message ?? "")")
    } else {
      #expect(outcome.error == nil, "\(outcome.error?.description ?? "")")
      #expect(outcome.calls.contains { $0.operation == name })
    }
  }

  @Test func `every operation is simulated, whoever calls it`() {
    let others = Catalogue.shipped.operations
    let simulated = others.filter(\.isSimulated)
    let refused = Self.refused.merging(Self.refusedToUsers) { first, _ in first }
    print("examples run at the demo tenant: \(simulated.count) of \(others.count), refused \(refused.count):")
    for (name, refusal) in refused.sorted(by: { $0.key < $1.key }) { print("  \(name): \(refusal.reason)") }
    #expect(simulated.count == others.count)
    #expect(refused.keys.allSatisfy { Catalogue.shipped.operation(named: $0)?.isSimulated == true })
  }
}

extension Operation {
  /// Whether the demo tenant simulates it.
  fileprivate var isSimulated: Bool { DemoTenant.simulatedOperations.contains(name) }
}
