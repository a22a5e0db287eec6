// A sign-in under way: what a user has shown so far, and what is to be done with it.

import JSON

/// What the demo tenant sends as every code, and what it takes as the code of every authenticator app.
enum DemoCode {
  static let right = "123456"

  static let mismatch = DemoError(400, "verification_code.code_mismatch", "Invalid verification code.")

  static func require(_ code: String?, else error: DemoError = mismatch) throws(DemoError) {
    guard code == right else { throw error }
  }
}

/// Something that somebody has shown, or is about to: a password, a code from a mail, an account at a provider.
struct VerificationRecord {
  let id: String
  /// As the tenant names it: `Password`, `EmailVerificationCode`, `Totp`.
  let type: String
  /// What was shown: `{"type": "email", "value": …}`; null where there is none.
  var identifier: JSONValue = .null
  var isVerified = false
  /// The user that it proves, where that is not told by the identifier.
  var userID: String?
  /// What belongs to the type: a secret, codes, a password, an identity.
  var data: JSONObject = [:]

  /// As `get_interaction` shows it.
  var shown: JSONValue {
    var row: JSONObject = ["id": .string(id), "type": .string(type)]
    if let connector = data["connectorId"] { row["connectorId"] = connector }
    if let userID { row["userId"] = .string(userID) }
    if !identifier.isNull { row["identifier"] = identifier }
    if type != "NewPasswordIdentity", type != "Social" { row["verified"] = .bool(isVerified) }
    return .object(row)
  }
}

/// One sign-in, from `/oidc/auth` to the code that comes back.
struct Interaction {
  let application: String
  let redirectURI: String
  let state: String
  let scopes: [String]
  /// `SignIn`, `Register` or `ForgotPassword`; nil until it is initialised.
  var event: String?
  var userID: String?
  var records: [VerificationRecord] = []
  /// What is to be written to the user's account when the sign-in is submitted.
  var profile: JSONObject = [:]
  /// Second factors to be added then.
  var factors: [VerificationRecord] = []
  var mfa: JSONObject = [:]
  var isSubmitted = false

  func record(_ id: String?) -> VerificationRecord? { records.first { $0.id == id } }

  func requireRecord(_ id: String?) throws(DemoError) -> VerificationRecord {
    guard let record = record(id) else { throw Self.recordMissing }
    return record
  }

  /// Puts a record in the place of the others of its type.
  mutating func put(_ record: VerificationRecord) {
    records.removeAll { $0.type == record.type }
    records.append(record)
  }

  static let recordMissing = DemoError(
    404, "session.verification_session_not_found",
    "The verification was not successful. Restart the verification flow and try again.")
  static let notVerified = DemoError(
    400, "session.verification_failed",
    "The verification was not successful. Restart the verification flow and try again.")
  static let unidentified = DemoError(
    404, "session.identifier_not_found", "User identifier not found. Please go back and sign in again.")
}

/// What a code, or a refresh token, can be exchanged for.
struct UserGrant {
  let userID: String
  let application: String
  let redirectURI: String
  let scopes: [String]
}

extension DemoStore {
  /// The sign-in of a call, once it is initialised.
  func interaction(of call: Call) throws(DemoError) -> Interaction {
    guard let interaction = interactions[call.session], interaction.event != nil else {
      throw DemoError(
        404, "session.interaction_not_found",
        "Interaction session not found. Please go back and start the session again.")
    }
    return interaction
  }

  /// The user whom a sign-in is about, once that is known.
  func identified(_ call: Call) throws(DemoError) -> JSONObject {
    guard let id = try interaction(of: call).userID, let user = self[.users].row(id) else {
      throw Interaction.unidentified
    }
    return user
  }

  /// The user of an identifier: `{"type": "username" | "email" | "phone", "value": …}`.
  func user(by identifier: JSONValue?) -> JSONObject? {
    let keys = ["username": "username", "email": "primaryEmail", "phone": "primaryPhone"]
    guard let key = keys[identifier?["type"]?.stringValue ?? ""], let value = identifier?["value"] else { return nil }
    return self[.users].first(where: key, is: value)
  }

  /// Keeps what somebody is about to show in a sign-in; answers its id.
  mutating func begin(
    _ call: Call, _ type: String, identifier: JSONValue = .null, isVerified: Bool = false, userID: String? = nil,
    data: JSONObject = [:]
  ) -> String {
    let record = VerificationRecord(
      id: ids.next(21), type: type, identifier: identifier, isVerified: isVerified, userID: userID, data: data)
    interactions[call.session]?.put(record)
    return record.id
  }

  /// Marks a record of a sign-in as shown; answers its id.
  mutating func verify(
    _ call: Call, _ id: String?, _ change: (inout VerificationRecord) -> Void = { _ in }
  ) throws(DemoError) -> DemoAnswer {
    var record = try interaction(of: call).requireRecord(id)
    record.isVerified = true
    change(&record)
    interactions[call.session]?.put(record)
    return .object(["verificationId": .string(record.id)])
  }

  /// Ten backup codes.
  mutating func backupCodes() -> [JSONValue] { (0..<10).map { _ in .string(ids.next(10)) } }

  /// Adds a second factor to a user; `data` has `secret` or `codes`.
  mutating func addFactor(_ type: String, _ data: JSONObject, to user: String) {
    let now = clock.tick()
    var row: JSONObject = [
      "id": .string(ids.next(21)), "createdAt": .string(ISOTime.text(now)), "type": .string(type),
      "_userId": .string(user),
    ]
    if let codes = data["codes"]?.arrayValue {
      row["remainCodes"] = .integer(Int64(codes.count))
      row["_codes"] = .array(codes)
    }
    self[.mfaVerifications].insert(row)
  }

  /// The second factors of a user.
  func factors(of user: String) -> [JSONObject] {
    self[.mfaVerifications].all.filter { $0["_userId"] == .string(user) }
  }
}
