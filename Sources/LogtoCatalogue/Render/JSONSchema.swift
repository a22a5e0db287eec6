// Operations as JSON Schema, for hosts that check or generate code.

import JSON

/// Writes schema nodes as JSON Schema 2020-12. Named types and cyclic nodes go into `$defs`.
struct JSONSchemaWriter {
  private let names: [UInt32: String]
  /// The definitions that were needed so far.
  private(set) var definitions = JSONObject()
  private var open: Set<UInt32> = []
  private var cyclic: Set<UInt32> = []

  init(_ catalogue: Catalogue) {
    names = Dictionary(catalogue.types.map { ($0.node.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func schema(_ node: SchemaNode) -> JSONValue {
    if let name = names[node.id] {
      if definitions[name] == nil {
        definitions[name] = .object(JSONObject())
        definitions[name] = plain(node)
      }
      return ["$ref": .string("#/$defs/\(name)")]
    }
    let name = "Node\(node.id)"
    if open.contains(node.id) {
      cyclic.insert(node.id)
      return ["$ref": .string("#/$defs/\(name)")]
    }
    open.insert(node.id)
    let schema = plain(node)
    open.remove(node.id)
    guard cyclic.contains(node.id) else { return schema }
    definitions[name] = schema
    return ["$ref": .string("#/$defs/\(name)")]
  }

  private mutating func plain(_ node: SchemaNode) -> JSONValue {
    var children: [UInt32: JSONValue] = [:]
    for child in Self.children(of: node) { children[child.id] = schema(child) }
    var object = node.json { children[$0.id] ?? .emptySchema }.objectValue ?? JSONObject()
    if case .closed = node.additional, node.kind == .object { object["additionalProperties"] = false }
    object["nullable"] = nil
    if node.kind == .union {
      // The branches say it again, each for itself.
      object["properties"] = nil
      object["required"] = nil
    }
    if let branches = object["oneOf"] {
      object["oneOf"] = nil
      object["anyOf"] = branches
    }
    if node.isNullable { Self.addNull(to: &object) }
    if Self.privateFormats.contains(node.format ?? "") { object["format"] = nil }
    if node.format == "url" { object["format"] = "uri" }
    return .object(object)
  }
  private static let privateFormats: Set<String> = ["empty", "regex", "true", "false"]

  private static func children(of node: SchemaNode) -> [SchemaNode] {
    if node.kind == .union { return node.branches }
    var children = node.properties.map(\.node)
    if let items = node.items { children.append(items) }
    if case .schema(let schema) = node.additional { children.append(schema) }
    return children
  }

  private static func addNull(to object: inout JSONObject) {
    if let branches = object["anyOf"]?.arrayValue {
      object["anyOf"] = .array(branches + [["type": "null"]])
    } else if let type = object["type"] {
      object["type"] = [type, "null"]
    }
    if let values = object["enum"]?.arrayValue { object["enum"] = .array(values + [.null]) }
  }
}

/// An operation's arguments and result as JSON Schema.
public struct OperationSchema: Sendable {
  /// An object schema of the arguments as they are given in one table, with `$defs` where needed.
  public let arguments: JSONValue
  /// The schema of the result, `{"const": true}` for operations without one.
  public let result: JSONValue

  public init(_ operation: Operation, in catalogue: Catalogue) {
    let types = catalogue
    arguments = Self.arguments(of: operation, types)
    result = Self.result(of: operation, types)
  }

  private static func arguments(of operation: Operation, _ catalogue: Catalogue) -> JSONValue {
    var writer = JSONSchemaWriter(catalogue)
    var properties = JSONObject()
    var required: [JSONValue] = []
    let texts = Dictionary(
      operation.documentation?.arguments.map { ($0.name, $0.text) } ?? [], uniquingKeysWith: { first, _ in first })
    func add(_ name: String, _ schema: JSONValue, isRequired: Bool) {
      var schema = schema
      if let text = texts[name], var object = schema.objectValue {
        object["description"] = .string(text)
        schema = .object(object)
      }
      properties[name] = schema
      if isRequired { required.append(.string(name)) }
    }
    for parameter in operation.parameters {
      if parameter.isSpread {
        for (name, schema) in searchArguments { add(name, schema, isRequired: false) }
      } else {
        add(parameter.argument, writer.schema(parameter.schema), isRequired: parameter.isRequired)
      }
    }
    if operation.auth == .account {
      add("logto_verification_id", ["type": "string"], isRequired: false)
    }
    var alternatives: [JSONValue] = []
    if let body = operation.body {
      switch BodyShape(operation) {
      case .shorthand(let shown, let hidden):
        for property in shown {
          let schema = body.contentType == "multipart/form-data" ? file : writer.schema(property.node)
          add(property.name, schema, isRequired: body.isRequired && property.isRequired)
        }
        if !hidden.isEmpty {
          let inner = JSONObject(hidden.map { ($0.name, writer.schema($0.node)) })
          let needed = hidden.filter(\.isRequired).map { JSONValue.string($0.name) }
          var schema: JSONObject = ["type": "object", "properties": .object(inner)]
          if !needed.isEmpty { schema["required"] = .array(needed) }
          add("body", .object(schema), isRequired: !needed.isEmpty && body.isRequired)
        }
      case .alternatives(let branches):
        for property in body.schema.properties {
          add(property.name, writer.schema(property.node), isRequired: body.isRequired && property.isRequired)
        }
        alternatives = branches.map { branch in
          ["required": .array(branch.properties.filter(\.isRequired).map { .string($0.name) })]
        }
      case .whole: add("body", writer.schema(body.schema), isRequired: body.isRequired)
      }
    }
    var schema: JSONObject = ["type": "object", "properties": .object(properties)]
    if !required.isEmpty { schema["required"] = .array(required) }
    if !alternatives.isEmpty, operation.body?.isRequired == true { schema["anyOf"] = .array(alternatives) }
    schema["additionalProperties"] = false
    if !writer.definitions.isEmpty { schema["$defs"] = .object(writer.definitions) }
    return .object(schema)
  }

  /// A file in a form, which no schema describes: its bytes, or what `content` or `path` names.
  private static let file: JSONValue = [
    "anyOf": [
      ["type": "string"],
      [
        "type": "object", "additionalProperties": false,
        "properties": [
          "name": ["type": "string"], "type": ["type": "string"], "content": ["type": "string"],
          "path": ["type": "string"],
        ],
      ],
    ]
  ]

  /// What stands for `search_params`.
  private static let searchArguments: [(String, JSONValue)] = {
    let pattern: JSONValue = ["type": ["string", "array"], "items": ["type": "string"]]
    let mode: JSONValue = ["type": "string", "enum": ["like", "exact", "similar_to", "posix"]]
    return [
      ("search", ["anyOf": [["type": "string"], ["type": "object", "additionalProperties": pattern]]]),
      ("mode", ["anyOf": [mode, ["type": "object", "additionalProperties": mode]]]),
      ("joint", ["type": "string", "enum": ["and", "or"]]), ("case_sensitive", ["type": "boolean"]),
    ]
  }()

  private static func result(of operation: Operation, _ catalogue: Catalogue) -> JSONValue {
    let redirect: JSONValue = [
      "type": "object", "required": ["status", "location"],
      "properties": ["status": ["type": "integer"], "location": ["type": "string"]],
    ]
    let shape = ResultShape(operation)
    if shape == .redirect { return redirect }
    guard shape != .nothing, let answer = operation.success, let type = answer.contentType, let node = answer.schema
    else {
      return ["const": true]
    }
    guard type.hasSuffix("json") else { return ["type": "string"] }
    var writer = JSONSchemaWriter(catalogue)
    guard var schema = writer.schema(node).objectValue else { return .emptySchema }
    if !writer.definitions.isEmpty { schema["$defs"] = .object(writer.definitions) }
    return .object(schema)
  }
}

/// What a call of an operation gives in Lua.
enum ResultShape: Equatable {
  /// `true`.
  case nothing
  /// `{status, location}`.
  case redirect
  case text
  case json

  init(_ operation: Operation) {
    guard let answer = operation.success else {
      self = .nothing
      return
    }
    // The tenant answers with a word (`Created`) where the document promises nothing in particular.
    if answer.schema?.kind == .any, operation.documentation?.result == "true" {
      self = .nothing
      return
    }
    // Where a redirect is documented beside an answer of which nothing is known, the redirect is what comes.
    let isRedirect = operation.responses.contains { (300..<400).contains($0.status) }
    if isRedirect, answer.status >= 300 || answer.schema.map({ $0.kind == .any }) != false {
      self = .redirect
    } else if let type = answer.contentType {
      self = type.hasSuffix("json") ? .json : .text
    } else {
      self = .nothing
    }
  }
}
