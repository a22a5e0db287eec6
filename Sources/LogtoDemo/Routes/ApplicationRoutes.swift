// Applications.

import JSON

enum ApplicationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_application": create,
    "logto_get_application": get,
    "logto_list_applications": list,
    "logto_update_application": update,
    "logto_delete_application": delete,
    "logto_update_application_custom_data": updateCustomData,
    "logto_list_application_organizations": organizations,
    "logto_get_application_sign_in_experience": experience,
    "logto_replace_application_sign_in_experience": replaceExperience,
  ]

  static let searchFields = ["id", "name", "description"]

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let type = call["type"] ?? .null
    if type == "SAML" {
      throw DemoError(
        400, "application.saml.use_saml_app_api", "Use `[METHOD] /saml-applications(/.*)?` API to operate SAML app.")
    }
    if type == "Protected", call["protectedAppMetadata"] == nil {
      throw DemoError(
        400, "application.protected_app_metadata_is_required", "Protected app metadata is required.")
    }
    if call["isThirdParty"] == true, type == "MachineToMachine" {
      throw DemoError(
        400, "application.invalid_third_party_application_type",
        "Only traditional web, single-page, and native applications can be marked as a third-party app.")
    }
    let now = store.clock.tick()
    let metadata = protectedMetadata(call)
    let application = store.create(
      .applications,
      [
        "name": call["name"] ?? .null,
        // Not the secret to hand out: that one is in the list of the application's secrets.
        "secret": .string("#internal:" + store.ids.next(32)),
        "description": call["description"] ?? .null, "type": type,
        "oidcClientMetadata": metadata?.client ?? call["oidcClientMetadata"]?.stored
          ?? ["redirectUris": [], "postLogoutRedirectUris": []],
        "customClientMetadata": (call["customClientMetadata"] ?? [:]).stored,
        "protectedAppMetadata": metadata?.app ?? .null, "customData": (call["customData"] ?? [:]).stored,
        "isThirdParty": call["isThirdParty"] ?? false, "createdAt": .integer(now),
      ])
    if type != "SPA", type != "Native" {
      ApplicationSecretRoutes.make(&store, application.id, name: "Default secret", expiresAt: .null, now: now)
    }
    return .object(application)
  }

  private static func protectedMetadata(_ call: Call) -> (client: JSONValue, app: JSONValue)? {
    guard let given = call["protectedAppMetadata"] else { return nil }
    let host = (given["subDomain"]?.stringValue ?? "") + "."
    return (
      [
        "redirectUris": [.string("https://\(host)/sign-in-callback")],
        "postLogoutRedirectUris": [.string("https://\(host)")],
      ],
      [
        "host": .string(host), "origin": given["origin"] ?? .null, "sessionDuration": 1_209_600, "pageRules": [],
      ]
    )
  }

  @Sendable private static func get(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let application = try store.require(.applications, call.id())
    let isAdmin = store[.roleApplications].contains(DemoSeed.managementRoleID, application.id)
    return .object(application.with("isAdmin", .bool(isAdmin)))
  }

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows = try ListSearch(call.query, fields: searchFields).filter(store.newest(.applications))
    let types = call.query.all("types")
    if !types.isEmpty { rows = rows.filter { types.contains($0.text("type")) } }
    if let third = call.query["isThirdParty"] { rows = rows.filter { $0["isThirdParty"] == .bool(third == "true") } }
    if let role = call.query["excludeRoleId"] { rows.removeAll { store[.roleApplications].contains(role, $0.id) } }
    if let organization = call.query["excludeOrganizationId"] {
      rows.removeAll { store[.organizationApplications].contains(organization, $0.id) }
    }
    return .list(rows)
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    _ = try store.require(.applications, id)
    if let isAdmin = call["isAdmin"]?.boolValue {
      if isAdmin {
        store[.roleApplications].join(DemoSeed.managementRoleID, id)
      } else {
        store[.roleApplications].part(DemoSeed.managementRoleID, id)
      }
    }
    let body = call.body.objectValue?.without("isAdmin") ?? [:]
    let row = store[.applications].update(id) { row in for member in body { row[member.key] = member.value.stored } }
    return .object(row ?? [:])
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = call.id()
    _ = try store.require(.applications, id)
    store[.applications].remove(id)
    _ = store[.applicationSecrets].removeAll { $0["applicationId"] == .string(id) }
    store[.roleApplications].removeAll { _, application in application == id }
    store[.organizationApplications].removeAll { _, application in application == id }
    return .empty
  }

  @Sendable private static func updateCustomData(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let id = call.id("applicationId")
    var data = try store.require(.applications, id)["customData"]?.objectValue ?? [:]
    for member in call.body.objectValue ?? [:] { data[member.key] = member.value }
    let stored = JSONValue.object(data).stored
    store[.applications].update(id) { $0["customData"] = stored }
    return .value(stored)
  }

  @Sendable private static func organizations(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try store.require(.applications, call.id()).id
    return .list(
      store.rows(.organizations, store[.organizationApplications].lefts(of: id)).map { organization in
        organization.with(
          "organizationRoles", OrganizationUserRoutes.roleNames(store, .applicationRoles, organization.id, id))
      })
  }

  @Sendable private static func experience(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    .object(try store.require(.appExperiences, call.id("applicationId")))
  }

  @Sendable private static func replaceExperience(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let id = try store.require(.applications, call.id("applicationId")).id
    let isNew = !store[.appExperiences].contains(id)
    if isNew {
      store[.appExperiences].insert([
        "tenantId": "default", "applicationId": .string(id), "color": [:], "branding": [:], "customCss": .null,
        "termsOfUseUrl": .null, "privacyPolicyUrl": .null, "displayName": .null,
      ])
    }
    return .object(try store.patch(.appExperiences, id, call), status: isNew ? 201 : 200)
  }
}
