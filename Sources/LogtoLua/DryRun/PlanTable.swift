// A plan for a person: one line a write.

import JSON

extension DryRunPlan {
  /// A line for each step and note, without a line break at the end.
  public var table: String { Self.table(of: json) }

  /// The table of a plan that is JSON.
  public static func table(of plan: JSONValue) -> String {
    let steps = plan["steps"]?.arrayValue ?? []
    let count = steps.count == 1 ? "1 write" : "\(steps.count) writes"
    var lines = [steps.isEmpty ? "plan: no writes" : "plan: \(count), none sent"]
    let width = steps.map { $0["operation"]?.stringValue?.count ?? 0 }.max() ?? 0
    for (index, step) in steps.enumerated() {
      let digits = "\(index + 1)"
      let number = String(repeating: " ", count: "\(steps.count)".count - digits.count) + digits + "."
      let name = step["operation"]?.stringValue ?? ""
      lines.append("  \(number) \(name)\(String(repeating: " ", count: width - name.count))  \(line(of: step))")
    }
    lines += (plan["notes"]?.arrayValue ?? []).compactMap(\.stringValue).map { "  note: \($0)" }
    return lines.joined(separator: "\n")
  }

  /// `POST /api/users  {"username":"ada"}  -> dry-run:1`
  static func line(of step: JSONValue) -> String {
    var line = "\(step["method"]?.stringValue ?? "") \(step["path"]?.stringValue ?? "")"
    let query = (step["query"]?.arrayValue ?? []).compactMap { $0.arrayValue?.compactMap(\.stringValue) }
    if !query.isEmpty { line += "?" + query.map { $0.joined(separator: "=") }.joined(separator: "&") }
    if let account = step["account"]?.stringValue { line += "  (account \(account))" }
    if let body = step["body"] { line += "  \(body.encodedString())" }
    let ids = (step["ids"]?.arrayValue ?? []).compactMap(\.stringValue)
    if !ids.isEmpty { line += "  -> \(ids.joined(separator: ", "))" }
    if let code = step["code"]?.stringValue { line += "  (would be refused: \(code))" }
    if let obstacle = step["obstacle"]?.stringValue { line += "  (cannot be saved: \(obstacle))" }
    return line
  }
}
