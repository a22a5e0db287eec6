// What anybody may read, and what other services call.

import JSON
import LogtoCatalogue

enum WellKnownRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_well_known_experience": { store, _ throws(DemoError) in
      .object(SignInExperienceRoutes.published(store))
    },
    "logto_get_well_known_account_center": { store, _ throws(DemoError) in
      .object(store[.singles].row("account-center")?.with("id", "default") ?? [:])
    },
    "logto_get_sign_in_experience_phrases": phrases,
    "logto_get_hasura_auth": { _, call throws(DemoError) in
      .object(call.query["unauthorized_role"].map { ["X-Hasura-Role": .string($0)] } ?? [:])
    },
    "logto_assert_saml": { store, call throws(DemoError) in
      _ = try ConnectorRoutes.requireSocial(store, call.id("connectorId"))
      throw DemoError(400, "connector.unexpected_type", "The connector's type is not as expected.")
    },
    "logto_assert_single_sign_on_saml": { store, call throws(DemoError) in
      _ = try store.require(.ssoConnectors, call.id("connectorId"))
      throw DemoError(
        404, "session.connector_validation_session_not_found",
        "The connector session for token validation is not found.")
    },
    "logto_get_swagger_json": { _, _ throws(DemoError) in document { _ in true } },
    "logto_get_well_known_management_openapi_json": { _, _ throws(DemoError) in document { $0 == .management } },
    "logto_get_well_known_experience_openapi_json": { _, _ throws(DemoError) in document { $0 == .experience } },
    "logto_get_well_known_user_openapi_json": { _, _ throws(DemoError) in document { $0 == .account } },
  ]

  /// A few of the sign-in page's texts; the custom ones of the language take their places.
  @Sendable private static func phrases(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let language = call.query["lng"] ?? "en"
    var translation: JSONObject = [
      "input": ["username": "Username", "password": "Password", "email": "Email"],
      "action": ["sign_in": "Sign in", "continue": "Continue", "create_account": "Create account"],
    ]
    for branch in store[.customPhrases].row(language)?["translation"]?.objectValue ?? [:] {
      var texts = translation[branch.key]?.objectValue ?? [:]
      for text in branch.value.objectValue ?? [:] { texts[text.key] = text.value }
      translation[branch.key] = .object(texts)
    }
    return .object(["translation": .object(translation)])
  }

  private static func document(_ isMeant: (Operation.Auth) -> Bool) -> DemoAnswer {
    .value(OpenAPIDocument.of(isMeant))
  }
}
