// Applications that sign in by SAML, with the tenant as their identity provider.

import JSON

enum SAMLApplicationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_saml_application": create,
    "logto_get_saml_application": { store, call throws(DemoError) in .object(try view(store, call.id())) },
    "logto_update_saml_application": update,
    "logto_delete_saml_application": delete,
    "logto_list_saml_application_metadata": metadata,
    "logto_get_saml_application_callback": callback,
    "logto_create_saml_authn": { store, call throws(DemoError) in try authenticate(store, call) },
    "logto_get_saml_authn": { store, call throws(DemoError) in try authenticate(store, call) },
  ]

  private static let configKeys = ["attributeMapping", "entityId", "acsUrl", "encryption", "nameIdFormat"]

  /// A SAML application's row.
  static func require(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    let application = try store.require(.applications, id)
    guard application["type"] == "SAML" else {
      throw DemoError(
        422, "application.saml.saml_application_only", "The API is only available for SAML applications.")
    }
    return application
  }

  private static func view(_ store: DemoStore, _ id: String) throws(DemoError) -> JSONObject {
    var row = try require(store, id).only(
      "tenantId", "id", "name", "description", "type", "customData", "isThirdParty", "createdAt")
    let config = store[.samlConfigs].row(id) ?? [:]
    for key in configKeys { row[key] = config[key] ?? .null }
    return row
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireBinding(call)
    let now = store.clock.tick()
    let application = store.create(
      .applications,
      [
        "name": call["name"] ?? .null, "secret": .string("#internal:" + store.ids.next(32)),
        "description": call["description"] ?? .null, "type": "SAML",
        "oidcClientMetadata": ["redirectUris": [], "postLogoutRedirectUris": []], "customClientMetadata": [:],
        "protectedAppMetadata": .null, "customData": (call["customData"] ?? [:]).stored, "isThirdParty": true,
        "createdAt": .integer(now),
      ])
    var config: JSONObject = [
      "applicationId": .string(application.id), "attributeMapping": [:], "entityId": .null, "acsUrl": .null,
      "encryption": .null, "nameIdFormat": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    ]
    for key in configKeys { if let value = call[key] { config[key] = value } }
    store[.samlConfigs].insert(config)
    SAMLSecretRoutes.make(&store, application.id, years: 3, isActive: true)
    return .object(try view(store, application.id), status: 201)
  }

  private static func requireBinding(_ call: Call) throws(DemoError) {
    guard call["acsUrl"]?["binding"]?.stringValue?.hasSuffix("HTTP-Redirect") != true else {
      throw DemoError(
        422, "application.saml.acs_url_binding_not_supported",
        "Only HTTP-POST binding is supported for receiving SAML assertions.")
    }
  }

  @Sendable private static func update(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try require(store, call.id()).id
    try requireBinding(call)
    for member in call.body.objectValue ?? [:] {
      let kind: Kind = configKeys.contains(member.key) ? .samlConfigs : .applications
      store[kind].update(id) { $0[member.key] = member.value.stored }
    }
    return .object(try view(store, id))
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try require(store, call.id()).id
    store[.applications].remove(id)
    store[.samlConfigs].remove(id)
    _ = store[.samlSecrets].removeAll { $0["_applicationId"] == .string(id) }
    return .empty
  }

  /// What a service provider is configured with.
  @Sendable private static func metadata(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try require(store, call.id()).id
    let secrets = store[.samlSecrets].all
    guard let active = secrets.first(where: { $0["_applicationId"] == .string(id) && $0["active"] == true }) else {
      throw DemoError(400, "application.saml.no_active_secret", "No active SAML secret found.")
    }
    return .xml(
      """
      <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(call.origin)/saml/\(id)">\
      <IDPSSODescriptor WantAuthnRequestsSigned="false" \
      protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing">\
      <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\
      \(SAMLSecretRoutes.body(of: active.text("certificate")))</X509Certificate></X509Data></KeyInfo></KeyDescriptor>\
      <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
      Location="\(call.origin)/api/saml/\(id)/authn"/></IDPSSODescriptor></EntityDescriptor>
      """)
  }

  /// No browser comes here with a code.
  @Sendable private static func callback(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try require(store, call.id())
    throw DemoError(400, "oidc.invalid_request", "Request is invalid.")
  }

  /// The way to the sign-in page. The request itself is not read.
  private static func authenticate(_ store: DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let id = try require(store, call.id()).id
    let config = store[.samlConfigs].row(id) ?? [:]
    guard config["entityId"]?.stringValue != nil else {
      throw DemoError(400, "application.saml.entity_id_required", "The entity ID is required.")
    }
    guard config["acsUrl"]?.objectValue != nil else {
      throw DemoError(400, "application.saml.acs_url_required", "The assertion consumer service URL is required.")
    }
    return .redirect(
      "\(call.origin)/oidc/auth?client_id=\(id)&redirect_uri=\(call.origin)/api/saml-applications/\(id)/callback"
        + "&response_type=code&scope=openid")
  }
}
