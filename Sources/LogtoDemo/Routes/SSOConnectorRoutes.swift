// Enterprise connectors.

import JSON

enum SSOConnectorRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_sso_connector": create,
    "logto_list_sso_connectors": { store, _ throws(DemoError) in .list(store[.ssoConnectors].all.map(view)) },
    "logto_get_sso_connector": { store, call throws(DemoError) in .object(view(try require(store, call.id()))) },
    "logto_update_sso_connector": update,
    "logto_delete_sso_connector": { store, call throws(DemoError) in
      try store.remove(.ssoConnectors, call.id())
    },
  ]

  private static func require(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    guard let row = store[.ssoConnectors].row(id) else { throw .notFound(.ssoConnectors, id) }
    return row
  }

  /// A connector with what is known of its provider.
  static func view(_ row: JSONObject) -> JSONObject {
    let name = row.text("providerName")
    return row.with("name", .string(name)).with("providerType", name == "SAML" || name == "AzureAD" ? "saml" : "oidc")
      .with("providerLogo", "https://demo.logto.example/logo.svg")
      .with("providerLogoDark", "https://demo.logto.example/logo-dark.svg")
  }

  private static func requireFree(_ store: DemoStore, _ call: Call, except id: String?) throws(DemoError) {
    for other in store[.ssoConnectors].all where other.id != id {
      if let name = call["connectorName"], other["connectorName"] == name {
        throw DemoError(
          422, "single_sign_on.duplicate_connector_name",
          "Connector name already exists. Please choose a different name.")
      }
      for domain in call["domains"]?.arrayValue ?? [] where other["domains"]?.arrayValue?.contains(domain) == true {
        throw DemoError(422, "single_sign_on.duplicated_domains", "There are duplicated domains.")
      }
    }
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireFree(store, call, except: nil)
    let now = store.clock.tick()
    let row = store.create(
      .ssoConnectors, idLength: 12,
      [
        "providerName": call["providerName"] ?? .null, "connectorName": call["connectorName"] ?? .null,
        "config": call["config"] ?? [:], "domains": call["domains"] ?? [], "branding": call["branding"] ?? [:],
        "syncProfile": call["syncProfile"] ?? false, "enableTokenStorage": call["enableTokenStorage"] ?? false,
        "createdAt": .integer(now),
      ])
    return .object(row)
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try require(store, call.id())
    try requireFree(store, call, except: call.id())
    return .object(view(try store.patch(.ssoConnectors, call.id(), call)))
  }
}
