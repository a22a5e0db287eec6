// API resources.

import JSON

enum ResourceRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_resource": create,
    "logto_get_resource": get,
    "logto_list_resources": list,
    "logto_update_resource": update,
    "logto_update_resource_is_default": updateDefault,
    "logto_delete_resource": delete,
  ]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let indicator = call["indicator"] ?? .null
    if store[.resources].first(where: "indicator", is: indicator) != nil {
      throw DemoError(
        422, "resource.resource_identifier_in_use",
        "The API identifier \(indicator.stringValue ?? "") is already in use")
    }
    let resource = store.create(
      .resources,
      [
        "name": call["name"] ?? .null, "indicator": indicator, "isDefault": call["isDefault"] ?? false,
        "accessTokenTtl": call["accessTokenTtl"] ?? 3600,
      ])
    return .object(resource.with("scopes", []), status: 201)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.resources, call.id()))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let resources = store[.resources].all
    guard call.query["includeScopes"] == "true" else { return .list(resources) }
    return .list(
      resources.map { resource in
        let scopes = store[.scopes].all.filter { $0["resourceId"] == resource["id"] }
        return resource.with("scopes", .array(scopes.map(JSONValue.object)))
      })
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    if call.id() == DemoSeed.managementAPIID,
      call.body.objectValue?.keys.contains(where: { $0 != "accessTokenTtl" }) == true
    {
      throw DemoError(
        400, "resource.cannot_modify_management_api", "Cannot modify Logto management API.")
    }
    return .object(try store.patch(.resources, call.id(), call))
  }

  @Sendable private static func updateDefault(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.resources, call.id())
    if call["isDefault"] == true {
      for other in store[.resources].all { store[.resources].update(other.id) { $0["isDefault"] = false } }
    }
    return .object(try store.patch(.resources, call.id(), call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    guard id != DemoSeed.managementAPIID else {
      throw DemoError(400, "resource.cannot_delete_management_api", "Cannot delete Logto management API.")
    }
    guard store[.resources].remove(id) else { throw .notFound }
    for scope in store[.scopes].all where scope["resourceId"] == .string(id) {
      ResourceScopeRoutes.forget(&store, scope.id)
    }
    return .empty
  }
}
