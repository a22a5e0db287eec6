// Roles and the scopes that they grant.

import JSON

enum RoleRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_role": create,
    "logto_get_role": get,
    "logto_list_roles": list,
    "logto_update_role": update,
    "logto_delete_role": delete,
    "logto_list_role_scopes": scopes,
    "logto_create_role_scope": addScopes,
    "logto_delete_role_scope": deleteScope,
  ]

  static let searchFields = ["id", "name", "description"]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireFreeName(store, call, except: nil)
    let scopes = call.texts("scopeIds") ?? []
    let type = call["type"] ?? "User"
    for scope in scopes { try requireAssignable(store, scope, type) }
    let role = store.create(
      .roles,
      [
        "name": call["name"] ?? .null, "description": call["description"] ?? .null, "type": type,
        "isDefault": call["isDefault"] ?? false,
      ])
    for scope in scopes { store[.roleScopes].join(role.id, scope) }
    return .object(role)
  }

  private static func requireFreeName(_ store: DemoStore, _ call: Call, except id: String?) throws(DemoError) {
    guard let name = call.text("name"), let other = store[.roles].first(where: "name", is: .string(name)),
      other.id != id
    else { return }
    throw DemoError(422, "role.name_in_use", "This role name \(name) is already in use")
  }

  private static func requireAssignable(_ store: DemoStore, _ scope: String, _ type: JSONValue) throws(DemoError) {
    guard let row = store[.scopes].row(scope) else { throw .notFound(.scopes, scope) }
    guard row["resourceId"] == .string(DemoSeed.managementAPIID), type == "User" else { return }
    throw DemoError(
      403, "role.management_api_scopes_not_assignable_to_user_role",
      "Management API scopes can't be assigned to user roles.")
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.roles, call.id()))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var roles = try ListSearch(call.query, fields: searchFields).filter(store.newest(.roles))
    if let type = call.query["type"] { roles = roles.filter { $0["type"] == .string(type) } }
    if let user = call.query["excludeUserId"] { roles.removeAll { store[.roleUsers].contains($0.id, user) } }
    if let application = call.query["excludeApplicationId"] {
      roles.removeAll { store[.roleApplications].contains($0.id, application) }
    }
    return .list(roles.map { withMembers(store, $0) })
  }

  /// A role with how many have it, and the first three of them.
  private static func withMembers(_ store: DemoStore, _ role: JSONObject) -> JSONObject {
    let users = store.rows(.users, store[.roleUsers].rights(of: role.id))
    let applications = store.rows(.applications, store[.roleApplications].rights(of: role.id))
    var role = role
    role["usersCount"] = .integer(Int64(users.count))
    role["featuredUsers"] = .array(users.prefix(3).map { .object($0.only("id", "avatar", "name")) })
    role["applicationsCount"] = .integer(Int64(applications.count))
    role["featuredApplications"] = .array(applications.prefix(3).map { .object($0.only("id", "name", "type")) })
    return role
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.roles, call.id())
    try requireFreeName(store, call, except: call.id())
    return .object(try store.patch(.roles, call.id(), call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    for kind in [LinkKind.roleUsers, .roleApplications, .roleScopes] {
      store[kind].removeAll { role, _ in role == id }
    }
    return try store.remove(.roles, id)
  }

  @Sendable private static func scopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.roles, call.id())
    let search = try ListSearch(call.query, fields: ["id", "name", "description"])
    let scopes = try search.filter(store.rows(.scopes, store[.roleScopes].rights(of: call.id())))
    return .list(
      scopes.map { scope in
        scope.with("resource", store[.resources].row(scope.text("resourceId")).map(JSONValue.object) ?? .null)
      })
  }

  @Sendable private static func addScopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let role = try store.require(.roles, call.id())
    let scopes = try call.someTexts("scopeIds")
    for scope in scopes {
      if store[.roleScopes].contains(role.id, scope) {
        throw DemoError(
          422, "role.scope_exists", "The scope id \(scope) has already been added to this role")
      }
      try requireAssignable(store, scope, role["type"] ?? "User")
    }
    for scope in scopes { store[.roleScopes].join(role.id, scope) }
    return .created
  }

  @Sendable private static func deleteScope(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.roleScopes].part(call.id(), call.id("scopeId")) else { throw .notFound }
    return .empty
  }
}
