// Organizations.

import JSON

enum OrganizationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_organization": create,
    "logto_get_organization": get,
    "logto_list_organizations": list,
    "logto_update_organization": update,
    "logto_delete_organization": delete,
  ]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let now = store.clock.tick()
    let organization = store.create(
      .organizations, idLength: 12,
      [
        "name": call["name"] ?? .null, "description": call["description"] ?? .null,
        "customData": (call["customData"] ?? [:]).stored, "isMfaRequired": call["isMfaRequired"] ?? false,
        "color": (call["color"] ?? [:]).stored, "branding": (call["branding"] ?? [:]).stored,
        "customCss": call["customCss"] ?? .null, "createdAt": .integer(now),
      ])
    return .object(organization, status: 201)
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.organizations, call.id()))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let rows = search(store.newest(.organizations), call, ["id", "name", "description"])
    guard call.query["showFeatured"] == "true" else { return .list(rows) }
    return .list(
      rows.map { organization in
        let users = store.rows(.users, store[.organizationUsers].rights(of: organization.id))
        let featured = users.prefix(3).map { JSONValue.object($0.only("id", "avatar", "name")) }
        return organization.with("usersCount", .integer(Int64(users.count))).with("featuredUsers", .array(featured))
      })
  }

  /// The search by `q`: any of the fields contains it, whatever its case.
  static func search(_ rows: [JSONObject], _ call: Call, _ fields: [String]) -> [JSONObject] {
    guard let text = call.query["q"]?.lowercased(), !text.isEmpty else { return rows }
    return rows.filter { row in fields.contains { row.text($0).lowercased().contains(text) } }
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.patch(.organizations, call.id(), call))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    for kind in [
      LinkKind.organizationUsers, .organizationApplications, .jitRoles, .jitEmailDomains, .jitSSOConnectors,
    ] {
      store[kind].removeAll { organization, _ in organization == id }
    }
    for kind in [LinkKind.memberRoles, .applicationRoles] {
      store[kind].removeAll { member, _ in member.hasPrefix(id + "\u{1F}") }
    }
    store[.consentOrganizations].removeAll { _, organization in organization == id }
    _ = store[.invitations].removeAll { $0["organizationId"] == .string(id) }
    return try store.remove(.organizations, id)
  }
}
