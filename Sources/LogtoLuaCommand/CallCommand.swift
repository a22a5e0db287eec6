// `logto-lua call NAME`: one operation without a line of Lua, through the same bridge.

import JSON
import LogtoCatalogue

extension Subcommand {
  static let call = Subcommand(
    name: "call", synopsis: "NAME [--argument VALUE]… [--body JSON|@FILE|-]",
    summary: "make one call: logto-lua call get_user --user_id abc",
    options: [OptionDeclaration("body", .one("JSON"), help: "the body as JSON, @FILE, or - for standard input")]
      + OptionDeclaration.run,
    keepsOthers: true,
    discussion: """
      Arguments are those of the Lua function, with its names (dashes count as underscores). A value is taken as
      JSON where the catalogue does not say string: --isSuspended true, --customData '{"tier":"gold"}'.
      An argument called like one of the options below goes into --body.
      """
  ) { (words) throws(UsageError) in
    guard let written = words.operands.first, words.operands.count == 1 else {
      throw UsageError(message: "call takes one function name; logto-lua list shows them")
    }
    let name = written.replacing("-", with: "_")
    var arguments = JSONObject()
    let operation = Catalogue.shipped.operation(named: name)
    for (written, value) in words.others {
      let (key, json) = CallArgument.read(written, value, for: operation)
      arguments[key] = json
    }
    if let body = words.value("body") { arguments["body"] = try CallArgument.body(body) }
    let source = "return (logto.call(\(LuaLiteral.text(.string(name))), \(LuaLiteral.text(.object(arguments)))))"
    return try ScriptRun(words, arguments: []).execute(Array(source.utf8), name: "call")
  }
}

enum CallArgument {
  /// The argument's key and value: a string where the catalogue says so, else JSON where it is JSON.
  static func read(_ written: String, _ value: String, for operation: Operation?) -> (key: String, value: JSONValue) {
    let keys = [written, String(written.map { $0 == "-" ? "_" : $0 })]
    for key in keys {
      if operation?.parameters.contains(where: { $0.argument == key || $0.name == key }) == true {
        return (key, .string(value))
      }
      if let node = operation?.body?.schema.property(named: key)?.node {
        if node.accepts.contains(.string) && !isCertainlyJSON(value, node) { return (key, .string(value)) }
        return (key, parsed(value))
      }
    }
    return (keys[1], parsed(value))
  }

  /// Where a string is possible, only `null` for a field that can be cleared is read as JSON.
  private static func isCertainlyJSON(_ value: String, _ node: SchemaNode) -> Bool {
    value == "null" && node.isNullable
  }

  private static func parsed(_ value: String) -> JSONValue {
    (try? JSONValue.parse(Array(value.utf8))) ?? .string(value)
  }

  /// The body that `--body` gives.
  ///
  /// - Throws: `UsageError` naming the place of the mistake.
  static func body(_ text: String) throws(UsageError) -> JSONValue {
    let bytes: [UInt8]
    if text == "-" {
      bytes = try SourceFile.read("-")
    } else if text.hasPrefix("@") {
      bytes = try SourceFile.read(String(text.dropFirst()))
    } else {
      bytes = Array(text.utf8)
    }
    do throws(JSONError) {
      return try JSONValue.parse(bytes)
    } catch {
      throw UsageError(message: "--body is not JSON: \(error)")
    }
  }
}
