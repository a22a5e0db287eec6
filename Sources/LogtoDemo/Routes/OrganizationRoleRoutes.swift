// Organization roles and what they grant.

import JSON

enum OrganizationRoleRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_organization_role": create,
    "logto_get_organization_role": get,
    "logto_list_organization_roles": list,
    "logto_update_organization_role": update,
    "logto_delete_organization_role": delete,
    "logto_list_organization_role_scopes": scopes,
    "logto_create_organization_role_scope": addScopes,
    "logto_replace_organization_role_scopes": replaceScopes,
    "logto_delete_organization_role_scope": deleteScope,
    "logto_list_organization_role_resource_scopes": resourceScopes,
    "logto_create_organization_role_resource_scope": addResourceScopes,
    "logto_replace_organization_role_resource_scopes": replaceResourceScopes,
    "logto_delete_organization_role_resource_scope": deleteResourceScope,
  ]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let name = call["name"] ?? .null
    if store[.organizationRoles].first(where: "name", is: name) != nil { throw .taken }
    let scopes = call.texts("organizationScopeIds") ?? []
    let resourceScopes = call.texts("resourceScopeIds") ?? []
    try store.requireAll(.organizationScopes, scopes)
    try store.requireAll(.scopes, resourceScopes)
    let role = store.create(
      .organizationRoles,
      ["name": name, "description": call["description"] ?? .null, "type": call["type"] ?? "User"])
    store[.organizationRoleScopes].replace(role.id, with: scopes)
    store[.organizationRoleResourceScopes].replace(role.id, with: resourceScopes)
    return .object(role, status: 201)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.organizationRoles, call.id()))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let rows = OrganizationRoutes.search(store[.organizationRoles].all, call, ["id", "name", "description"])
    return .list(
      rows.map { role in
        let scopes = store.rows(.organizationScopes, store[.organizationRoleScopes].rights(of: role.id))
        let ids = store[.organizationRoleResourceScopes].rights(of: role.id)
        let resourceScopes = store.rows(.scopes, ids).map { scope in
          let resource = store[.resources].row(scope.text("resourceId")) ?? [:]
          return JSONValue.object(
            scope.only("id", "name").with("resource", .object(resource.only("id", "name"))))
        }
        return role.with("scopes", .array(scopes.map { .object($0.only("id", "name")) }))
          .with("resourceScopes", .array(resourceScopes))
      })
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    if let name = call["name"], let other = store[.organizationRoles].first(where: "name", is: name),
      other.id != call.id()
    {
      throw .taken
    }
    return .object(try store.patch(.organizationRoles, call.id(), call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    for kind in [LinkKind.organizationRoleScopes, .organizationRoleResourceScopes] {
      store[kind].removeAll { role, _ in role == id }
    }
    for kind in [LinkKind.memberRoles, .applicationRoles, .jitRoles, .invitationRoles] {
      store[kind].removeAll { _, role in role == id }
    }
    return try store.remove(.organizationRoles, id)
  }

  // MARK: Scopes

  @Sendable private static func scopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.organizationRoles, call.id())
    return .list(store.rows(.organizationScopes, store[.organizationRoleScopes].rights(of: call.id())))
  }

  @Sendable private static func addScopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("organizationScopeIds")
    try store.requireAll(.organizationRoles, [call.id()])
    try store.requireAll(.organizationScopes, ids)
    for id in ids { store[.organizationRoleScopes].join(call.id(), id) }
    return .created
  }

  @Sendable private static func replaceScopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = call.texts("organizationScopeIds") ?? []
    try store.requireAll(.organizationRoles, [call.id()])
    try store.requireAll(.organizationScopes, ids)
    store[.organizationRoleScopes].replace(call.id(), with: ids)
    return .empty
  }

  @Sendable private static func deleteScope(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.organizationRoleScopes].part(call.id(), call.id("organizationScopeId")) else { throw .notFound }
    return .empty
  }

  // MARK: Scopes of API resources

  @Sendable private static func resourceScopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.organizationRoles, call.id())
    return .list(store.rows(.scopes, store[.organizationRoleResourceScopes].rights(of: call.id())))
  }

  @Sendable private static func addResourceScopes(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("scopeIds")
    try store.requireAll(.organizationRoles, [call.id()])
    try store.requireAll(.scopes, ids)
    for id in ids { store[.organizationRoleResourceScopes].join(call.id(), id) }
    return .created
  }

  @Sendable private static func replaceResourceScopes(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let ids = call.texts("scopeIds") ?? []
    try store.requireAll(.organizationRoles, [call.id()])
    try store.requireAll(.scopes, ids)
    store[.organizationRoleResourceScopes].replace(call.id(), with: ids)
    return .empty
  }

  @Sendable private static func deleteResourceScope(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    guard store[.organizationRoleResourceScopes].part(call.id(), call.id("scopeId")) else { throw .notFound }
    return .empty
  }
}
