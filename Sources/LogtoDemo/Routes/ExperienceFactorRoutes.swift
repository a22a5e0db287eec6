// Second factors in a sign-in. Authenticator apps show the demo tenant's one code; what a passkey signs is never right.

import JSON

enum ExperienceFactorRoutes {
  static let table: [String: DemoHandler] = [
    "logto_create_totp_secret": { store, call throws(DemoError) in
      let user = try store.identified(call)
      let secret = JSONValue.string(store.ids.secret().uppercased())
      let id = store.begin(call, "Totp", userID: user.id, data: ["secret": secret])
      return .object([
        "verificationId": .string(id), "secret": secret, "secretQrCode": "data:image/png;base64,",
      ])
    },
    "logto_verify_totp_verification": { store, call throws(DemoError) in
      let user = try store.identified(call)
      try DemoCode.require(call.text("code"), else: invalidTotp)
      if let id = call.text("verificationId") { return try store.verify(call, id) }
      guard store.factors(of: user.id).contains(where: { $0["type"] == "Totp" }) else { throw invalidTotp }
      let id = store.begin(call, "Totp", isVerified: true, userID: user.id)
      return .object(["verificationId": .string(id)])
    },
    "logto_generate_backup_codes": { store, call throws(DemoError) in
      let user = try store.identified(call)
      let codes = JSONValue.array(store.backupCodes())
      let id = store.begin(call, "BackupCode", userID: user.id, data: ["codes": codes])
      return .object(["verificationId": .string(id), "codes": codes])
    },
    "logto_verify_backup_code": verifyBackupCode,
    "logto_bind_mfa_verification": { store, call throws(DemoError) in
      let record = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      guard record.isVerified || record.type == "BackupCode" else { throw Interaction.notVerified }
      store.interactions[call.session]?.factors.append(record)
      return .empty
    },
    "logto_bind_passkey": { store, call throws(DemoError) in
      _ = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      throw Interaction.notVerified
    },
    "logto_mark_mfa_enabled": { store, call throws(DemoError) in try mark(&store, call, "mfaEnabled") },
    "logto_skip_mfa_binding_flow": { store, call throws(DemoError) in try mark(&store, call, "mfaSkipped") },
    "logto_skip_mfa_suggestion": { store, call throws(DemoError) in try mark(&store, call, "mfaSkipped") },
    "logto_skip_passkey_binding": { store, call throws(DemoError) in try mark(&store, call, "passkeySkipped") },
    "logto_create_web_authn_registration_verification": { store, call throws(DemoError) in
      let user = try store.identified(call)
      let id = store.begin(call, "WebAuthn", userID: user.id)
      return .object([
        "verificationId": .string(id), "registrationOptions": Passkeys.registration(&store, user),
      ])
    },
    "logto_verify_web_authn_registration_verification": { store, call throws(DemoError) in
      _ = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      throw Passkeys.failed
    },
    "logto_create_web_authn_authentication_verification": { store, call throws(DemoError) in
      _ = try store.identified(call)
      throw Passkeys.missing
    },
    "logto_verify_web_authn_authentication_verification": { store, call throws(DemoError) in
      _ = try store.interaction(of: call).requireRecord(call.text("verificationId"))
      throw Passkeys.failed
    },
    // Asked for before the sign-in is initialised.
    "logto_create_sign_in_passkey_authentication": { store, _ throws(DemoError) in
      .object(["authenticationOptions": Passkeys.authentication(&store)])
    },
    "logto_create_sign_in_passkey_authentication_with_identifier": { store, call throws(DemoError) in
      _ = try store.interaction(of: call)
      throw Passkeys.missing
    },
    "logto_verify_sign_in_passkey_authentication": { store, call throws(DemoError) in
      _ = try store.interaction(of: call)
      throw Interaction.recordMissing
    },
  ]

  private static let invalidTotp = DemoError(400, "session.mfa.invalid_totp_code", "Invalid TOTP code.")

  private static func mark(_ store: inout DemoStore, _ call: Call, _ key: String) throws(DemoError) -> DemoAnswer {
    _ = try store.interaction(of: call)
    store.interactions[call.session]?.mfa[key] = true
    return .empty
  }

  /// Uses one of the user's backup codes up.
  @Sendable private static func verifyBackupCode(
    _ store: inout DemoStore, _ call: Call
  ) throws(DemoError) -> DemoAnswer {
    let user = try store.identified(call)
    guard let row = store.factors(of: user.id).first(where: { $0["type"] == "BackupCode" }),
      let codes = row["_codes"]?.arrayValue, let code = call["code"], codes.contains(code)
    else { throw DemoError(400, "session.mfa.invalid_backup_code", "Invalid backup code.") }
    let left = codes.filter { $0 != code }
    store[.mfaVerifications].update(row.id) { row in
      row["_codes"] = .array(left)
      row["remainCodes"] = .integer(Int64(left.count))
    }
    let id = store.begin(call, "BackupCode", isVerified: true, userID: user.id)
    return .object(["verificationId": .string(id)])
  }
}

/// What a browser is asked for with passkeys.
enum Passkeys {
  static let failed = DemoError(400, "session.mfa.webauthn_verification_failed", "WebAuthn verification failed.")
  static let missing = DemoError(400, "session.mfa.webauthn_verification_not_found", "WebAuthn verification not found.")

  static func registration(_ store: inout DemoStore, _ user: JSONObject) -> JSONValue {
    [
      "rp": ["name": "127.0.0.1", "id": "127.0.0.1"],
      "user": ["id": .string(user.id), "name": user["username"] ?? "", "displayName": user["name"] ?? ""],
      "challenge": .string(store.ids.next(43)), "pubKeyCredParams": [["type": "public-key", "alg": -7]],
      "timeout": 60_000, "excludeCredentials": [], "attestation": "none",
    ]
  }

  static func authentication(_ store: inout DemoStore) -> JSONValue {
    [
      "challenge": .string(store.ids.next(43)), "timeout": 60_000, "rpId": "127.0.0.1", "allowCredentials": [],
      "userVerification": "required",
    ]
  }
}
