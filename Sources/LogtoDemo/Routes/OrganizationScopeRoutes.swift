// Organization scopes (permissions).

import JSON

enum OrganizationScopeRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_organization_scope": create,
    "logto_get_organization_scope": get,
    "logto_list_organization_scopes": list,
    "logto_update_organization_scope": update,
    "logto_delete_organization_scope": delete,
  ]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let name = call["name"] ?? .null
    if store[.organizationScopes].first(where: "name", is: name) != nil { throw .taken }
    let scope = store.create(.organizationScopes, ["name": name, "description": call["description"] ?? .null])
    return .object(scope, status: 201)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.organizationScopes, call.id()))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .list(OrganizationRoutes.search(store[.organizationScopes].all, call, ["id", "name", "description"]))
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    if let name = call["name"], let other = store[.organizationScopes].first(where: "name", is: name),
      other.id != call.id()
    {
      throw .taken
    }
    return .object(try store.patch(.organizationScopes, call.id(), call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    store[.organizationRoleScopes].removeAll { _, scope in scope == id }
    store[.consentOrganizationScopes].removeAll { _, scope in scope == id }
    return try store.remove(.organizationScopes, id)
  }
}
