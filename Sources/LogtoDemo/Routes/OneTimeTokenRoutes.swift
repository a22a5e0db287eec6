// One-time tokens, for links that sign in.

import JSON

enum OneTimeTokenRoutes {
  static let table: [String: DemoHandler] = [
    "logto_add_one_time_tokens": create,
    "logto_get_one_time_token": { store, call throws(DemoError) in
      .object(view(store, try store.require(.oneTimeTokens, call.id())))
    },
    "logto_list_one_time_tokens": list,
    "logto_verify_one_time_token": verify,
    "logto_replace_one_time_token_status": replaceStatus,
    "logto_delete_one_time_token": { store, call throws(DemoError) in try store.remove(.oneTimeTokens, call.id()) },
  ]

  /// A token as shown: one whose time is over is expired.
  private static func view(_ store: DemoStore, _ row: JSONObject) -> JSONObject {
    let isOver = (row["expiresAt"]?.numberValue ?? 0) < Double(store.clock.now)
    return isOver && row["status"] == "active" ? row.with("status", "expired") : row
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let now = store.clock.tick()
    let lifetime = Int64(call["expiresIn"]?.numberValue ?? 600) * 1_000
    let token = store.ids.secret()
    let row = store.create(
      .oneTimeTokens,
      [
        "email": call["email"] ?? .null, "token": .string(token), "context": call["context"] ?? [:],
        "status": "active", "createdAt": .integer(now), "expiresAt": .integer(now + lifetime),
      ])
    return .object(row, status: 201)
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows = store.newest(.oneTimeTokens).map { view(store, $0) }
    for key in ["email", "status"] {
      if let wanted = call.query[key] { rows = rows.filter { $0[key] == .string(wanted) } }
    }
    return .list(rows)
  }

  @Sendable private static func verify(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try consume(&store, call["token"], email: call["email"]))
  }

  /// Uses a token up.
  @discardableResult
  static func consume(
    _ store: inout DemoStore, _ token: JSONValue?, email: JSONValue?
  ) throws(DemoError) -> JSONObject {
    guard let row = store[.oneTimeTokens].first(where: "token", is: token ?? .null) else {
      throw DemoError(404, "one_time_token.token_not_found", "Active token not found with given email and token.")
    }
    guard row["email"] == email else {
      throw DemoError(400, "one_time_token.email_mismatch", "Email mismatch with the given token.")
    }
    switch view(store, row).text("status") {
    case "consumed": throw DemoError(400, "one_time_token.token_consumed", "The token has been consumed.")
    case "revoked": throw DemoError(400, "one_time_token.token_revoked", "The token has been revoked.")
    case "expired": throw DemoError(400, "one_time_token.token_expired", "The token has expired.")
    default: return store[.oneTimeTokens].update(row.id) { $0["status"] = "consumed" } ?? [:]
    }
  }

  @Sendable private static func replaceStatus(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.oneTimeTokens, call.id())
    guard call["status"] != "active" else {
      throw DemoError(400, "one_time_token.cannot_reactivate_token", "Cannot reactivate the token.")
    }
    return .object(store[.oneTimeTokens].update(call.id()) { $0["status"] = call["status"] } ?? [:])
  }
}
