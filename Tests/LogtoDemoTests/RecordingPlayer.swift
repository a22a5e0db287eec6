// Plays recordings to the demo tenant and says how its answers differ.

import JSON
import TestSupport

@testable import LogtoDemo

/// A demo tenant that is being asked what a real one was asked.
final class RecordingPlayer {
  let tenant: DemoTenant
  private let client: RawClient
  private let world: RecordedWorld
  private var tokens: [String: String] = [:]
  /// The cookies of the sign-in that was begun last.
  private var cookies = ""
  /// What the recorded ids are here: the demo tenant chooses its own for what it makes.
  private var ids: [String: String] = [:]

  init?(_ recordings: [Recording]) throws {
    tenant = try DemoTenant.start(data: .fresh)
    guard let client = RawClient(port: tenant.port) else { return nil }
    self.client = client
    world = RecordedWorld(recordings)
    tokens["m2m"] = token(scope: "all")
    tokens["noscope"] = token(scope: "nothing")
  }

  private func token(scope: String) -> String? {
    let form =
      "grant_type=client_credentials&resource=https%3A%2F%2Fdefault.logto.app%2Fapi&scope=\(scope)"
      + "&client_id=\(tenant.appID)&client_secret=\(tenant.appSecret)"
    let headers = ["Content-Type: application/x-www-form-urlencoded"]
    let answer = client.request("POST", "/oidc/token", headers: headers, body: form)
    return (try? JSONValue.parse(answer?.body ?? []))?["access_token"]?.stringValue
  }

  /// Puts a recorded entity into the tenant, under its recorded id.
  func ensure(_ id: String) {
    guard ids[id] == nil, let (kind, row) = world.rows[id] else { return }
    ids[id] = id
    tenant.state.withStore { store in
      guard !store[kind].contains(id) else { return }
      store[kind].insert(kind == .users ? row.with("_password", "N3w!password") : row)
      if row["type"] == "MachineToMachine", kind == .applications {
        ApplicationSecretRoutes.make(
          &store, id, name: "Default secret", expiresAt: .null, now: 0, value: "masked-ffffffffffffffffffffffff")
        if row["name"] == "Recorder" { store[.roleApplications].join(DemoSeed.managementRoleID, id) }
      }
    }
  }

  /// The text with recorded ids replaced by those of this tenant.
  private func translate(_ text: String) -> String {
    var text = text
    for id in world.rows.keys where text.contains(id) { ensure(id) }
    for (recorded, own) in ids where recorded != own { text = text.replacing(recorded, with: own) }
    return text
  }

  /// This tenant's id for a recorded one, for changes made by hand.
  func id(_ recorded: String) -> String {
    ensure(recorded)
    return ids[recorded] ?? recorded
  }

  /// Joins two recorded entities.
  func join(_ kind: LinkKind, _ left: String, _ right: String) {
    let (left, right) = (id(left), id(right))
    tenant.state.withStore { _ = $0[kind].join(left, right) }
  }

  /// Parts two recorded entities.
  func part(_ kind: LinkKind, _ left: String, _ right: String) {
    let (left, right) = (id(left), id(right))
    tenant.state.withStore { _ = $0[kind].part(left, right) }
  }

  /// Puts a row into the tenant.
  func insert(_ kind: Kind, _ row: JSONObject) {
    tenant.state.withStore { $0[kind].insert(row) }
  }

  func remove(_ kind: Kind, _ id: String) {
    tenant.state.withStore { _ = $0[kind].remove(id) }
  }

  /// Changes the row of a recorded entity.
  func change(_ kind: Kind, _ recorded: String, _ change: @Sendable (inout JSONObject) -> Void) {
    let id = id(recorded)
    tenant.state.withStore { _ = $0[kind].update(id, change) }
  }

  /// Sends the request of a recording. Nil when no answer came.
  func play(_ recording: Recording) -> RawClient.Answer? {
    var headers: [String] = []
    for member in recording.headers where member.key != "cookie" {
      var value = member.value.stringValue ?? ""
      for (mask, token) in tokens where value == "Bearer {\(mask)}" { value = "Bearer \(token)" }
      headers.append("\(member.key): \(translate(value))")
    }
    if recording.headers["cookie"]?.arrayValue?.isEmpty == false { headers.append("Cookie: \(cookies)") }
    var body: String?
    if case .string(let text) = recording.body {
      body = text
    } else if !recording.body.isNull {
      body = recording.body.encodedString()
    }
    let answer = client.request(
      recording.method, translate(recording.path), headers: headers, body: body.map { code(recording, translate($0)) })
    let set = answer?.headers("set-cookie").map { String($0.prefix { $0 != ";" }) } ?? []
    if !set.isEmpty { cookies = set.joined(separator: "; ") }
    if let answer, recording.isJSONAnswer, let own = try? JSONValue.parse(answer.body) {
      learn(recording.answerBody, own)
    }
    return answer
  }

