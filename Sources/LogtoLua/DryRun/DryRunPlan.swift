// What a dry run would have sent, in order, as a table and as JSON.

import JSON
import LogtoCatalogue

/// The writes that a dry run planned instead of sending them.
public struct DryRunPlan: Sendable {
  /// One write, as it would be sent but for ids such as `dry-run:1`.
  public struct Step: Sendable {
    /// The short name (`create_user`), or the method and path where no operation has the path.
    public var operation: String
    /// The HTTP method, in capitals.
    public var method: String
    /// The path as it would be sent, without the query.
    public var path: String
    /// The query in order, not encoded.
    public var query: [(name: String, value: String)]
    /// Without the secrets in it; nil where there is none, or where it is no JSON.
    public var body: JSONValue?
    /// The account's name; nil the default one.
    public var account: String?
    /// The ids that stand for what the step would make.
    public var ids: [String]
  }

  /// The writes in the order in which the script made them.
  public internal(set) var steps: [Step] = []
  /// What the script was told that differs from what a real run would be told.
  public internal(set) var notes: [String] = []

  /// `{steps: [{operation, method, path, query, body, account, ids}], notes}`
  public var json: JSONValue {
    ["steps": .array(steps.map(Self.describe)), "notes": .array(notes.map { .string($0) })]
  }

  /// A line for each step and note, without a line break at the end.
  public var table: String { Self.table(of: json) }

  /// The table of a plan that is JSON.
  public static func table(of plan: JSONValue) -> String {
    let steps = plan["steps"]?.arrayValue ?? []
    let count = steps.count == 1 ? "1 write" : "\(steps.count) writes"
    var lines = [steps.isEmpty ? "plan: no writes" : "plan: \(count), none sent"]
    for (index, step) in steps.enumerated() {
      let ids = (step["ids"]?.arrayValue ?? []).compactMap(\.stringValue)
      var line = "  \(index + 1). \(step["operation"]?.stringValue ?? "")"
      line += "  \(step["method"]?.stringValue ?? "") \(step["path"]?.stringValue ?? "")"
      let query = (step["query"]?.arrayValue ?? []).compactMap { $0.arrayValue?.compactMap(\.stringValue) }
      if !query.isEmpty { line += "?" + query.map { $0.joined(separator: "=") }.joined(separator: "&") }
      if let account = step["account"]?.stringValue { line += "  (account \(account))" }
      if let body = step["body"] { line += "  \(body.encodedString())" }
      if !ids.isEmpty { line += "  -> \(ids.joined(separator: ", "))" }
      lines.append(line)
    }
    lines += (plan["notes"]?.arrayValue ?? []).compactMap(\.stringValue).map { "  note: \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func describe(_ step: Step) -> JSONValue {
    var object: JSONObject = [
      "operation": .string(step.operation), "method": .string(step.method), "path": .string(step.path),
    ]
    if !step.query.isEmpty { object["query"] = .array(step.query.map { [.string($0.name), .string($0.value)] }) }
    object["body"] = step.body
    object["account"] = step.account.map { .string($0) }
    object["ids"] = .array(step.ids.map { .string($0) })
    return .object(object)
  }
}
