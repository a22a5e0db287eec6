// The scopes of API resources.

import JSON

enum ResourceScopeRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_resource_scopes": list,
    "logto_create_resource_scope": create,
    "logto_update_resource_scope": update,
    "logto_delete_resource_scope": delete,
  ]

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let resource = try store.require(.resources, call.id("resourceId"))
    let search = try ListSearch(call.query, fields: ["id", "name", "description"])
    return .list(try search.filter(store[.scopes].all.filter { $0["resourceId"] == resource["id"] }))
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let resource = try store.require(.resources, call.id("resourceId"))
    try requireName(store, call, resource.id, except: nil)
    let now = store.clock.tick()
    let scope = store.create(
      .scopes,
      [
        "resourceId": .string(resource.id), "name": call["name"] ?? .null,
        "description": call["description"] ?? .null, "createdAt": .integer(now),
      ])
    return .object(scope, status: 201)
  }

  /// A scope's name has no spaces and is the only one of the resource.
  private static func requireName(
    _ store: DemoStore, _ call: Call, _ resource: String, except id: String?
  ) throws(DemoError) {
    guard let name = call.text("name") else { return }
    guard !name.contains(where: \.isWhitespace) else {
      throw DemoError(400, "scope.name_with_space", "The name of the scope cannot contain any spaces.")
    }
    let isTaken = store[.scopes].all.contains { scope in
      scope["resourceId"] == .string(resource) && scope["name"] == .string(name) && scope.id != id
    }
    if isTaken { throw DemoError(422, "scope.name_exists", "The scope name \(name) is already in use") }
  }

  private static func require(_ store: DemoStore, _ call: Call) throws(DemoError) -> JSONObject {
    let scope = try store.require(.scopes, call.id("scopeId"))
    guard scope["resourceId"] == .string(call.id("resourceId")) else { throw .notFound }
    return scope
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let scope = try require(store, call)
    try requireName(store, call, call.id("resourceId"), except: scope.id)
    return .object(try store.patch(.scopes, scope.id, call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let scope = try require(store, call)
    forget(&store, scope.id)
    return .empty
  }

  /// Removes a scope and everything that grants it.
  static func forget(_ store: inout DemoStore, _ id: String) {
    store[.scopes].remove(id)
    store[.roleScopes].removeAll { _, scope in scope == id }
    store[.organizationRoleResourceScopes].removeAll { _, scope in scope == id }
    store[.consentResourceScopes].removeAll { _, scope in scope == id }
  }
}
