// The frame of a sign-in: begun, pointed at somebody, submitted.

import JSON

enum ExperienceRoutes {
  static let table: [String: DemoHandler] = [
    "logto_init_interaction": initialise,
    "logto_get_interaction": show,
    "logto_update_interaction_event": changeEvent,
    "logto_identify_user": identify,
    "logto_add_user_profile": addProfile,
    "logto_reset_user_password": resetPassword,
    "logto_submit_interaction": submit,
    "logto_get_enabled_sso_connectors": enabledConnectors,
  ]

  @Sendable private static func initialise(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    guard let old = store.interactions[call.session] else { throw Dispatch.noSession }
    var new = Interaction(
      application: old.application, redirectURI: old.redirectURI, state: old.state, scopes: old.scopes)
    new.event = call.text("interactionEvent")
    store.interactions[call.session] = new
    return .empty
  }

  @Sendable private static func show(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let interaction = try store.interaction(of: call)
    var answer: JSONObject = ["interactionEvent": .string(interaction.event ?? "")]
    if let user = interaction.userID { answer["userId"] = .string(user) }
    answer["profile"] = .object(interaction.profile.without("password"))
    answer["verificationRecords"] = .array(interaction.records.map(\.shown))
    answer["mfa"] = .object(interaction.mfa)
    answer["signInContext"] = ["ip": "127.0.0.1"]
    answer["captcha"] = ["verified": false, "skipped": false]
    return .object(answer)
  }

  @Sendable private static func changeEvent(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let event = try store.interaction(of: call).event
    guard
      event == call.text("interactionEvent")
        || (event != "ForgotPassword" && call["interactionEvent"] != "ForgotPassword")
    else { throw notForForgotPassword }
    store.interactions[call.session]?.event = call.text("interactionEvent")
    return .empty
  }

  private static let notForForgotPassword = DemoError(
    400, "session.not_supported_for_forgot_password", "This operation is not supported for forgot password.")

  /// Somebody who is known signs in; on a sign-up an account is made.
  @Sendable private static func identify(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let interaction = try store.interaction(of: call)
    guard interaction.event == "Register" else {
      let record = try interaction.requireRecord(call.text("verificationId"))
      guard record.isVerified else { throw Interaction.notVerified }
      guard let user = try owner(of: record, store) else {
        throw DemoError(404, "user.user_not_exist", "User with this identifier does not exist.")
      }
      if user["isSuspended"] == true { throw DemoError(401, "user.suspended", "This account is suspended.") }
      store.interactions[call.session]?.userID = user.id
      return .empty
    }
    var members = interaction.profile
    if let id = call.text("verificationId") {
      let record = try interaction.requireRecord(id)
      guard record.isVerified || record.type == "NewPasswordIdentity" else { throw Interaction.notVerified }
      for member in Self.members(of: record) { members[member.key] = member.value }
    }
    let isAsked = store[.profileFields].all.contains { $0["required"] == true }
    guard !isAsked || members["profile"] != nil else {
      throw DemoError(
        422, "user.missing_profile", "You need to provide additional info before signing-in.",
        data: ["missingProfile": ["extraProfile"]])
    }
    guard ["username", "primaryEmail", "primaryPhone", "identities"].contains(where: { members[$0] != nil }) else {
      throw DemoError(
        422, "user.missing_profile", "You need to provide additional info before signing-in.",
        data: ["missingProfile": ["username"]])
    }
    try UserRoutes.requireFree(store, .object(members), except: nil)
    let user = UserRoutes.make(&store, .object(members), application: interaction.application)
    store.interactions[call.session]?.userID = user.id
    store.interactions[call.session]?.profile = [:]
    return .created
  }

  private static func owner(of record: VerificationRecord, _ store: DemoStore) throws(DemoError) -> JSONObject? {
    if let id = record.userID { return store[.users].row(id) }
    guard let identity = record.data["identity"], let target = record.data["target"]?.stringValue else {
      return store.user(by: record.identifier)
    }
    let found = store[.users].all.first { $0["identities"]?[target]?["userId"] == identity["userId"] }
    if found == nil {
      throw DemoError(
        404, "user.identity_not_exist", "The social account has not been registered yet.", data: [:])
    }
    return found
  }

