// Configurations: console, keys, sessions, id tokens, scripts for tokens.

import JSON

enum ConfigRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_admin_console_config": { store, _ throws(DemoError) in single(store, "admin-console") },
    "logto_update_admin_console_config": { store, call throws(DemoError) in try change(&store, call, "admin-console") },
    "logto_get_id_token_config": { store, _ throws(DemoError) in single(store, "id-token") },
    "logto_upsert_id_token_config": { store, call throws(DemoError) in try change(&store, call, "id-token") },
    "logto_get_oidc_session_config": { store, _ throws(DemoError) in single(store, "session") },
    "logto_update_oidc_session_config": { store, call throws(DemoError) in try change(&store, call, "session") },
    "logto_get_account_center_settings": { store, _ throws(DemoError) in
      .object(store[.singles].row("account-center")?.with("id", "default") ?? [:])
    },
    "logto_update_account_center_settings": { store, call throws(DemoError) in
      .object(try store.patch(.singles, "account-center", call).with("id", "default"))
    },
    "logto_get_oidc_keys": { store, call throws(DemoError) in
      .list(store[.oidcKeys].all.filter { $0["_type"] == .string(call.id("keyType")) }.map(\.shown))
    },
    "logto_delete_oidc_key": deleteKey,
    "logto_rotate_oidc_keys": rotateKeys,
    "logto_list_jwt_customizers": listCustomizers,
    "logto_get_jwt_customizer": { store, call throws(DemoError) in .object(try customizer(store, call).without("id")) },
    "logto_upsert_jwt_customizer": upsertCustomizer,
    "logto_update_jwt_customizer": { store, call throws(DemoError) in
      .object(try store.patch(.jwtCustomizers, try customizer(store, call).id, call).without("id"))
    },
    "logto_delete_jwt_customizer": { store, call throws(DemoError) in
      try store.remove(.jwtCustomizers, try customizer(store, call).id)
    },
  ]

  private static func single(_ store: DemoStore, _ id: String) -> DemoAnswer {
    .object(store[.singles].row(id)?.without("id") ?? [:])
  }

  private static func change(_ store: inout DemoStore, _ call: Call, _ id: String) throws(DemoError) -> DemoAnswer {
    .object(try store.patch(.singles, id, call).without("id"))
  }

  // MARK: Keys

  @Sendable private static func deleteKey(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let type = JSONValue.string(call.id("keyType"))
    guard store[.oidcKeys].all.count(where: { $0["_type"] == type }) > 1 else {
      throw DemoError(422, "oidc.key_required", "At least one key is required.")
    }
    guard let key = store[.oidcKeys].row(call.id("keyId")), key["_type"] == type else {
      throw DemoError(404, "oidc.key_not_found", "Key with ID \(call.id("keyId")) is not found.")
    }
    if type == "private-keys", key["status"] != "Previous" {
      throw DemoError(422, "oidc.only_previous_key_can_be_deleted", "Only previous key can be deleted.")
    }
    store[.oidcKeys].remove(key.id)
    return .empty
  }

  @Sendable private static func rotateKeys(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let type = JSONValue.string(call.id("keyType"))
    let isSigning = type == "private-keys"
    let now = store.clock.tick()
    let old = store[.oidcKeys].all.filter { $0["_type"] == type }
    _ = store[.oidcKeys].removeAll { $0["_type"] == type }
    var new: JSONObject = ["id": .string(store.ids.next(21)), "createdAt": .integer(now / 1_000)]
    if isSigning {
      new["signingKeyAlgorithm"] = call["signingKeyAlgorithm"] ?? "EC"
      new["status"] = "Current"
    }
    new["_type"] = type
    store[.oidcKeys].insert(new)
    if let last = old.first { store[.oidcKeys].insert(isSigning ? last.with("status", "Previous") : last) }
    return .list(store[.oidcKeys].all.filter { $0["_type"] == type }.map(\.shown))
  }

  // MARK: Scripts

  private static func key(_ call: Call) -> String {
    call.id("tokenTypePath") == "access-token" ? "jwt.accessToken" : "jwt.clientCredentials"
  }

  private static func customizer(_ store: DemoStore, _ call: Call) throws(DemoError) -> JSONObject {
    try store.require(.jwtCustomizers, key(call))
  }

  @Sendable private static func listCustomizers(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    .list(store[.jwtCustomizers].all.map { ["key": .string($0.id), "value": .object($0.without("id"))] })
  }

  @Sendable private static func upsertCustomizer(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let row = (call.body.objectValue ?? [:]).with("id", .string(key(call)))
    let isNew = !store[.jwtCustomizers].remove(row.id)
    store[.jwtCustomizers].insert(row)
    return .object(row.without("id"), status: isNew ? 201 : 200)
  }
}
