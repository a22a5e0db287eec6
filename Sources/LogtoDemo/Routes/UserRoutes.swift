// Users: made, read, listed, changed, removed.

import JSON

enum UserRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_user": create,
    "logto_get_user": get,
    "logto_list_users": list,
    "logto_update_user": update,
    "logto_delete_user": delete,
  ]

  static let searchFields = ["id", "primaryEmail", "primaryPhone", "username", "name"]

  /// A user as most operations answer it.
  static func view(_ user: JSONObject) -> JSONObject {
    user.shown.with("hasPassword", .bool(user["_password"] != nil))
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireFree(store, call.body, except: nil)
    try requirePasswordOrDigest(call)
    return .object(view(make(&store, call.body)))
  }

  /// Makes a user; `application` is the one that somebody signed up to.
  static func make(_ store: inout DemoStore, _ body: JSONValue, application: String? = nil) -> JSONObject {
    let now = store.clock.tick()
    var user: JSONObject = ["id": .string(store.ids.next(12))]
    for key in ["username", "primaryEmail", "primaryPhone", "name", "avatar"] { user[key] = body[key] ?? .null }
    user["customData"] = (body["customData"] ?? [:]).stored
    user["identities"] = body["identities"] ?? [:]
    user["lastSignInAt"] = .null
    user["createdAt"] = .integer(now)
    user["updatedAt"] = .integer(now)
    user["profile"] = body["profile"] ?? [:]
    user["applicationId"] = application.map { .string($0) } ?? .null
    user["isSuspended"] = false
    user["_password"] = body["password"] ?? body["passwordDigest"]
    store[.users].insert(user)
    for role in store[.roles].all where role["isDefault"] == true { store[.roleUsers].join(role.id, user.id) }
    return user
  }

  /// 422 where another user has the name, email or phone already.
  static func requireFree(_ store: DemoStore, _ body: JSONValue, except id: String?) throws(DemoError) {
    let members = [
      ("username", "user.username_already_in_use", "This username is already in use."),
      ("primaryEmail", "user.email_already_in_use", "This email is associated with an existing account."),
      ("primaryPhone", "user.phone_already_in_use", "This phone number is associated with an existing account."),
    ]
    for (key, code, message) in members {
      guard let value = body[key], !value.isNull else { continue }
      if let other = store[.users].first(where: key, is: value), other.id != id {
        throw DemoError(422, code, message)
      }
    }
  }

  private static func requirePasswordOrDigest(_ call: Call) throws(DemoError) {
    if call["password"] != nil, call["passwordDigest"] != nil {
      throw DemoError(422, "user.password_and_digest", "You cannot set both plain text password and password digest.")
    }
    if call["passwordDigest"] != nil, call["passwordAlgorithm"] == nil {
      throw DemoError(422, "user.password_algorithm_required", "Password algorithm is required.")
    }
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var user = view(try store.user(call.id("userId")))
    if call.query["includeSsoIdentities"] == "true" { user["ssoIdentities"] = [] }
    return .object(user)
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let search = try ListSearch(call.query, fields: searchFields)
    var users = try search.filter(store.newest(.users))
    if let role = call.query["excludeRoleId"] { users.removeAll { store[.roleUsers].contains(role, $0.id) } }
    if let organization = call.query["excludeOrganizationId"] {
      users.removeAll { store[.organizationUsers].contains(organization, $0.id) }
    }
    return .list(users.map(view))
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id("userId")
    _ = try store.user(id)
    try requireFree(store, call.body, except: id)
    _ = try store.patch(.users, id, call)
    return .object(view(touch(&store, id)))
  }

  /// A user that has just been changed.
  static func touch(_ store: inout DemoStore, _ id: String) -> JSONObject {
    let now = store.clock.tick()
    return store[.users].update(id) { $0["updatedAt"] = .integer(now) } ?? [:]
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id("userId")
    guard store[.users].remove(id) else { throw .notFound }
    store[.roleUsers].removeAll { _, user in user == id }
    store[.organizationUsers].removeAll { _, user in user == id }
    store[.memberRoles].removeAll { member, _ in member.hasSuffix("\u{1F}" + id) }
    _ = store[.personalAccessTokens].removeAll { $0["userId"] == .string(id) }
    _ = store[.mfaVerifications].removeAll { $0["_userId"] == .string(id) }
    _ = store[.sessions].removeAll { $0["accountId"] == .string(id) }
    _ = store[.grants].removeAll { $0["_userId"] == .string(id) }
    return .empty
  }
}
