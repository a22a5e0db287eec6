// What a signed-in user proves once more before something sensitive is changed.

import JSON

enum AccountVerificationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_verification_by_password": { store, call throws(DemoError) in
      guard try store.user(call.session)["_password"] == call["password"] else {
        throw UserAccountRoutes.invalidCredentials
      }
      return begin(&store, call, "Password", isVerified: true)
    },
    "logto_create_verification_by_verification_code": { store, call throws(DemoError) in
      let isPhone = call["identifier"]?["type"] == "phone"
      return begin(
        &store, call, isPhone ? "PhoneVerificationCode" : "EmailVerificationCode",
        identifier: call["identifier"] ?? .null)
    },
    "logto_verify_verification_by_verification_code": { store, call throws(DemoError) in
      let record = try require(store, call, call.text("verificationId"))
      guard record.identifier == call["identifier"] else { throw DemoCode.mismatch }
      try DemoCode.require(call.text("code"))
      return verified(&store, record)
    },
    "logto_create_verification_by_social": { store, call throws(DemoError) in
      let connector = try ConnectorRoutes.requireSocial(store, call.text("connectorId") ?? "")
      let address = try ConnectorRoutes.authorizationURI(store, connector.id, call)
      return begin(
        &store, call, "Social", data: ["connectorId": .string(connector.id), "target": connector["target"] ?? .null],
        more: ["authorizationUri": .string(address)])
    },
    "logto_verify_verification_by_social": { store, call throws(DemoError) in
      var record = try require(store, call, call.text("verificationRecordId"))
      guard let connector = store[.connectors].row(record.data["connectorId"]?.stringValue ?? "") else { throw missing }
      record.data["identity"] = IdentityRoutes.identity(of: call["connectorData"], connector)
      return verified(&store, record)
    },
    "logto_generate_web_authn_registration_options": { store, call throws(DemoError) in
      let options = Passkeys.registration(&store, try store.user(call.session))
      return begin(&store, call, "WebAuthn", more: ["registrationOptions": options], status: 200)
    },
    "logto_verify_web_authn_registration": { store, call throws(DemoError) in
      _ = try require(store, call, call.text("verificationRecordId"))
      throw Passkeys.failed
    },
  ]

  static let missing = DemoError(400, "verification_record.not_found", "Verification record not found.")
  static let denied = DemoError(
    401, "verification_record.permission_denied", "Permission denied, please re-authenticate.")

  /// A record of the call's own user.
  static func require(_ store: DemoStore, _ call: Call, _ id: String?) throws(DemoError) -> VerificationRecord {
    guard let record = store.verifications[id ?? ""], record.userID == call.session else { throw missing }
    return record
  }

  private static func begin(
    _ store: inout DemoStore, _ call: Call, _ type: String, identifier: JSONValue = .null, isVerified: Bool = false,
    data: JSONObject = [:], more: JSONObject = [:], status: Int = 201
  ) -> DemoAnswer {
    let id = store.ids.next(21)
    store.verifications[id] = VerificationRecord(
      id: id, type: type, identifier: identifier, isVerified: isVerified, userID: call.session, data: data)
    var answer: JSONObject = ["verificationRecordId": .string(id)]
    for member in more { answer[member.key] = member.value }
    answer["expiresAt"] = .string(ISOTime.text(store.clock.now + 600_000))
    return .object(answer, status: status)
  }

  private static func verified(_ store: inout DemoStore, _ record: VerificationRecord) -> DemoAnswer {
    var record = record
    record.isVerified = true
    store.verifications[record.id] = record
    return .object(["verificationRecordId": .string(record.id)])
  }
}
