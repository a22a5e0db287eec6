// `logto-lua schema NAME…`: functions in the forms that other tools read.

import LogtoCatalogue

extension Subcommand {
  static let schema = Subcommand(
    name: "schema", synopsis: "NAME…",
    summary: "write a function's arguments and result as a schema",
    options: [
      OptionDeclaration("format", .one("FORMAT"), help: "json-schema (default), openai, mcp or luacats"),
      OptionDeclaration("list", help: "the schema of what `list --json --all` prints, instead of a function's"),
    ]
  ) { (words) throws(UsageError) in
    if words.has("list") {
      StandardStream.output.line(Listing.documentSchema.encodedString(pretty: true))
      return .done
    }
    let written = words.value("format") ?? ToolDefinition.Format.jsonSchema.rawValue
    guard let format = ToolDefinition.Format(rawValue: written) else {
      let formats = ToolDefinition.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(message: "there is no format '\(written)'; the formats are \(formats)")
    }
    guard !words.operands.isEmpty else {
      throw UsageError(message: "schema takes a function's name; logto-lua list shows them")
    }
    var texts: [String] = []
    for name in words.operands {
      guard let operation = Catalogue.shipped.operation(named: name) else {
        let near = Catalogue.shipped.nearest(to: name)
        let hint = near.isEmpty ? "logto-lua list shows all" : "did you mean \(near.joined(separator: ", "))?"
        throw UsageError(message: "no function is called '\(name)'; \(hint)")
      }
      texts.append(ToolDefinition(operation, in: .shipped).text(as: format))
    }
    StandardStream.output.line(texts.joined(separator: format == .luaCATS ? "\n\n" : "\n"))
    return .done
  }
}
