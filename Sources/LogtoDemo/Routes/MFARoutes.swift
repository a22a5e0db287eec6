// Users' second factors, as far as an administrator sets them up.

import JSON

enum MFARoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_user_mfa_verifications": list,
    "logto_create_user_mfa_verification": create,
    "logto_delete_user_mfa_verification": delete,
  ]

  @Sendable private static func list(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    return .list(store[.mfaVerifications].all.filter { $0["_userId"] == .string(user.id) }.map(\.shown))
  }

  @Sendable private static func create(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let type = call.text("type") ?? ""
    let own = store[.mfaVerifications].all.filter { $0["_userId"] == .string(user.id) }
    if own.contains(where: { $0["type"] == .string(type) }) {
      throw type == "Totp"
        ? DemoError(422, "user.totp_already_in_use", "TOTP is already in use.")
        : DemoError(422, "user.backup_code_already_in_use", "Backup code is already in use.")
    }
    if type == "BackupCode", own.isEmpty {
      throw DemoError(
        422, "session.mfa.backup_code_can_not_be_alone", "Backup code can not be the only MFA factor.")
    }
    let now = store.clock.tick()
    var row: JSONObject = [
      "id": .string(store.ids.next(21)), "createdAt": .string(ISOTime.text(now)), "type": .string(type),
      "_userId": .string(user.id),
    ]
    let answer: JSONObject
    if type == "Totp" {
      let secret = call["secret"] ?? .string(store.ids.secret().uppercased())
      answer = ["type": "Totp", "secret": secret, "secretQrCode": "data:image/png;base64,"]
    } else {
      let codes = call["codes"]?.arrayValue ?? store.backupCodes()
      row["remainCodes"] = .integer(Int64(codes.count))
      row["_codes"] = .array(codes)
      answer = ["type": "BackupCode", "codes": .array(codes)]
    }
    store[.mfaVerifications].insert(row)
    return .object(answer)
  }

  @Sendable private static func delete(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    let user = try store.user(call.id("userId"))
    let id = call.id("verificationId")
    guard store[.mfaVerifications].row(id)?["_userId"] == .string(user.id) else { throw .notFound }
    store[.mfaVerifications].remove(id)
    return .empty
  }
}

/// Times as ISO 8601, in UTC. Days by Howard Hinnant's algorithm (chrono-compatible low-level date algorithms).
enum ISOTime {
  /// `2026-06-01T12:00:00.000Z`
  static func text(_ milliseconds: Int64) -> String {
    let inDay = milliseconds % DemoClock.day
    let time = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1_000 % 60].map { pad($0, 2) }
    return "\(date(milliseconds))T\(time.joined(separator: ":")).\(pad(inDay % 1_000, 3))Z"
  }

  /// `2026-06-01`
  static func date(_ milliseconds: Int64) -> String {
    let days = milliseconds / DemoClock.day + 719_468
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  private static func pad(_ number: Int64, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
