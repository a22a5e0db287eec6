// A user's own account: profile, password, addresses, accounts elsewhere, sessions and grants.

import JSON

enum AccountRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_profile": { store, call throws(DemoError) in .object(UserRoutes.view(try store.user(call.session))) },
    "logto_update_profile": updateProfile,
    "logto_update_other_profile": updateOtherProfile,
    "logto_update_password": updatePassword,
    "logto_update_primary_email": { store, call throws(DemoError) in
      try setAddress(&store, call, "primaryEmail", call["email"], "email")
    },
    "logto_update_primary_phone": { store, call throws(DemoError) in
      try setAddress(&store, call, "primaryPhone", call["phone"], "phone")
    },
    "logto_delete_primary_email": { store, call throws(DemoError) in try clear(&store, call, "primaryEmail", "email") },
    "logto_delete_primary_phone": { store, call throws(DemoError) in try clear(&store, call, "primaryPhone", "phone") },
    "logto_add_user_identities": addIdentity,
    "logto_delete_identity": deleteIdentity,
    "logto_get_social_identity_access_token": { _, _ throws(DemoError) in throw noToken },
    "logto_get_enterprise_sso_identity_access_token": { _, _ throws(DemoError) in throw noToken },
    "logto_update_social_identity_access_token_by_verification_id": { store, call throws(DemoError) in
      _ = try AccountVerificationRoutes.require(store, call, call.text("verificationRecordId"))
      throw DemoError(
        404, "verification_record.social_verification.token_response_not_found", "Token response not found.")
    },
    "logto_get_sessions": { store, call throws(DemoError) in
      .object(["sessions": .array(SessionRoutes.sessions(store, call.session).map(JSONValue.object))])
    },
    "logto_delete_session_by_id": { store, call throws(DemoError) in
      try SessionRoutes.end(&store, call.session, call.id("sessionId"))
    },
    "logto_get_grants": { store, call throws(DemoError) in
      .object(["grants": .array(SessionRoutes.grants(store, call.session).map(JSONValue.object))])
    },
    "logto_delete_grant_by_id": { store, call throws(DemoError) in
      try SessionRoutes.withdraw(&store, call.session, call.id("grantId"))
    },
  ]

  private static let noToken = DemoError(
    404, "secrets.third_party_token_set.token_not_found", "Token record not found.")

  /// 400 unless users may change that field themselves.
  static func requireEditable(_ store: DemoStore, _ field: String) throws(DemoError) {
    guard store[.singles].row("account-center")?["fields"]?[field] == "Edit" else {
      throw DemoError(400, "account_center.field_not_editable", "Field is not editable.")
    }
  }

  @Sendable private static func updateProfile(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    for member in call.body.objectValue ?? [:] { try requireEditable(store, member.key) }
    if call["username"] != nil, !call.isVerified { throw AccountVerificationRoutes.denied }
    try UserRoutes.requireFree(store, call.body, except: call.session)
    _ = try store.patch(.users, call.session, call)
    return .object(UserRoutes.view(UserRoutes.touch(&store, call.session)))
  }

  @Sendable private static func updateOtherProfile(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, "profile")
    var profile = try store.user(call.session)["profile"]?.objectValue ?? [:]
    for member in call.body.objectValue ?? [:] { profile[member.key] = member.value }
    let value = JSONValue.object(profile)
    store[.users].update(call.session) { $0["profile"] = value }
    return .value(UserRoutes.touch(&store, call.session)["profile"] ?? [:])
  }

  @Sendable private static func updatePassword(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, "password")
    let password = call["password"]
    store[.users].update(call.session) { $0["_password"] = password }
    _ = UserRoutes.touch(&store, call.session)
    return .empty
  }

  private static func setAddress(
    _ store: inout DemoStore, _ call: Call, _ key: String, _ value: JSONValue?, _ type: String
  ) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, type)
    let record = try AccountVerificationRoutes.require(store, call, call.text("newIdentifierVerificationRecordId"))
    guard record.isVerified, record.identifier["value"] == value else { throw AccountVerificationRoutes.missing }
    try UserRoutes.requireFree(store, .object([key: value ?? .null]), except: call.session)
    store[.users].update(call.session) { $0[key] = value }
    _ = UserRoutes.touch(&store, call.session)
    return .empty
  }

  private static func clear(
    _ store: inout DemoStore, _ call: Call, _ key: String, _ field: String
  ) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, field)
    store[.users].update(call.session) { $0[key] = .null }
    _ = UserRoutes.touch(&store, call.session)
    return .empty
  }

  @Sendable private static func addIdentity(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, "social")
    let record = try AccountVerificationRoutes.require(store, call, call.text("newIdentifierVerificationRecordId"))
    guard record.isVerified, let identity = record.data["identity"], let target = record.data["target"]?.stringValue
    else { throw AccountVerificationRoutes.missing }
    _ = try IdentityRoutes.link(&store, try store.user(call.session), target, identity)
    return .empty
  }

  @Sendable private static func deleteIdentity(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    try requireEditable(store, "social")
    var identities = try store.user(call.session)["identities"]?.objectValue ?? [:]
    guard identities[call.id("target")] != nil else { throw IdentityRoutes.missing }
    identities[call.id("target")] = nil
    let value = JSONValue.object(identities)
    store[.users].update(call.session) { $0["identities"] = value }
    _ = UserRoutes.touch(&store, call.session)
    return .empty
  }
}
