// The recorded tenant's entities, gathered from all recorded answers, so that a recording can be played to the demo
// tenant although the exchanges that made its entities are not among the recordings.

import JSON
import TestSupport

@testable import LogtoDemo

/// Rows by id, as last seen in any answer.
struct RecordedWorld {
  /// Members that answers add to a row.
  private static let computed: Set<String> = [
    "organizationRoles", "hasPassword", "isAdmin", "usersCount", "featuredUsers", "applicationsCount",
    "featuredApplications", "providerType", "providerLogo", "providerLogoDark", "resource",
  ]
  private static let computedFor: [Kind: Set<String>] = [
    .ssoConnectors: ["name"], .organizationRoles: ["scopes", "resourceScopes"], .resources: ["scopes"],
  ]
  private(set) var rows: [String: (kind: Kind, row: JSONObject)] = [:]

  init(_ recordings: [Recording]) {
    for recording in recordings where recording.status < 300 { gather(recording.answerBody, recording.path) }
    rows = rows.mapValues { entry in
      let computed = Self.computed.union(Self.computedFor[entry.kind] ?? [])
      return (entry.kind, JSONObject(entry.row.filter { !computed.contains($0.key) }.map { ($0.key, $0.value) }))
    }
  }

  private mutating func gather(_ value: JSONValue, _ path: String) {
    switch value {
    case .array(let elements):
      for element in elements { gather(element, path) }
    case .object(let object):
      if let id = object["id"]?.stringValue, let kind = Self.kind(of: object, path) {
        var merged = rows[id]?.row ?? [:]
        for member in object where merged[member.key] == nil { merged[member.key] = member.value }
        rows[id] = (kind, merged)
      }
      for member in object where member.key != "customData" { gather(member.value, path) }
    default: break
    }
  }

  /// Told by the members that only one kind has.
  private static func kind(of row: JSONObject, _ path: String) -> Kind? {
    if row["primaryEmail"] != nil { return .users }
    if row["oidcClientMetadata"] != nil { return .applications }
    if row["isMfaRequired"] != nil { return .organizations }
    if row["invitee"] != nil { return .invitations }
    if row["resourceId"] != nil { return .scopes }
    if row["indicator"] != nil, row["accessTokenTtl"] != nil { return .resources }
    if row["signingKey"] != nil { return .hooks }
    if row["dnsRecords"] != nil { return .domains }
    if row["providerName"] != nil { return .ssoConnectors }
    if row["connectorId"] != nil { return .connectors }
    if row["configTemplate"] != nil { return .connectorFactories }
    if row["payload"] != nil { return .logs }
    if row["isDefault"] != nil, row["type"] != nil { return .roles }
    if path.hasPrefix("/api/organization-roles"), row["type"] != nil { return .organizationRoles }
    if path.hasPrefix("/api/organization-scopes") { return .organizationScopes }
    return nil
  }
}
