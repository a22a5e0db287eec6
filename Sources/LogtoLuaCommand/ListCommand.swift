// `logto-lua list` and `search`: the functions, as a table for people or as JSON for machines. No account is needed.

import JSON
import LogtoCatalogue
import LogtoLua

extension Subcommand {
  static let list = Subcommand(
    name: "list", synopsis: "[PATTERN]",
    summary: "list the functions; PATTERN is a name with * or a group",
    options: [OptionDeclaration("json", help: "print a JSON array")]
  ) { (words) throws(UsageError) in
    guard words.operands.count <= 1 else { throw UsageError(message: "list takes one pattern at most") }
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
      let array = JSONValue.array(operations.map(description))
      StandardStream.output.line(String(decoding: array.encoded(), as: UTF8.self))
      return
    }
    let width = operations.map(\.shortName.count).max() ?? 0
    var text = ""
    for operation in operations {
      let mode = operation.isWrite ? "write" : "read "
      text += "\(operation.shortName.padded(to: width))  \(mode)  \(operation.method.padded(to: 6)) \(operation.path)\n"
    }
    StandardStream.output.write(text)
  }

  private static func description(of operation: Operation) -> JSONValue {
    var object = JSONObject()
    object["name"] = .string(operation.shortName)
    object["mode"] = .string(operation.isWrite ? "write" : "read")
    object["type"] = .string(operation.auth.rawValue)
    object["parameters"] = .integer(Int64(operation.parameters.count))
    object["group"] = .string(operation.group)
    object["method"] = .string(operation.method)
    object["path"] = .string(operation.path)
    object["destructive"] = .bool(operation.isDestructive)
    object["deprecated"] = .bool(operation.isDeprecated)
    if let replacement = operation.replacedBy { object["replaced_by"] = .string(Name.short(replacement)) }
    return .object(object)
  }
}
