// Invitations to organizations.

import JSON

enum InvitationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_organization_invitation": create,
    "logto_get_organization_invitation": get,
    "logto_list_organization_invitations": list,
    "logto_delete_organization_invitation": delete,
    "logto_replace_organization_invitation_status": replaceStatus,
    "logto_create_organization_invitation_message": message,
  ]

  /// An invitation as shown; a pending one whose time is over is shown as expired.
  static func view(_ store: DemoStore, _ row: JSONObject) -> JSONObject {
    var shown = row
    let isOver = (row["expiresAt"]?.numberValue ?? 0) < Double(store.clock.now)
    if isOver, row["status"] == "Pending" { shown["status"] = "Expired" }
    let roles = store.rows(.organizationRoles, store[.invitationRoles].rights(of: row.id))
    return shown.with("organizationRoles", .array(roles.map { .object($0.only("id", "name")) }))
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let organization = call.text("organizationId") ?? ""
    let invitee = call["invitee"] ?? .null
    let roles = call.texts("organizationRoleIds") ?? []
    guard (call["expiresAt"]?.numberValue ?? 0) > Double(store.clock.now) else {
      throw DemoError(
        400, "request.invalid_input", "Input is invalid. The value of `expiresAt` must be in the future.", data: [:])
    }
    try store.requireAll(.organizations, [organization])
    try store.requireAll(.organizationRoles, roles)
    let isPending = store[.invitations].all.contains { row in
      row["organizationId"] == .string(organization) && row["invitee"] == invitee
        && view(store, row)["status"] == "Pending"
    }
    if isPending { throw .taken }
    let now = store.clock.tick()
    let invitation = store.create(
      .invitations,
      [
        "inviterId": call["inviterId"] ?? .null, "invitee": invitee, "acceptedUserId": .null,
        "organizationId": .string(organization), "status": "Pending", "createdAt": .integer(now),
        "updatedAt": .integer(now), "expiresAt": call["expiresAt"] ?? .null,
      ])
    for role in roles { store[.invitationRoles].join(invitation.id, role) }
    return .object(view(store, invitation), status: 201)
  }

  private static func require(_ store: DemoStore, _ call: Call) throws(DemoError) -> JSONObject {
    guard let row = store[.invitations].row(call.id()) else { throw .notFound }
    return row
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(view(store, try require(store, call)))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows = store[.invitations].all
    for key in ["organizationId", "inviterId", "invitee"] {
      if let wanted = call.query[key] { rows = rows.filter { $0[key] == .string(wanted) } }
    }
    return .list(rows.map { view(store, $0) })
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    store[.invitationRoles].removeAll { invitation, _ in invitation == id }
    return try store.remove(.invitations, id)
  }

  @Sendable private static func replaceStatus(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let row = try require(store, call)
    guard view(store, row)["status"] == "Pending" else {
      throw DemoError(422, "request.invalid_input", "Input is invalid. The invitation has ended.", data: [:])
    }
    let status = call["status"] ?? .null
    if status == "Accepted" {
      guard let user = call.text("acceptedUserId").flatMap({ store[.users].row($0) }) else { throw .notFound }
      guard user["primaryEmail"] == row["invitee"] else {
        throw DemoError(
          422, "request.invalid_input", "Input is invalid. The accepted user must have the same email as the invitee.",
          data: [:])
      }
      let organization = row.text("organizationId")
      store[.organizationUsers].join(organization, user.id)
      for role in store[.invitationRoles].rights(of: row.id) {
        store[.memberRoles].join(DemoStore.pair(organization, user.id), role)
      }
    }
    let now = store.clock.tick()
    let changed = store[.invitations].update(row.id) { row in
      row["status"] = status
      row["updatedAt"] = .integer(now)
      if let user = call["acceptedUserId"] { row["acceptedUserId"] = user }
    }
    return .object(view(store, changed ?? [:]))
  }

  @Sendable private static func message(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try require(store, call)
    return .empty
  }
}
