// What connectors can be made of: a few services that send mail and messages, and social providers.

import JSON

enum ConnectorFactoryRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_connector_factories": { store, _ throws(DemoError) in .list(store[.connectorFactories].all) },
    "logto_get_connector_factory": { store, call throws(DemoError) in .object(try require(store, call.id())) },
  ]

  /// A factory, or 404.
  static func require(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    guard let row = store[.connectorFactories].row(id) else {
      throw DemoError(404, "entity.not_found", "The resource does not exist.")
    }
    return row
  }

  /// The factories that every tenant has here; a real one has some forty.
  static func add(_ store: inout DemoStore) {
    for (id, target, name, type) in [
      ("simple-mail-transfer-protocol", "smtp", "SMTP", "Email"),
      ("sendgrid-email-service", "sendgrid", "SendGrid", "Email"),
      ("twilio-short-message-service", "twilio", "Twilio", "Sms"), ("google-universal", "google", "Google", "Social"),
      ("github-universal", "github", "GitHub", "Social"),
    ] {
      let isSocial = type == "Social"
      var row: JSONObject = [
        "type": .string(type), "isDemo": false, "id": .string(id), "target": .string(target),
        "name": ["en": .string(name)], "description": ["en": .string("\(name), simulated")],
        "logo": "https://demo.logto.example/logo.svg", "logoDark": .null, "readme": "",
        "configTemplate": .string(isSocial ? #"{"clientId":"<client-id>","clientSecret":"<client-secret>"}"# : "{}"),
        "platform": isSocial ? "Universal" : .null,
      ]
      if isSocial { row["isTokenStorageSupported"] = true }
      store[.connectorFactories].insert(row)
    }
  }
}
