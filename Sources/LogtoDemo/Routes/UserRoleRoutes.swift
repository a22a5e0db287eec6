// A user's roles and organizations.

import JSON

enum UserRoleRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_roles": list,
    "logto_assign_user_roles": assign,
    "logto_replace_user_roles": replace,
    "logto_delete_user_role": delete,
    "logto_list_user_organizations": organizations,
  ]

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try store.user(call.id("userId")).id
    let search = try ListSearch(call.query, fields: RoleRoutes.searchFields)
    return .list(try search.filter(store.rows(.roles, store[.roleUsers].lefts(of: id)).reversed()))
  }

  /// The ids of the roles that the body names by `roleIds` and `roleNames`.
  private static func roles(_ store: DemoStore, _ call: Call) throws(DemoError) -> [String] {
    var ids = call.texts("roleIds") ?? []
    for name in call.texts("roleNames") ?? [] {
      guard let role = store[.roles].first(where: "name", is: .string(name)) else {
        throw DemoError(404, "entity.not_found", "The resource does not exist.")
      }
      ids.append(role.id)
    }
    for id in ids {
      let role = try store.require(.roles, id)
      guard role["type"] == "User" else {
        throw DemoError(
          422, "user.invalid_role_type", "Invalid role type, can not assign machine-to-machine role to user.")
      }
    }
    return ids
  }

  @Sendable private static func assign(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try store.user(call.id("userId")).id
    let roles = try roles(store, call)
    let added = roles.filter { store[.roleUsers].join($0, id) }
    return .object(
      ["roleIds": .array(roles.map(JSONValue.string)), "addedRoleIds": .array(added.map(JSONValue.string))],
      status: 201)
  }

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try store.user(call.id("userId")).id
    let roles = try roles(store, call)
    store[.roleUsers].removeAll { _, user in user == id }
    for role in roles { store[.roleUsers].join(role, id) }
    return .object(["roleIds": .array(roles.map(JSONValue.string))])
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.roleUsers].part(call.id("roleId"), call.id("userId")) else { throw .notFound }
    return .empty
  }

  @Sendable private static func organizations(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try store.user(call.id("userId")).id
    let organizations = store.rows(.organizations, store[.organizationUsers].lefts(of: id))
    return .list(
      organizations.map { organization in
        organization.with(
          "organizationRoles", OrganizationUserRoutes.roleNames(store, .memberRoles, organization.id, id))
      })
  }
}
