// The second factors of a user's own account, and what is kept about them.

import JSON

enum AccountFactorRoutes {
  static let table: [String: DemoHandler] = [
    "logto_get_mfa_verifications": { store, call throws(DemoError) in
      .list(store.factors(of: call.session).map(\.shown))
    },
    "logto_add_mfa_verification": add,
    "logto_create_or_replace_totp_mfa_verification": { store, call throws(DemoError) in
      try AccountRoutes.requireEditable(store, "mfa")
      try DemoCode.require(call.text("code"), else: invalidTotp)
      _ = store[.mfaVerifications].removeAll { $0["_userId"] == .string(call.session) && $0["type"] == "Totp" }
      store.addFactor("Totp", [:], to: call.session)
      return .empty
    },
    "logto_generate_totp_secret": { store, _ throws(DemoError) in
      .object(["secret": .string(store.ids.secret().uppercased())])
    },
    "logto_generate_my_account_backup_codes": { store, _ throws(DemoError) in
      .object(["codes": .array(store.backupCodes())])
    },
    "logto_get_backup_codes": { store, call throws(DemoError) in
      guard let row = store.factors(of: call.session).first(where: { $0["type"] == "BackupCode" }) else {
        throw DemoError(404, "verification_record.not_found", "Verification record not found.")
      }
      return .object(["codes": .array((row["_codes"]?.arrayValue ?? []).map { ["code": $0] })])
    },
    // Only passkeys have names, and there are none.
    "logto_update_mfa_verification_name": { _, _ throws(DemoError) in throw AccountVerificationRoutes.missing },
    "logto_delete_mfa_verification": { store, call throws(DemoError) in
      try AccountRoutes.requireEditable(store, "mfa")
      guard store.factors(of: call.session).contains(where: { $0.id == call.id("verificationId") }) else {
        throw AccountVerificationRoutes.missing
      }
      store[.mfaVerifications].remove(call.id("verificationId"))
      return .empty
    },
    "logto_get_mfa_settings": { store, call throws(DemoError) in
      let configs = try UserAccountRoutes.configs(store, call.session)
      return .object(["skipMfaOnSignIn": configs["mfa"]?["skipMfaOnSignIn"] ?? false])
    },
    "logto_update_mfa_settings": { store, call throws(DemoError) in
      try AccountRoutes.requireEditable(store, "mfa")
      let configs = try UserAccountRoutes.merge(&store, ["mfa": call.body], intoConfigsOf: call.session)
      return .object(["skipMfaOnSignIn": configs["mfa"]?["skipMfaOnSignIn"] ?? false])
    },
    "logto_get_logto_config": { store, call throws(DemoError) in
      .value(try UserAccountRoutes.configs(store, call.session))
    },
    "logto_update_logto_config": { store, call throws(DemoError) in
      .value(try UserAccountRoutes.merge(&store, call.body.objectValue ?? [:], intoConfigsOf: call.session))
    },
  ]

  private static let invalidTotp = DemoError(400, "session.mfa.invalid_totp_code", "Invalid TOTP code.")

  @Sendable private static func add(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    try AccountRoutes.requireEditable(store, "mfa")
    let type = call.text("type") == "TOTP" ? "Totp" : call.text("type") ?? ""
    let factors = store[.singles].row("default")?["mfa"]?["factors"]?.arrayValue ?? []
    guard factors.contains(.string(type)) else {
      throw DemoError(400, "session.mfa.mfa_factor_not_enabled", "MFA factor is not enabled.")
    }
    let own = store.factors(of: call.session)
    let isTaken = own.contains { $0["type"] == .string(type) }
    switch type {
    case "Totp":
      if isTaken { throw DemoError(422, "user.totp_already_in_use", "TOTP is already in use.") }
      if let code = call.text("code") { try DemoCode.require(code, else: invalidTotp) }
      store.addFactor("Totp", [:], to: call.session)
    case "BackupCode":
      if isTaken { throw DemoError(422, "user.backup_code_already_in_use", "Backup code is already in use.") }
      if own.isEmpty {
        throw DemoError(
          422, "session.mfa.backup_code_can_not_be_alone", "Backup code can not be the only MFA factor.")
      }
      store.addFactor("BackupCode", ["codes": call["codes"] ?? []], to: call.session)
    default: throw AccountVerificationRoutes.missing
    }
    return .empty
  }
}
