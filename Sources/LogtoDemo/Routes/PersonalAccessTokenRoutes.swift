// Users' personal access tokens, each with a name.

import JSON

enum PersonalAccessTokenRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_personal_access_tokens": list,
    "logto_create_user_personal_access_token": create,
    "logto_update_user_personal_access_token": { store, call throws(DemoError) in
      try rename(&store, call, from: call.id("name"))
    },
    "logto_update_personal_access_token_name": { store, call throws(DemoError) in
      try rename(&store, call, from: call.text("currentName") ?? "")
    },
    "logto_delete_user_personal_access_token": { store, call throws(DemoError) in
      try store.remove(.personalAccessTokens, DemoStore.pair(call.id("userId"), call.id("name")))
    },
    "logto_delete_personal_access_token_post": { store, call throws(DemoError) in
      try store.remove(.personalAccessTokens, DemoStore.pair(call.id("userId"), call.text("name") ?? ""))
    },
  ]

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let rows = store[.personalAccessTokens].all.filter { $0["userId"] == .string(call.id("userId")) }
    return .list(rows.map { $0.without("id") })
  }

  private static func requireFree(_ store: DemoStore, _ id: String) throws(DemoError) {
    if store[.personalAccessTokens].contains(id) {
      throw DemoError(422, "user.personal_access_token_name_exists", "Personal access token name already exists.")
    }
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let name = call.text("name") ?? ""
    let id = DemoStore.pair(user.id, name)
    try requireFree(store, id)
    let now = store.clock.tick()
    let token: JSONObject = [
      "tenantId": "default", "userId": .string(user.id), "name": .string(name),
      "value": .string("pat_" + store.ids.secret()), "createdAt": .integer(now),
      "expiresAt": call["expiresAt"] ?? .null,
    ]
    store[.personalAccessTokens].insert(token.with("id", .string(id)))
    return .object(token, status: 201)
  }

  private static func rename(
    _ store: inout DemoStore, _ call: Call, from old: String
  ) throws(DemoError) -> DemoAnswer {
    let id = DemoStore.pair(call.id("userId"), old)
    guard store[.personalAccessTokens].contains(id) else { throw .notFound }
    let name = call.text("name") ?? ""
    if name != old { try requireFree(store, DemoStore.pair(call.id("userId"), name)) }
    let row = store[.personalAccessTokens].update(id) { row in
      row["name"] = .string(name)
      row["id"] = .string(DemoStore.pair(call.id("userId"), name))
    }
    return .object(row?.without("id") ?? [:])
  }
}
