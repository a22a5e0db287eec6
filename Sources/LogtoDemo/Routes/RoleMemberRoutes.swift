// The users and applications that have a role.

import JSON

enum RoleMemberRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_role_users": users,
    "logto_create_role_user": addUsers,
    "logto_delete_role_user": deleteUser,
    "logto_list_role_applications": applications,
    "logto_create_role_application": addApplications,
    "logto_delete_role_application": deleteApplication,
  ]

  @Sendable private static func users(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.roles, call.id())
    let search = try ListSearch(call.query, fields: UserRoutes.searchFields)
    let users = try search.filter(store.rows(.users, store[.roleUsers].rights(of: call.id()).reversed()))
    return .list(users.map(\.shown))
  }

  @Sendable private static func addUsers(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let role = try store.require(.roles, call.id())
    let users = try call.someTexts("userIds")
    guard role["type"] == "User" else {
      throw DemoError(
        422, "user.invalid_role_type", "Invalid role type, can not assign machine-to-machine role to user.")
    }
    for user in users {
      _ = try store.user(user)
      if store[.roleUsers].contains(role.id, user) {
        throw DemoError(422, "role.user_exists", "The user id \(user) is already been added to this role")
      }
    }
    for user in users { store[.roleUsers].join(role.id, user) }
    return .created
  }

  @Sendable private static func deleteUser(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.roleUsers].part(call.id(), call.id("userId")) else { throw .notFound }
    return .empty
  }

  @Sendable private static func applications(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.roles, call.id())
    let search = try ListSearch(call.query, fields: ApplicationRoutes.searchFields)
    return .list(
      try search.filter(store.rows(.applications, store[.roleApplications].rights(of: call.id()).reversed()))
        .map(\.shown))
  }

  @Sendable private static func addApplications(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let role = try store.require(.roles, call.id())
    let applications = try call.someTexts("applicationIds")
    guard role["type"] == "MachineToMachine" else { throw ApplicationRoleRoutes.invalidType }
    for application in applications {
      guard try store.require(.applications, application)["type"] == "MachineToMachine" else {
        throw ApplicationRoleRoutes.invalidType
      }
      if store[.roleApplications].contains(role.id, application) {
        throw DemoError(
          422, "role.application_exists", "The application id \(application) is already been added to this role")
      }
    }
    for application in applications { store[.roleApplications].join(role.id, application) }
    return .created
  }

  @Sendable private static func deleteApplication(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    guard store[.roleApplications].part(call.id(), call.id("applicationId")) else { throw .notFound }
    return .empty
  }
}
