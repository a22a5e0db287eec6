// Operations as tools of model interfaces.

import JSON

/// An operation in the forms that hosts of models take.
public struct ToolDefinition: Sendable {
  private let operation: Operation
  private let catalogue: Catalogue

  public init(_ operation: Operation, in catalogue: Catalogue) {
    self.operation = operation
    self.catalogue = catalogue
  }

  /// The summary, the preconditions and traps, in one text.
  public var description: String {
    guard let words = operation.documentation else { return "\(operation.method) \(operation.path)" }
    return ([words.summary.hasSuffix(".") ? words.summary : words.summary + "."] + words.notes).joined(separator: " ")
  }

  /// A JSON Schema of the arguments; the result's schema is its definition `result`.
  public var jsonSchema: JSONValue {
    let schema = OperationSchema(operation, in: catalogue)
    var object: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .string(operation.shortName),
      "description": .string(description),
    ]
    for member in schema.arguments.members { object[member.key] = member.value }
    var definitions = object["$defs"]?.objectValue ?? JSONObject()
    var result = schema.result.objectValue ?? JSONObject()
    for member in result["$defs"]?.members ?? [] { definitions[member.key] = member.value }
    result["$defs"] = Optional.none
    definitions["result"] = .object(result)
    object["$defs"] = .object(definitions)
    return .object(object)
  }

  /// A function of OpenAI's chat interface.
  public var openAI: JSONValue {
    [
      "type": "function",
      "function": [
        "name": .string(operation.name), "description": .string(description),
        "parameters": OperationSchema(operation, in: catalogue).arguments,
      ],
    ]
  }

  /// A tool of the Model Context Protocol. A result that is no object stands in the member `result` of one.
  public var mcp: JSONValue {
    let schema = OperationSchema(operation, in: catalogue)
    let words = operation.documentation
    return [
      "name": .string(operation.name), "title": .string(words?.summary ?? operation.shortName),
      "description": .string(description), "inputSchema": schema.arguments, "outputSchema": Self.output(schema.result),
      "annotations": [
        "readOnlyHint": .bool(!operation.isWrite), "destructiveHint": .bool(operation.isDestructive),
        "idempotentHint": .bool(!operation.isWrite || words?.isIdempotent == true), "openWorldHint": false,
      ],
    ]
  }

  private static func output(_ result: JSONValue) -> JSONValue {
    if result["type"]?.stringValue == "object" { return result }
    var inner = result.objectValue ?? JSONObject()
    var output: JSONObject = ["type": "object", "required": ["result"]]
    if let definitions = inner["$defs"] {
      output["$defs"] = definitions
      inner["$defs"] = Optional.none
    }
    // A named object type is an object all the same.
    if case .string(let reference)? = inner["$ref"], inner.count == 1,
      let named = output["$defs"]?[String(reference.dropFirst("#/$defs/".count))],
      named["type"]?.stringValue == "object"
    {
      var object = named.objectValue ?? JSONObject()
      object["$defs"] = output["$defs"]
      return .object(object)
    }
    output["properties"] = ["result": .object(inner)]
    return .object(output)
  }
}

extension ToolDefinition {
  /// The forms in which `logto-lua schema` writes an operation.
  public enum Format: String, Sendable, CaseIterable {
    case jsonSchema = "json-schema"
    case openAI = "openai"
    case mcp
    case luaCATS = "luacats"
  }

  /// The operation in a form: JSON, or Lua definitions.
  public func text(as format: Format) -> String {
    switch format {
    case .jsonSchema: jsonSchema.encodedString(pretty: true)
    case .openAI: openAI.encodedString(pretty: true)
    case .mcp: mcp.encodedString(pretty: true)
    case .luaCATS: LuaDefinitions(catalogue).text(for: operation)
    }
  }
}
