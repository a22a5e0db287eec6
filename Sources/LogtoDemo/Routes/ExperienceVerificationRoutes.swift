// What somebody shows in a sign-in: passwords, codes, accounts elsewhere.

import JSON

enum ExperienceVerificationRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_password_verification": password,
    "logto_create_new_password_identity_verification": newPassword,
    "logto_create_and_send_verification_code": sendCode,
    "logto_verify_verification_code_verification": { store, call throws(DemoError) in
      let record = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      guard record.identifier == call["identifier"] else { throw DemoCode.mismatch }
      try DemoCode.require(call.text("code"))
      return try store.verify(call, record.id)
    },
    "logto_create_and_send_mfa_verification_code": sendSecondCode,
    "logto_verify_mfa_verification_code": { store, call throws(DemoError) in
      let record = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      try DemoCode.require(call.text("code"))
      return try store.verify(call, record.id)
    },
    "logto_verify_one_time_token_verification": oneTimeToken,
    "logto_create_social_verification": { store, call throws(DemoError) in
      _ = try store.interaction(of: call)
      let connector = try ConnectorRoutes.requireSocial(store, call.id("connectorId"))
      let id = store.begin(
        call, "Social", data: ["connectorId": .string(connector.id), "target": connector["target"] ?? .null])
      let address = try ConnectorRoutes.authorizationURI(store, connector.id, call)
      return .object(["authorizationUri": .string(address), "verificationId": .string(id)])
    },
    "logto_verify_social_verification": verifySocial,
    "logto_create_enterprise_sso_verification": createEnterprise,
    "logto_verify_enterprise_sso_verification": { store, call throws(DemoError) in
      let record = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      return try store.verify(call, record.id)
    },
  ]

  @Sendable private static func password(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    guard let user = store.user(by: call["identifier"]), let password = user["_password"], password == call["password"]
    else { throw UserAccountRoutes.invalidCredentials }
    let id = store.begin(call, "Password", identifier: call["identifier"] ?? .null, isVerified: true)
    return .object(["verificationId": .string(id)])
  }

  @Sendable private static func newPassword(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    if store.user(by: call["identifier"]) != nil {
      throw DemoError(422, "user.username_already_in_use", "This username is already in use.")
    }
    let id = store.begin(
      call, "NewPasswordIdentity", identifier: call["identifier"] ?? .null,
      data: ["password": call["password"] ?? .null])
    return .object(["verificationId": .string(id)])
  }

  @Sendable private static func sendCode(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    let isPhone = call["identifier"]?["type"] == "phone"
    let id = store.begin(
      call, isPhone ? "PhoneVerificationCode" : "EmailVerificationCode", identifier: call["identifier"] ?? .null)
    return .object(["verificationId": .string(id)])
  }

  /// To the address that the identified user has.
  @Sendable private static func sendSecondCode(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let user = try store.identified(call)
    let isPhone = call.text("identifierType")?.lowercased() == "phone"
    let id = store.begin(
      call, isPhone ? "MfaPhoneVerificationCode" : "MfaEmailVerificationCode",
      identifier: [
        "type": isPhone ? "phone" : "email", "value": user[isPhone ? "primaryPhone" : "primaryEmail"] ?? .null,
      ])
    return .object(["verificationId": .string(id)])
  }

  @Sendable private static func oneTimeToken(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    try OneTimeTokenRoutes.consume(&store, call["token"], email: call["identifier"]?["value"])
    let id = store.begin(call, "OneTimeToken", identifier: call["identifier"] ?? .null, isVerified: true)
    return .object(["verificationId": .string(id)])
  }

  @Sendable private static func verifySocial(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let connector = try ConnectorRoutes.requireSocial(store, call.id("connectorId"))
    let interaction = try store.interaction(of: call)
    guard let begun = interaction.records.first(where: { $0.type == "Social" }),
      call["verificationId"] == nil || call.text("verificationId") == begun.id
    else { throw Interaction.recordMissing }
    let identity = IdentityRoutes.identity(of: call["connectorData"], connector)
    return try store.verify(call, begun.id) { $0.data["identity"] = identity }
  }

  @Sendable private static func createEnterprise(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    let connector = try store.require(.ssoConnectors, call.id("connectorId"))
    guard let issuer = connector["config"]?["issuer"]?.stringValue else {
      let required: JSONValue = ["Required"]
      throw DemoError(
        500, "connector.invalid_config", "The connector's config is invalid.",
        data: [
          "ssoErrorCode": "invalid_config", "config": connector["config"] ?? [:], "message": "invalid_connector_config",
          "error": [
            "formErrors": [],
            "fieldErrors": ["clientId": required, "clientSecret": required, "issuer": required],
          ],
        ])
    }
    let id = store.begin(call, "EnterpriseSso", data: ["connectorId": .string(connector.id)])
    let address = "\(issuer)/authorize?state=\(Paging.encode(call.text("state") ?? ""))"
    return .object(["authorizationUri": .string(address), "verificationId": .string(id)])
  }
}
