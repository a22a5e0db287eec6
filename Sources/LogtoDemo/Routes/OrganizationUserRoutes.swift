// The members of organizations and their roles there.

import JSON

enum OrganizationUserRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_organization_users": list,
    "logto_add_organization_users": add,
    "logto_replace_organization_users": replace,
    "logto_delete_organization_user": delete,
    "logto_assign_organization_roles_to_users": assignToUsers,
    "logto_list_organization_user_roles": roles,
    "logto_assign_organization_roles_to_user": assign,
    "logto_replace_organization_user_roles": replaceRoles,
    "logto_delete_organization_user_role": deleteRole,
    "logto_list_organization_user_scopes": scopes,
  ]

  /// The roles of a member as lists of members show them: id and name.
  static func roleNames(_ store: DemoStore, _ kind: LinkKind, _ organization: String, _ member: String) -> JSONValue {
    let ids = store[kind].rights(of: DemoStore.pair(organization, member))
    return .array(store.rows(.organizationRoles, ids).map { .object($0.only("id", "name")) })
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let organization = try store.require(.organizations, call.id())
    let users = store.rows(.users, store[.organizationUsers].rights(of: organization.id)).reversed()
    let found = OrganizationRoutes.search(Array(users), call, UserRoutes.searchFields)
    return .list(
      found.map { $0.shown.with("organizationRoles", roleNames(store, .memberRoles, organization.id, $0.id)) })
  }

  @Sendable private static func add(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let users = try call.someTexts("userIds")
    try requireBoth(store, call, users)
    for user in users { store[.organizationUsers].join(call.id(), user) }
    return .object(["userIds": .array(users.map(JSONValue.string))], status: 201)
  }

  /// An unknown organization is an unknown key here, as unknown users are.
  private static func requireBoth(_ store: DemoStore, _ call: Call, _ users: [String]) throws(DemoError) {
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.users, users)
  }

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let users = call.texts("userIds") ?? []
    try requireBoth(store, call, users)
    for old in store[.organizationUsers].rights(of: call.id()) where !users.contains(old) {
      leave(&store, call.id(), old)
    }
    store[.organizationUsers].replace(call.id(), with: users)
    return .empty
  }

  private static func leave(_ store: inout DemoStore, _ organization: String, _ user: String) {
    store[.organizationUsers].part(organization, user)
    let member = DemoStore.pair(organization, user)
    store[.memberRoles].removeAll { left, _ in left == member }
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.organizationUsers].contains(call.id(), call.id("userId")) else { throw .notFound }
    leave(&store, call.id(), call.id("userId"))
    return .empty
  }

  // MARK: Roles

  /// The ids of organization roles that the body names, by id or by name.
  static func roleIDs(_ store: DemoStore, _ call: Call) throws(DemoError) -> [String] {
    var ids = call.texts("organizationRoleIds") ?? []
    for name in call.texts("organizationRoleNames") ?? [] {
      guard let role = store[.organizationRoles].first(where: "name", is: .string(name)) else {
        throw DemoError(
          422, "organization.role_names_not_found", "The following organization role names do not exist: \(name)")
      }
      ids.append(role.id)
    }
    try store.requireAll(.organizationRoles, ids)
    return ids
  }

  private static func requireMember(_ store: DemoStore, _ call: Call, _ users: [String]) throws(DemoError) {
    for user in users where !store[.organizationUsers].contains(call.id(), user) {
      throw DemoError(
        422, "organization.require_membership", "The user must be a member of the organization to proceed.")
    }
  }

  @Sendable private static func assignToUsers(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let users = try call.someTexts("userIds")
    let roles = try roleIDs(store, call)
    for user in users where !store[.organizationUsers].contains(call.id(), user) { throw .foreignKey }
    for user in users {
      for role in roles { store[.memberRoles].join(DemoStore.pair(call.id(), user), role) }
    }
    return .created
  }

  @Sendable private static func roles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call, [call.id("userId")])
    let member = DemoStore.pair(call.id(), call.id("userId"))
    return .list(store.rows(.organizationRoles, store[.memberRoles].rights(of: member)))
  }

  @Sendable private static func assign(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call, [call.id("userId")])
    for role in try roleIDs(store, call) {
      store[.memberRoles].join(DemoStore.pair(call.id(), call.id("userId")), role)
    }
    return .created
  }

  @Sendable private static func replaceRoles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call, [call.id("userId")])
    store[.memberRoles].replace(DemoStore.pair(call.id(), call.id("userId")), with: try roleIDs(store, call))
    return .empty
  }

  @Sendable private static func deleteRole(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call, [call.id("userId")])
    let member = DemoStore.pair(call.id(), call.id("userId"))
    guard store[.memberRoles].part(member, call.id("organizationRoleId")) else { throw .notFound }
    return .empty
  }

  @Sendable private static func scopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call, [call.id("userId")])
    let roles = store[.memberRoles].rights(of: DemoStore.pair(call.id(), call.id("userId")))
    var ids: [String] = []
    for id in roles.flatMap({ store[.organizationRoleScopes].rights(of: $0) }) where !ids.contains(id) {
      ids.append(id)
    }
    return .list(store.rows(.organizationScopes, ids))
  }
}
