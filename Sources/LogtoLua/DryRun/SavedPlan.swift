// A plan that is read back to be applied.

import JSON
import LogtoClient

/// A text that is no plan, or a plan that cannot be applied, with the reason.
public struct SavedPlanError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, to be read after the name of the plan.
  public let description: String
  /// An error with this reason.
  public init(_ description: String) { self.description = description }
}

/// The document that `DryRunPlan.json` describes, with `accounts`: the endpoint of every account that it speaks to.
public struct SavedPlan: Sendable {
  struct Step: Sendable {
    var operation: String
    var method: String
    var path: String
    var query: [(name: String, value: String)]
    var body: JSONValue?
    var account: String
    /// The number of the tokens that stand for its answer.
    var number: Int?
    /// Whether the tenant is expected to refuse it.
    var isRefused: Bool
    /// Where the body's secrets go, and which variable gives each.
    var secrets: [(place: String, variable: String)]
    /// As the document has it.
    var json: JSONValue
  }

  struct Read: Sendable {
    var operation: String
    var path: String
    var query: [(name: String, value: String)]
    var account: String
    var status: Int
    var fingerprint: String?
  }

  let steps: [Step]
  let reads: [Read]
  /// Endpoints by account; the default one's name is empty.
  let accounts: [String: String]

  /// Reads the document and checks that it can be applied as a whole.
  ///
  /// - Throws: `SavedPlanError` for another shape or version, and where a step cannot be sent from the document.
  public init(_ json: JSONValue) throws(SavedPlanError) {
    guard let version = json["version"]?.integerValue, let steps = json["steps"]?.arrayValue,
      let reads = json["reads"]?.arrayValue
    else { throw SavedPlanError("it is no plan of a dry run") }
    guard version == DryRunPlan.version else {
      throw SavedPlanError("it is a plan of version \(version); this command knows \(DryRunPlan.version)")
    }
    var accounts: [String: String] = [:]
    for member in json["accounts"]?.objectValue ?? [:] { accounts[member.key] = member.value.stringValue }
    self.accounts = accounts
    var read: [Step] = []
    for (index, step) in steps.enumerated() { read.append(try Self.step(step, index + 1)) }
    self.steps = read
    self.reads = try reads.filter { $0["compared"] != false }.map { read throws(SavedPlanError) in try Self.read(read) }
    for account in Set(self.steps.map(\.account) + self.reads.map(\.account)) where accounts[account] == nil {
      throw SavedPlanError(
        "it does not say which tenant it is for\(account.isEmpty ? "" : " (account '\(account)')"): it was made without one"
      )
    }
  }

  /// The variables that hold what the plan leaves out, in their order.
  public var variables: [(name: String, uses: String)] {
    var seen: Set<String> = []
    return steps.flatMap { step in step.secrets.map { ($0.variable, "\(step.operation) \($0.place)") } }
      .filter { seen.insert($0.0).inserted }
  }

  private static func step(_ json: JSONValue, _ number: Int) throws(SavedPlanError) -> Step {
    let operation = json["operation"]?.stringValue ?? "?"
    let place = "step \(number), \(operation)"
    if let obstacle = json["obstacle"]?.stringValue { throw SavedPlanError("\(place): \(obstacle)") }
    guard let method = json["method"]?.stringValue, ["POST", "PUT", "PATCH", "DELETE"].contains(method),
      let path = json["path"]?.stringValue, path.hasPrefix("/api/"), let status = json["status"]?.integerValue
    else { throw SavedPlanError("\(place): it is no step of a plan") }
    var secrets: [(place: String, variable: String)] = []
    for secret in json["secrets"]?.arrayValue ?? [] {
      guard let pointer = secret["place"]?.stringValue, let variable = secret["variable"]?.stringValue,
        let body = json["body"], PlanSecrets.put("", at: pointer, in: body) != nil
      else { throw SavedPlanError("\(place): a secret has no place in the body") }
      secrets.append((pointer, variable))
    }
    let id = json["ids"]?.arrayValue?.first?.stringValue
    return Step(
      operation: operation, method: method, path: path, query: try query(json, place), body: json["body"],
      account: json["account"]?.stringValue ?? "", number: id.flatMap { PlanToken.first(in: $0[...])?.number },
      isRefused: status >= 400, secrets: secrets, json: json)
  }

  private static func read(_ json: JSONValue) throws(SavedPlanError) -> Read {
    let operation = json["operation"]?.stringValue ?? "?"
    if let obstacle = json["obstacle"]?.stringValue { throw SavedPlanError("the read \(operation): \(obstacle)") }
    guard let path = json["path"]?.stringValue, path.hasPrefix("/api/"), let status = json["status"]?.integerValue
    else {
      throw SavedPlanError("the read \(operation): it is no read of a plan")
    }
    let fingerprint = json["sha256"]?.stringValue
    guard fingerprint != nil || status >= 400 else {
      throw SavedPlanError("the read \(operation): it has no fingerprint (libcrypto was missing)")
    }
    return Read(
      operation: operation, path: path, query: try query(json, operation),
      account: json["account"]?.stringValue ?? "", status: Int(status), fingerprint: fingerprint)
  }

  private static func query(
    _ json: JSONValue, _ place: String
  ) throws(SavedPlanError) -> [(name: String, value: String)] {
    try (json["query"]?.arrayValue ?? []).map { pair throws(SavedPlanError) in
      guard let name = pair[0]?.stringValue, let value = pair[1]?.stringValue else {
        throw SavedPlanError("\(place): its query is no list of names and values")
      }
      return (name, value)
    }
  }
}
