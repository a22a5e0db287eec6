// What users may consent to give third-party applications.

import JSON

enum ConsentRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_application_user_consent_scope": addScopes,
    "logto_list_application_user_consent_scopes": scopes,
    "logto_delete_application_user_consent_scope": deleteScope,
    "logto_create_application_user_consent_organization": addOrganizations,
    "logto_list_application_user_consent_organizations": organizations,
    "logto_replace_application_user_consent_organizations": replaceOrganizations,
    "logto_delete_application_user_consent_organization": deleteOrganization,
  ]

  private static func thirdParty(_ store: DemoStore, _ id: String) throws(DemoError) -> String {
    guard try store.require(.applications, id)["isThirdParty"] == true else {
      throw DemoError(
        422, "application.third_party_application_only", "The feature is only available for third-party applications.")
    }
    return id
  }

  @Sendable private static func addScopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try thirdParty(store, call.id("applicationId"))
    for scope in call.texts("organizationScopes") ?? [] {
      try store.requireAll(.organizationScopes, [scope])
      store[.consentOrganizationScopes].join(id, scope)
    }
    for (key, kind) in [
      ("resourceScopes", LinkKind.consentResourceScopes),
      ("organizationResourceScopes", .consentOrganizationResourceScopes),
    ] {
      let scopes = call.texts(key) ?? []
      try store.requireAll(.scopes, scopes)
      for scope in scopes { store[kind].join(id, scope) }
    }
    for scope in call.texts("userScopes") ?? [] { store[.consentUserScopes].join(id, scope) }
    return .created
  }

  @Sendable private static func scopes(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try thirdParty(store, call.id("applicationId"))
    let organizationScopes = store.rows(.organizationScopes, store[.consentOrganizationScopes].rights(of: id))
    return .object([
      "organizationScopes": .array(organizationScopes.map { .object($0.only("id", "name", "description")) }),
      "resourceScopes": grouped(store, store[.consentResourceScopes].rights(of: id)),
      "organizationResourceScopes": grouped(store, store[.consentOrganizationResourceScopes].rights(of: id)),
      "userScopes": .array(store[.consentUserScopes].rights(of: id).sorted().map(JSONValue.string)),
    ])
  }

  private static func grouped(_ store: DemoStore, _ ids: [String]) -> JSONValue {
    let scopes = store.rows(.scopes, ids)
    let resources = store[.resources].all.filter { resource in
      scopes.contains { $0["resourceId"] == resource["id"] }
    }
    return .array(
      resources.map { resource in
        let own = scopes.filter { $0["resourceId"] == resource["id"] }
        return [
          "resource": .object(resource.only("id", "name", "indicator")),
          "scopes": .array(own.map { .object($0.only("id", "name", "description")) }),
        ]
      })
  }

  @Sendable private static func deleteScope(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let kind: LinkKind =
      switch call.id("scopeType") {
      case "organization-scopes": .consentOrganizationScopes
      case "resource-scopes": .consentResourceScopes
      case "organization-resource-scopes": .consentOrganizationResourceScopes
      default: .consentUserScopes
      }
    guard store[kind].part(call.id("applicationId"), call.id("scopeId")) else { throw .notFound }
    return .empty
  }

  // MARK: Organizations

  private static func holder(_ store: DemoStore, _ call: Call) throws(DemoError) -> String {
    let application = try thirdParty(store, call.id())
    return DemoStore.pair(application, try store.user(call.id("userId")).id)
  }

  private static func requireMember(_ store: DemoStore, _ call: Call, _ ids: [String]) throws(DemoError) {
    for id in ids where !store[.organizationUsers].contains(id, call.id("userId")) {
      throw DemoError(
        422, "organization.require_membership", "The user must be a member of the organization to proceed.")
    }
  }

  @Sendable private static func addOrganizations(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let holder = try holder(store, call)
    let ids = call.texts("organizationIds") ?? []
    try requireMember(store, call, ids)
    for id in ids { store[.consentOrganizations].join(holder, id) }
    return .created
  }

  @Sendable private static func organizations(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let holder = try holder(store, call)
    return .list(store.rows(.organizations, store[.consentOrganizations].rights(of: holder)))
  }

  @Sendable private static func replaceOrganizations(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let holder = try holder(store, call)
    let ids = call.texts("organizationIds") ?? []
    try requireMember(store, call, ids)
    store[.consentOrganizations].replace(holder, with: ids)
    return .empty
  }

  @Sendable private static func deleteOrganization(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let holder = try holder(store, call)
    guard store[.consentOrganizations].part(holder, call.id("organizationId")) else { throw .notFound }
    return .empty
  }
}
