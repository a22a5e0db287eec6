// The roles of machine-to-machine applications.

import JSON

enum ApplicationRoleRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_application_roles": list,
    "logto_assign_application_roles": assign,
    "logto_replace_application_roles": replace,
    "logto_delete_application_role": delete,
  ]

  static let invalidType = DemoError(
    422, "application.invalid_role_type", "Can not assign user type role to machine to machine application.")

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id("applicationId"))
    let search = try ListSearch(call.query, fields: RoleRoutes.searchFields)
    return .list(try search.filter(store.rows(.roles, store[.roleApplications].lefts(of: application.id)).reversed()))
  }

  private static func roles(_ store: DemoStore, _ call: Call) throws(DemoError) -> [String] {
    let roles = try call.someTexts("roleIds")
    for role in roles {
      guard try store.require(.roles, role)["type"] == "MachineToMachine" else { throw invalidType }
    }
    return roles
  }

  @Sendable private static func assign(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id("applicationId"))
    let roles = try roles(store, call)
    for role in roles where store[.roleApplications].contains(role, application.id) {
      throw DemoError(422, "application.role_exists", "The role id \(role) is already been added to this application.")
    }
    for role in roles { store[.roleApplications].join(role, application.id) }
    return .created
  }

  /// The tenant trips over a set that adds nothing: it is left with nothing to insert.
  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id("applicationId"))
    let roles = try roles(store, call)
    let old = store[.roleApplications].lefts(of: application.id)
    if roles.allSatisfy(old.contains) {
      throw DemoError(422, "entity.invalid_input", "Invalid input. Value list must not be empty.")
    }
    store[.roleApplications].removeAll { _, id in id == application.id }
    for role in roles { store[.roleApplications].join(role, application.id) }
    return .text("OK", status: 200)
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.roleApplications].part(call.id("roleId"), call.id("applicationId")) else { throw .notFound }
    return .empty
  }
}
