// Users' sessions and grants: one of each for every sign-in that was finished.

import JSON

enum SessionRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_sessions": { store, call throws(DemoError) in
      let user = try store.user(call.id("userId"))
      return .object(["sessions": .array(sessions(store, user.id).map(JSONValue.object))])
    },
    "logto_list_user_grants": { store, call throws(DemoError) in
      let user = try store.user(call.id("userId"))
      return .object(["grants": .array(grants(store, user.id).map(JSONValue.object))])
    },
    "logto_get_user_session": { store, call throws(DemoError) in
      let user = try store.user(call.id("userId"))
      return .object(try require(store, user.id, call.id("sessionId")).shown.without("id"))
    },
    "logto_delete_user_session": { store, call throws(DemoError) in
      let user = try store.user(call.id("userId"))
      return try end(&store, user.id, call.id("sessionId"))
    },
    "logto_delete_user_grant": { store, call throws(DemoError) in
      let user = try store.user(call.id("userId"))
      return try withdraw(&store, user.id, call.id("grantId"))
    },
  ]

  static func sessions(_ store: DemoStore, _ user: String) -> [JSONObject] {
    store[.sessions].all.filter { $0["accountId"] == .string(user) }.map { $0.shown.without("id") }
  }

  static func grants(_ store: DemoStore, _ user: String) -> [JSONObject] {
    store[.grants].all.filter { $0["_userId"] == .string(user) }.map(\.shown)
  }

  private static func require(_ store: DemoStore, _ user: String, _ id: String) throws(DemoError) -> JSONObject {
    guard let row = store[.sessions].row(id), row["accountId"] == .string(user) else {
      throw DemoError(404, "oidc.session_not_found", "Session not found.")
    }
    return row
  }

  static func end(_ store: inout DemoStore, _ user: String, _ id: String) throws(DemoError) -> DemoAnswer {
    _ = try require(store, user, id)
    store[.sessions].remove(id)
    return .empty
  }

  /// Withdraws an application's access, and ends the user's tokens for it.
  static func withdraw(_ store: inout DemoStore, _ user: String, _ id: String) throws(DemoError) -> DemoAnswer {
    guard let grant = store[.grants].row(id), grant["_userId"] == .string(user) else {
      throw DemoError(404, "oidc.invalid_grant", "Grant request is invalid.")
    }
    store[.grants].remove(id)
    let application = grant["payload"]?["clientId"]?.stringValue
    store.tokens = store.tokens.filter { $0.value.userID != user || $0.value.applicationID != application }
    return .empty
  }

  /// What a finished sign-in leaves. Sessions last two weeks.
  static func open(_ store: inout DemoStore, _ user: String, _ interaction: Interaction) {
    let now = store.clock.now / 1_000
    let end = now + 14 * 86_400
    let grant = store.ids.next(43)
    let uid = store.ids.next(21)
    let application = JSONValue.string(interaction.application)
    store[.sessions].insert([
      "id": .string(uid),
      "payload": [
        "exp": .integer(end), "iat": .integer(now), "jti": .string(store.ids.next(21)), "uid": .string(uid),
        "kind": "Session", "loginTs": .integer(now), "accountId": .string(user),
        "authorizations": [
          interaction.application: [
            "sid": .string(store.ids.next(21)), "grantId": .string(grant), "persistsLogout": true,
          ]
        ],
      ],
      "lastSubmission": [
        "interactionEvent": .string(interaction.event ?? ""), "userId": .string(user),
        "verificationRecords": .array(interaction.records.map(\.shown)), "signInContext": ["ip": "127.0.0.1"],
      ],
      "clientId": application, "accountId": .string(user), "expiresAt": .integer(end * 1_000),
    ])
    store[.grants].insert([
      "id": .string(grant),
      "payload": [
        "exp": .integer(end), "iat": .integer(now), "jti": .string(grant), "kind": "Grant", "clientId": application,
        "accountId": .string(user),
      ],
      "expiresAt": .integer(end * 1_000), "_userId": .string(user),
    ])
  }
}
