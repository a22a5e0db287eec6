// The machine-to-machine applications of organizations and their roles there.

import JSON

enum OrganizationApplicationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_organization_applications": list,
    "logto_add_organization_applications": add,
    "logto_replace_organization_applications": replace,
    "logto_delete_organization_application": delete,
    "logto_assign_organization_roles_to_applications": assignToApplications,
    "logto_list_organization_application_roles": roles,
    "logto_assign_organization_roles_to_application": assign,
    "logto_replace_organization_application_roles": replaceRoles,
    "logto_delete_organization_application_role": deleteRole,
  ]

  private static func member(_ call: Call) -> String { DemoStore.pair(call.id(), call.id("applicationId")) }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let organization = try store.require(.organizations, call.id())
    let rows = store.rows(.applications, store[.organizationApplications].rights(of: organization.id)).reversed()
    let found = OrganizationRoutes.search(Array(rows), call, ApplicationRoutes.searchFields)
    return .list(
      found.map {
        $0.with(
          "organizationRoles",
          OrganizationUserRoutes.roleNames(store, .applicationRoles, organization.id, $0.id))
      })
  }

  private static func requireMachines(_ store: DemoStore, _ call: Call, _ ids: [String]) throws(DemoError) {
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.applications, ids)
    for id in ids where store[.applications].row(id)?["type"] != "MachineToMachine" {
      throw DemoError(
        422, "entity.db_constraint_violated", "Database constraint `application_type` is violated.")
    }
  }

  @Sendable private static func add(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("applicationIds")
    try requireMachines(store, call, ids)
    for id in ids { store[.organizationApplications].join(call.id(), id) }
    return .object(["applicationIds": .array(ids.map(JSONValue.string))], status: 201)
  }

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = call.texts("applicationIds") ?? []
    try requireMachines(store, call, ids)
    store[.organizationApplications].replace(call.id(), with: ids)
    return .empty
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.organizationApplications].part(call.id(), call.id("applicationId")) else { throw .notFound }
    let left = member(call)
    store[.applicationRoles].removeAll { other, _ in other == left }
    return .empty
  }

  // MARK: Roles

  private static func requireMember(_ store: DemoStore, _ call: Call) throws(DemoError) {
    guard store[.organizationApplications].contains(call.id(), call.id("applicationId")) else {
      throw DemoError(
        422, "organization.require_membership", "The user must be a member of the organization to proceed.")
    }
  }

  @Sendable private static func assignToApplications(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("applicationIds")
    let roles = try OrganizationUserRoutes.roleIDs(store, call)
    for id in ids where !store[.organizationApplications].contains(call.id(), id) { throw .foreignKey }
    for id in ids {
      for role in roles { store[.applicationRoles].join(DemoStore.pair(call.id(), id), role) }
    }
    return .created
  }

  @Sendable private static func roles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call)
    return .list(store.rows(.organizationRoles, store[.applicationRoles].rights(of: member(call))))
  }

  @Sendable private static func assign(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call)
    for role in try OrganizationUserRoutes.roleIDs(store, call) { store[.applicationRoles].join(member(call), role) }
    return .created
  }

  @Sendable private static func replaceRoles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call)
    store[.applicationRoles].replace(member(call), with: try OrganizationUserRoutes.roleIDs(store, call))
    return .empty
  }

  @Sendable private static func deleteRole(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireMember(store, call)
    guard store[.applicationRoles].part(member(call), call.id("organizationRoleId")) else { throw .notFound }
    return .empty
  }
}
