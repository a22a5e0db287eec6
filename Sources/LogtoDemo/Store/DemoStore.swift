// Everything that the demo tenant knows.

import JSON

/// Kinds of entities. The raw value is the name that the tenant gives them in its errors.
enum Kind: String, CaseIterable {
  case users, roles, scopes, resources, applications, organizations, hooks, domains, connectors, logs, sessions, grants
  case organizationRoles = "organization_roles"
  case organizationScopes = "organization_scopes"
  case invitations = "organization_invitations"
  case connectorFactories = "connector_factories"
  case samlConfigs = "saml_application_configs"
  case samlSecrets = "saml_application_secrets"
  case applicationSecrets = "application_secrets"
  case personalAccessTokens = "personal_access_tokens"
  case mfaVerifications = "mfa_verifications"
  case ssoConnectors = "sso_connectors"
  case oneTimeTokens = "one_time_tokens"
  case customPhrases = "custom_phrases"
  case profileFields = "custom_profile_fields"
  case emailTemplates = "email_templates"
  case appExperiences = "application_sign_in_experiences"
  case jwtCustomizers = "logto_config"
  case oidcKeys = "oidc_keys"
  /// What there is once: the sign-in experience, the account centre, configurations.
  case singles

  fileprivate var key: String {
    switch self {
    case .customPhrases: "languageTag"
    case .profileFields: "name"
    case .appExperiences, .samlConfigs: "applicationId"
    default: "id"
    }
  }
}

/// Kinds of pairs. Of three things that belong together, two are joined into one id by `DemoStore.pair`.
enum LinkKind: CaseIterable {
  case roleUsers, roleApplications, roleScopes
  case organizationUsers, organizationApplications
  /// Organization and user, or application, to organization role.
  case memberRoles, applicationRoles
  case organizationRoleScopes, organizationRoleResourceScopes
  case jitRoles, jitEmailDomains, jitSSOConnectors
  case invitationRoles
  /// Application and user to organization.
  case consentOrganizations
  case consentUserScopes, consentResourceScopes, consentOrganizationScopes, consentOrganizationResourceScopes
}

/// The tables and pairs, the clock and the source of ids. All of it is deterministic: the same requests in the same
/// order give the same answers to the byte.
struct DemoStore {
  private var tables = Kind.allCases.map { Table(key: $0.key) }
  private var links = LinkKind.allCases.map { _ in Links() }
  var clock = DemoClock()
  var ids = DemoIDs()
  var tokens: [String: DemoToken] = [:]
  /// Sign-ins under way, by what their cookies hold.
  var interactions: [String: Interaction] = [:]
  /// What signed-in users have proved, by id.
  var verifications: [String: VerificationRecord] = [:]
  var codes: [String: UserGrant] = [:]
  var refreshTokens: [String: UserGrant] = [:]

  subscript(kind: Kind) -> Table {
    get { tables[Self.places[kind] ?? 0] }
    _modify { yield &tables[Self.places[kind] ?? 0] }
  }

  subscript(kind: LinkKind) -> Links {
    get { links[Self.linkPlaces[kind] ?? 0] }
    _modify { yield &links[Self.linkPlaces[kind] ?? 0] }
  }

  private static let places = Dictionary(uniqueKeysWithValues: zip(Kind.allCases, 0...))
  private static let linkPlaces = Dictionary(uniqueKeysWithValues: zip(LinkKind.allCases, 0...))

  /// One id for two things.
  static func pair(_ first: String, _ second: String) -> String { first + "\u{1F}" + second }

  /// Adds a row with `tenantId` and a new `id` in front.
  mutating func create(_ kind: Kind, idLength: Int = 21, _ members: JSONObject) -> JSONObject {
    var row: JSONObject = ["tenantId": "default", "id": .string(ids.next(idLength))]
    for member in members { row[member.key] = member.value }
    self[kind].insert(row)
    return row
  }

  /// The rows with these ids, in their order, without those that are gone.
  func rows(_ kind: Kind, _ ids: [String]) -> [JSONObject] { ids.compactMap { self[kind].row($0) } }
}

/// An access token that the demo tenant has issued.
struct DemoToken {
  let applicationID: String
  let resource: String
  let scopes: Set<String>
  /// The user whose token it is; nil for a machine's.
  var userID: String?
}