  /// The body with the code that the demo tenant sends, where the recorded one was the right one.
  private func code(_ recording: Recording, _ body: String) -> String {
    guard recording.status < 300, recording.operation?.contains("verify") == true || recording.body["type"] == "Totp",
      let code = recording.body["code"]?.stringValue, code.count == 6
    else { return body }
    return body.replacing(code, with: DemoCode.right)
  }

  /// A token of the recorded user, who has signed in.
  func signIn(_ recorded: String, scopes: Set<String>) {
    let user = id(recorded)
    let token = DemoToken(applicationID: "", resource: "", scopes: scopes, userID: user)
    tenant.state.withStore { $0.tokens["recorded-user"] = token }
    tokens["user"] = "recorded-user"
  }

  /// Changes the sign-in that was begun last.
  func changeSignIn(_ change: @Sendable (inout Interaction) -> Void) {
    guard let uid = cookies.firstMatch(of: /"_legacy":"(?<uid>\w+)"/)?.uid else { return }
    tenant.state.withStore { store in
      guard var interaction = store.interactions[String(uid)] else { return }
      change(&interaction)
      store.interactions[String(uid)] = interaction
    }
  }

  /// Marks what a signed-in user wants to prove as proved.
  func prove(_ recorded: String) {
    let id = id(recorded)
    tenant.state.withStore { $0.verifications[id]?.isVerified = true }
  }

  /// Where both answers have an id, the recorded one stands for the other from now on.
  private func learn(_ recorded: JSONValue, _ own: JSONValue) {
    if let recorded = recorded.arrayValue, let own = own.arrayValue, recorded.count == own.count {
      for (recorded, own) in zip(recorded, own) { learn(recorded, own) }
    }
    for key in ["id", "verificationId", "verificationRecordId", "token"] {
      guard let id = recorded[key]?.stringValue, let mine = own[key]?.stringValue, ids[id] == nil else { continue }
      ids[id] = mine
    }
    for (recorded, own) in zip(recorded["codes"]?.arrayValue ?? [], own["codes"]?.arrayValue ?? []) {
      if let recorded = recorded.stringValue, let own = own.stringValue { ids[recorded] = own }
    }
  }

  /// What differs between the recorded answer and this one.
  func differences(_ recording: Recording, _ answer: RawClient.Answer) -> [String] {
    guard answer.status == recording.status else {
      return ["status \(answer.status), recorded \(recording.status): \(answer.text.prefix(300))"]
    }
    var lines: [String] = []
    let names = ["content-type", "total-number"]
    for name in names where (answer.header(name) == nil) != (recording.answerHeader(name) == nil) {
      lines.append("\(name): \(answer.header(name) ?? "none"), recorded \(recording.answerHeader(name) ?? "none")")
    }
    guard recording.isJSONAnswer else {
      if answer.text != translate(recording.answerBody.stringValue ?? "") { lines.append("text \(answer.text)") }
      return lines
    }
    guard let own = try? JSONValue.parse(answer.body) else { return lines + ["not JSON: \(answer.text)"] }
    if recording.status >= 400 {
      let expected = (try? JSONValue.parse(translate(recording.answerBody.encodedString()))) ?? .null
      return own == expected ? lines : lines + ["\(own.encodedString()), recorded \(expected.encodedString())"]
    }
    compareKeys(own, recording.answerBody, "", &lines)
    return lines
  }

  /// The sets of keys, at every depth; of lists, those of the first element of each.
  private func compareKeys(_ own: JSONValue, _ recorded: JSONValue, _ path: String, _ lines: inout [String]) {
    switch (own, recorded) {
    case (.object(let own), .object(let recorded)):
      // What people put in, and texts in more languages than the demo tenant speaks.
      let free = ["customData", "profile", "config", ".translation", ".name", ".description"]
      if free.contains(where: path.hasSuffix) { return }
      let (mine, theirs) = (Set(own.keys), Set(recorded.keys))
      if mine != theirs {
        lines.append(
          "keys at '\(path)': more \(mine.subtracting(theirs).sorted()), fewer \(theirs.subtracting(mine).sorted())")
      }
      for key in mine.intersection(theirs) {
        compareKeys(own[key] ?? .null, recorded[key] ?? .null, "\(path).\(key)", &lines)
      }
    case (.array(let own), .array(let recorded)):
      if let first = own.first, let other = recorded.first { compareKeys(first, other, "\(path)[]", &lines) }
    default: break
    }
  }
}
