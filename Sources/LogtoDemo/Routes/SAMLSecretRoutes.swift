// The signing certificates of SAML applications. They certify nothing: their bytes are drawn like an id.

import JSON

enum SAMLSecretRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_saml_application_secret": { store, call throws(DemoError) in
      let application = try SAMLApplicationRoutes.require(store, call.id())
      let years = Int64(call["lifeSpanInYears"]?.numberValue ?? 1)
      return .object(make(&store, application.id, years: years, isActive: false).shown, status: 201)
    },
    "logto_list_saml_application_secrets": { store, call throws(DemoError) in
      let application = try SAMLApplicationRoutes.require(store, call.id())
      return .list(store[.samlSecrets].all.filter { $0["_applicationId"] == application["id"] }.map(\.shown))
    },
    "logto_update_saml_application_secret": update,
    "logto_delete_saml_application_secret": delete,
  ]

  private static let frame = (start: "-----BEGIN CERTIFICATE-----\n", end: "\n-----END CERTIFICATE-----\n")

  /// What is between the first and the last line of a certificate.
  static func body(of certificate: String) -> String {
    String(certificate.dropFirst(frame.start.count).dropLast(frame.end.count))
  }

  @discardableResult
  static func make(_ store: inout DemoStore, _ application: String, years: Int64, isActive: Bool) -> JSONObject {
    let now = store.clock.tick()
    let id = store.ids.next(21)
    let print = store.ids.next(40).uppercased()
    let row: JSONObject = [
      "id": .string(id), "certificate": .string(frame.start + store.ids.next(64) + frame.end),
      "createdAt": .integer(now), "expiresAt": .integer(now + years * 365 * DemoClock.day), "active": .bool(isActive),
      "fingerprints": ["sha256": ["formatted": .string(print), "unformatted": .string(print)]],
      "_applicationId": .string(application),
    ]
    store[.samlSecrets].insert(row)
    return row
  }

  private static func require(_ store: DemoStore, _ call: Call) throws(DemoError) -> JSONObject {
    let application = try SAMLApplicationRoutes.require(store, call.id())
    guard let row = store[.samlSecrets].row(call.id("secretId")), row["_applicationId"] == application["id"] else {
      throw .notFound
    }
    return row
  }

  /// Activating one deactivates the others.
  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let secret = try require(store, call)
    let isActive = call["active"] ?? false
    if isActive == true {
      for other in store[.samlSecrets].all where other["_applicationId"] == secret["_applicationId"] {
        store[.samlSecrets].update(other.id) { $0["active"] = false }
      }
    }
    return .object((store[.samlSecrets].update(secret.id) { $0["active"] = isActive } ?? [:]).shown)
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let secret = try require(store, call)
    guard secret["active"] != true else {
      throw DemoError(
        400, "application.saml.can_not_delete_active_secret", "Can not delete the active secret.")
    }
    store[.samlSecrets].remove(secret.id)
    return .empty
  }
}
