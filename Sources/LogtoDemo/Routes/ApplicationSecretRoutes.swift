// The secrets of applications, each with a name.

import JSON

enum ApplicationSecretRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_application_secrets": list,
    "logto_create_application_secret": create,
    "logto_update_application_secret": update,
    "logto_delete_application_secret": delete,
    "logto_delete_application_legacy_secret": deleteLegacy,
  ]

  /// Makes a secret. Its row's own id is kept from view: to the outside it is known by application and name.
  @discardableResult
  static func make(
    _ store: inout DemoStore, _ application: String, name: String, expiresAt: JSONValue, now: Int64,
    value: String? = nil
  ) -> JSONObject {
    let secret: JSONObject = [
      "tenantId": "default", "applicationId": .string(application), "name": .string(name),
      "value": .string(value ?? store.ids.secret()), "createdAt": .integer(now), "expiresAt": expiresAt,
    ]
    store[.applicationSecrets].insert(secret.with("id", .string(DemoStore.pair(application, name))))
    return secret
  }

  private static func view(_ row: JSONObject) -> JSONObject { row.without("id") }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id())
    return .list(store[.applicationSecrets].all.filter { $0["applicationId"] == application["id"] }.map(view))
  }

  private static func requireFree(_ store: DemoStore, _ call: Call, _ name: String) throws(DemoError) {
    if store[.applicationSecrets].contains(DemoStore.pair(call.id(), name)) {
      throw DemoError(422, "application.secret_name_exists", "Secret name already exists.")
    }
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id())
    let name = call.text("name") ?? ""
    try requireFree(store, call, name)
    let now = store.clock.tick()
    let secret = make(&store, application.id, name: name, expiresAt: call["expiresAt"] ?? .null, now: now)
    return .object(secret, status: 201)
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = DemoStore.pair(call.id(), call.id("name"))
    let name = call.text("name") ?? ""
    guard store[.applicationSecrets].contains(id) else { throw .notFound }
    if name != call.id("name") { try requireFree(store, call, name) }
    let row = store[.applicationSecrets].update(id) { row in
      row["name"] = .string(name)
      row["id"] = .string(DemoStore.pair(call.id(), name))
    }
    return .object(view(row ?? [:]))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try store.remove(.applicationSecrets, DemoStore.pair(call.id(), call.id("name")))
  }

  @Sendable private static func deleteLegacy(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.applications, call.id())
    throw DemoError(
      400, "application.no_legacy_secret_found", "The application does not have a legacy secret.")
  }
}
