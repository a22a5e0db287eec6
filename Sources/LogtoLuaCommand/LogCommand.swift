// `logto-lua log FILE`: shows a call log, filtered.

import JSON
import LogtoLua

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Subcommand {
  static let log = Subcommand(
    name: "log", synopsis: "FILE",
    summary: "show a call log that --log wrote",
    options: [
      OptionDeclaration("operation", .one("PATTERN"), help: "only these functions: delete_*"),
      OptionDeclaration("state", .one("STATE"), help: "only done, failed, refused, planned or unknown"),
      OptionDeclaration("run", .one("ID"), help: "only this run"),
      OptionDeclaration("account", .one("NAME"), help: "only calls to this account"),
      OptionDeclaration("since", .one("TIME"), help: "only the last 90s, 30m, 12h"),
      OptionDeclaration("all", help: "with the files that were set aside, FILE.5 to FILE.1, before it"),
      OptionDeclaration("json", help: "pass the lines on as they are"),
    ]
  ) { (words) throws(UsageError) in
    guard words.operands.count == 1 else { throw UsageError(message: "log takes the log's file") }
    let filter = try LogFilter(words)
    var unreadable = 0
    for file in LogFilter.files(words.operands[0], all: words.has("all")) {
      for line in try SourceFile.read(file).split(separator: UInt8(ascii: "\n")) {
        guard let entry = try? JSONValue.parse(Array(line)), entry.objectValue != nil else {
          unreadable += 1
          continue
        }
        guard filter.takes(entry) else { continue }
        let text = words.has("json") ? String(decoding: line, as: UTF8.self) : LogFilter.readable(entry)
        StandardStream.output.line(text)
      }
    }
    if unreadable > 0 { StandardStream.error.line("logto-lua: lines that are no entry of a call log: \(unreadable)") }
    return .done
  }
}

/// Which entries are shown, and how.
private struct LogFilter {
  private var texts: [(key: String, pattern: String)] = []
  /// Milliseconds since 1970.
  private var earliest = Int64.min

  /// - Throws: `UsageError` for a state that there is not, and a time that is none.
  init(_ words: ParsedWords) throws(UsageError) {
    for key in ["operation", "state", "run", "account"] {
      guard var pattern = words.value(key) else { continue }
      if key == "state", CallRecord.State(rawValue: pattern) == nil {
        throw UsageError(message: "--state \(pattern): write done, failed, refused, planned or unknown")
      }
      if key == "operation" {
        for prefix in ["logto.", "logto_"] where pattern.hasPrefix(prefix) { pattern.removeFirst(prefix.count) }
      }
      texts.append((key, pattern))
    }
    if let text = words.value("since") {
      let span = try parseDuration(text, option: "since")
      earliest = Int64(Date().timeIntervalSince1970 * 1000 - span / .milliseconds(1))
    }
  }

  func takes(_ entry: JSONValue) -> Bool {
    texts.allSatisfy { Glob.matches($0.pattern, entry[$0.key]?.stringValue ?? "") }
      && entry["time"]?.integerValue ?? .min >= earliest
  }

  /// The oldest first.
  static func files(_ path: String, all: Bool) -> [String] {
    guard all else { return [path] }
    let aside = (1...5).reversed().map { "\(path).\($0)" }
    return aside.filter { FileManager.default.fileExists(atPath: $0) } + [path]
  }

  /// Time, run, state, status or error, duration, function, path, request id; of a refusal its rule.
  static func readable(_ entry: JSONValue) -> String {
    func text(_ key: String) -> String { entry[key]?.stringValue ?? "" }
    let time = Date(timeIntervalSince1970: Double(entry["time"]?.integerValue ?? 0) / 1000)
    let status = entry["status"]?.integerValue.map(String.init) ?? text("error")
    let duration = entry["duration_ms"]?.numberValue.map { "\(Int($0.rounded())) ms" } ?? ""
    let parts = [
      time.formatted(.iso8601), text("run"), text("state").padded(to: 7), status.padded(to: 3), duration,
      text("operation"), entry["arguments"]?["path"]?.stringValue ?? "", text("request_id"),
      text("decision") == "allow" ? "" : text("decision"),
    ]
    return TerminalText.stripped(parts.filter { !$0.isEmpty }.joined(separator: "  "))
  }
}
