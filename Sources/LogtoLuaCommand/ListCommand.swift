// `logto-lua list`: the functions, as a table for people or as JSON for machines. No account is needed.

import JSON
import LogtoCatalogue
import LogtoLua

extension Subcommand {
  static let list = Subcommand(
    name: "list", synopsis: "[PATTERN]",
    summary: "list the functions; PATTERN is a name with * or a group",
    options: [
      OptionDeclaration("json", help: "print a JSON array"),
      OptionDeclaration("all", help: "with --json: one document of everything, as `schema --list` describes it"),
    ]
  ) { (words) throws(UsageError) in
    guard words.operands.count <= 1 else { throw UsageError(message: "list takes one pattern at most") }
    if words.has("all") {
      guard words.has("json"), words.operands.isEmpty else {
        throw UsageError(message: "--all goes with --json and without a pattern")
      }
      StandardStream.output.line(Listing(.shipped).document.encodedString())
      return .done
    }
    let operations = try select(words.operands.first)
    FunctionTable.print(operations, asJSON: words.has("json"))
    return .done
  }

  private static func select(_ pattern: String?) throws(UsageError) -> [Operation] {
    let all = Catalogue.shipped.operations.map { $0 }
    guard let pattern else { return all }
    let name = Name.short(pattern)
    let selected = all.filter { operation in
      operation.group.lowercased() == pattern.lowercased() || Glob.matches(name, operation.shortName)
    }
    guard selected.isEmpty else { return selected }
    let near = Catalogue.shipped.nearest(to: pattern)
    let hint = near.isEmpty ? "logto-lua list shows all" : "did you mean \(near.joined(separator: ", "))?"
    throw UsageError(message: "no function or group is called '\(pattern)'; \(hint)")
  }
}

enum FunctionTable {
  /// Prints `operations`, one a line, or as one JSON array.
  static func print(_ operations: [Operation], asJSON: Bool) {
    if asJSON {
      let listing = Listing(.shipped)
      StandardStream.output.line(JSONValue.array(operations.map { listing.entry($0) }).encodedString())
      return
    }
    let width = operations.map(\.shortName.count).max() ?? 0
    var text = ""
    for operation in operations {
      let mode = operation.isWrite ? "write" : "read "
      let summary = operation.documentation?.summary ?? "\(operation.method) \(operation.path)"
      text += "\(operation.shortName.padded(to: width))  \(mode)  \(summary)\n"
    }
    StandardStream.output.write(text)
  }
}