  /// What a record says about a new account.
  private static func members(of record: VerificationRecord) -> JSONObject {
    var members = JSONObject()
    let keys = ["username": "username", "email": "primaryEmail", "phone": "primaryPhone"]
    if let key = keys[record.identifier["type"]?.stringValue ?? ""] { members[key] = record.identifier["value"] }
    if let password = record.data["password"] { members["password"] = password }
    if let identity = record.data["identity"], let target = record.data["target"]?.stringValue {
      members["identities"] = [target: identity]
    }
    return members
  }

  @Sendable private static func addProfile(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let interaction = try store.interaction(of: call)
    guard interaction.event != "ForgotPassword" else { throw notForForgotPassword }
    var members = JSONObject()
    switch call.text("type") {
    case "username": members["username"] = call["value"]
    case "password": members["password"] = call["value"]
    case "extraProfile": members["profile"] = call["values"]
    default:
      let record = try interaction.requireRecord(call.text("verificationId"))
      guard record.isVerified else { throw Interaction.notVerified }
      members = Self.members(of: record)
    }
    if let user = interaction.userID.flatMap({ store[.users].row($0) }), user["username"]?.isNull == false,
      members["username"] != nil
    {
      throw DemoError(422, "user.username_exists_in_profile", "Username already exists in your profile.")
    }
    try UserRoutes.requireFree(store, .object(members), except: interaction.userID)
    for member in members { store.interactions[call.session]?.profile[member.key] = member.value }
    return .empty
  }

  @Sendable private static func resetPassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let interaction = try store.interaction(of: call)
    guard interaction.event == "ForgotPassword" else {
      throw DemoError(
        400, "session.invalid_interaction_type", "This operation is not supported for the current interaction.")
    }
    _ = try store.identified(call)
    store.interactions[call.session]?.profile["password"] = call["password"]
    return .empty
  }

  @Sendable private static func submit(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let interaction = try store.interaction(of: call)
    let user = try store.identified(call)
    if interaction.event == "SignIn" { try requireSecondFactor(store, interaction, user) }
    var members = interaction.profile
    if let password = members["password"] {
      members["password"] = nil
      members["_password"] = password
    }
    let now = JSONValue.integer(store.clock.tick())
    if interaction.event != "ForgotPassword" { members["lastSignInAt"] = now }
    members["updatedAt"] = now
    store[.users].update(user.id) { row in for member in members { row[member.key] = member.value } }
    for factor in interaction.factors { store.addFactor(factor.type, factor.data, to: user.id) }
    guard interaction.event != "ForgotPassword" else {
      store.interactions[call.session] = nil
      return .empty
    }
    LogRoutes.note(
      &store, key: "Interaction.\(interaction.event ?? "").Submit",
      ["userId": .string(user.id), "applicationId": .string(interaction.application)])
    store.interactions[call.session]?.isSubmitted = true
    return .object(["redirectTo": .string("\(call.origin)/oidc/auth/\(call.session)")])
  }

  private static func requireSecondFactor(
    _ store: DemoStore, _ interaction: Interaction, _ user: JSONObject
  ) throws(DemoError) {
    let factors = store.factors(of: user.id).compactMap { $0["type"]?.stringValue }
    let shown = Set(interaction.records.filter(\.isVerified).map(\.type))
    guard !factors.isEmpty, shown.isDisjoint(with: factors), shown.allSatisfy({ !$0.hasPrefix("Mfa") }) else { return }
    throw DemoError(
      403, "session.mfa.require_mfa_verification", "Mfa verification is required to sign in.",
      data: ["availableFactors": .array(factors.map { .string($0) }), "maskedIdentifiers": [:]])
  }

  @Sendable private static func enabledConnectors(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    let domain = (call.query["email"] ?? "").split(separator: "@").last.map(String.init) ?? ""
    guard store[.singles].row("default")?["singleSignOnEnabled"] == true else { return .object(["connectorIds": []]) }
    let fitting = store[.ssoConnectors].all.filter { $0["domains"]?.arrayValue?.contains(.string(domain)) == true }
    return .object(["connectorIds": .array(fitting.map { .string($0.id) })])
  }
}
