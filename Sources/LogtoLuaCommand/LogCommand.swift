// `logto-lua log FILE`: shows a call log, filtered.

import JSON
import LogtoLua

extension Subcommand {
  static let log = Subcommand(
    name: "log", synopsis: "FILE",
    summary: "show a call log that --log wrote",
    options: [
      OptionDeclaration("operation", .one("PATTERN"), help: "only these functions: delete_*"),
      OptionDeclaration("state", .one("STATE"), help: "only done, failed, refused, planned or unknown"),
      OptionDeclaration("run", .one("ID"), help: "only this run"),
      OptionDeclaration("json", help: "pass the lines on as they are"),
    ]
  ) { (words) throws(UsageError) in
    guard words.operands.count == 1 else { throw UsageError(message: "log takes the log's file") }
    let bytes = try SourceFile.read(words.operands[0])
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = try? JSONValue.parse(Array(line)) else { continue }
      func matches(_ option: String) -> Bool {
        words.value(option).map { Glob.matches($0, entry[option]?.stringValue ?? "") } ?? true
      }
      guard matches("operation"), matches("state"), matches("run") else { continue }
      StandardStream.output.line(words.has("json") ? String(decoding: line, as: UTF8.self) : readable(entry))
    }
    return .done
  }

  private static func readable(_ entry: JSONValue) -> String {
    func text(_ key: String) -> String { entry[key]?.stringValue ?? "" }
    let status = entry["status"]?.integerValue.map(String.init) ?? text("error")
    let duration = entry["duration_ms"]?.numberValue.map { "\(Int($0.rounded())) ms" } ?? ""
    let parts = [
      String(entry["time"]?.integerValue ?? 0), text("run"), text("state").padded(to: 7), status.padded(to: 3),
      duration, text("operation"), entry["arguments"]?["path"]?.stringValue ?? "", text("request_id"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
