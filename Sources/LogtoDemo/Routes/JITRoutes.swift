// Just-in-time provisioning: which email domains and enterprise connectors join an organization, with which roles.

import JSON

enum JITRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_organization_jit_email_domains": domains,
    "logto_create_organization_jit_email_domain": addDomain,
    "logto_replace_organization_jit_email_domains": replaceDomains,
    "logto_delete_organization_jit_email_domain": deleteDomain,
    "logto_list_organization_jit_roles": roles,
    "logto_create_organization_jit_role": addRoles,
    "logto_replace_organization_jit_roles": replaceRoles,
    "logto_delete_organization_jit_role": deleteRole,
    "logto_list_organization_jit_sso_connectors": connectors,
    "logto_create_organization_jit_sso_connector": addConnectors,
    "logto_replace_organization_jit_sso_connectors": replaceConnectors,
    "logto_delete_organization_jit_sso_connector": deleteConnector,
  ]

  // MARK: Email domains

  private static func row(_ organization: String, _ domain: String) -> JSONObject {
    ["tenantId": "default", "organizationId": .string(organization), "emailDomain": .string(domain)]
  }

  @Sendable private static func domains(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.organizations, call.id())
    return .list(store[.jitEmailDomains].rights(of: call.id()).map { row(call.id(), $0) })
  }

  @Sendable private static func addDomain(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try store.requireAll(.organizations, [call.id()])
    let domain = call.text("emailDomain") ?? ""
    guard store[.jitEmailDomains].join(call.id(), domain) else { throw .taken }
    return .object(row(call.id(), domain), status: 201)
  }

  @Sendable private static func replaceDomains(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try store.requireAll(.organizations, [call.id()])
    store[.jitEmailDomains].replace(call.id(), with: call.texts("emailDomains") ?? [])
    return .empty
  }

  @Sendable private static func deleteDomain(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.jitEmailDomains].part(call.id(), call.id("emailDomain")) else { throw .notFound }
    return .empty
  }

  // MARK: Roles

  @Sendable private static func roles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.organizations, call.id())
    return .list(store.rows(.organizationRoles, store[.jitRoles].rights(of: call.id())))
  }

  @Sendable private static func addRoles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("organizationRoleIds")
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.organizationRoles, ids)
    for id in ids { store[.jitRoles].join(call.id(), id) }
    return .created
  }

  @Sendable private static func replaceRoles(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = call.texts("organizationRoleIds") ?? []
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.organizationRoles, ids)
    store[.jitRoles].replace(call.id(), with: ids)
    return .empty
  }

  @Sendable private static func deleteRole(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard store[.jitRoles].part(call.id(), call.id("organizationRoleId")) else { throw .notFound }
    return .empty
  }

  // MARK: Enterprise connectors

  @Sendable private static func connectors(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.require(.organizations, call.id())
    return .list(store.rows(.ssoConnectors, store[.jitSSOConnectors].rights(of: call.id())).map(\.shown))
  }

  @Sendable private static func addConnectors(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let ids = try call.someTexts("ssoConnectorIds")
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.ssoConnectors, ids)
    for id in ids { store[.jitSSOConnectors].join(call.id(), id) }
    return .created
  }

  @Sendable private static func replaceConnectors(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let ids = call.texts("ssoConnectorIds") ?? []
    try store.requireAll(.organizations, [call.id()])
    try store.requireAll(.ssoConnectors, ids)
    store[.jitSSOConnectors].replace(call.id(), with: ids)
    return .empty
  }

  @Sendable private static func deleteConnector(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    guard store[.jitSSOConnectors].part(call.id(), call.id("ssoConnectorId")) else { throw .notFound }
    return .empty
  }
}
