// The functions as data: `list --json`, `search --json`, and the document of everything with its schema.

import JSON

/// Writes functions as JSON. No nested key is called `name`, so that a plain text search for a name finds functions.
public struct Listing: Sendable {
  private let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// One function: `{name, mode, type, parameters, group, summary, signature, deprecated, …}`.
  public func entry(_ operation: Operation) -> JSONValue {
    let mode = operation.isWrite ? "write" : "read"
    let words = operation.documentation
    var entry: JSONObject = [
      "name": .string(operation.shortName), "function": .string("logto.\(operation.name)"), "mode": .string(mode),
      "type": .string(mode), "parameters": .integer(Int64(parameterCount(operation))),
      "group": .string(operation.group), "summary": .string(words?.summary ?? ""),
      "signature": .string(Documentation(catalogue).signature(of: operation)),
      "deprecated": .bool(operation.isDeprecated), "destructive": .bool(operation.isDestructive),
      "idempotent": .bool(!operation.isWrite || words?.isIdempotent == true),
      "auth": .string(operation.auth.rawValue), "method": .string(operation.method), "path": .string(operation.path),
    ]
    if let other = operation.replacedBy { entry["replacement"] = .string(Name.short(other)) }
    if let pagination = operation.pagination { entry["pagination"] = .string(pagination.rawValue) }
    if operation.needsVerification { entry["verification"] = true }
    if !operation.scopes.isEmpty { entry["scopes"] = .array(operation.scopes.map { .string($0) }) }
    return .object(entry)
  }

  /// How many arguments may be given: of path, query and body.
  private func parameterCount(_ operation: Operation) -> Int {
    let schema = OperationSchema(operation, in: catalogue).arguments
    return schema["properties"]?.members.count ?? 0
  }

  /// All functions.
  public var functions: JSONValue { .array(catalogue.operations.map { entry($0) }) }

  /// Everything that is known about the integration, as `documentSchema` describes it.
  public var document: JSONValue {
    [
      "integration": "logto", "display_name": .string(Integration.displayName),
      "category": .string(Integration.category), "summary": .string(Integration.summary),
      "catalogue": .string(catalogue.label),
      "surfaces": .array(
        Integration.surfaces.map {
          ["id": .string($0.id), "label": .string($0.label), "command": .string($0.command)]
        }),
      "credentials": .array(
        Integration.credentials.map {
          [
            "key": .string($0.key), "label": .string($0.label), "help": .string($0.help),
            "variable": .string($0.variable), "required": .bool($0.isRequired), "secret": .bool($0.isSecret),
          ]
        }),
      "groups": .array(groups),
      "types": .object(
        JSONObject(catalogue.types.map { ($0.name, .string(Documentation(catalogue).text(for: $0))) })),
      "helpers": .array(
        catalogue.helpers.map {
          [
            "helper": .string($0.name), "signature": .string($0.signature),
            "summary": .string($0.documentation.summary),
          ]
        }),
      "functions": .array(catalogue.operations.map { full($0) }),
    ]
  }

  private var groups: [JSONValue] {
    var counts = JSONObject()
    for operation in catalogue.operations {
      counts[operation.group] = .integer((counts[operation.group]?.integerValue ?? 0) + 1)
    }
    return counts.members.sorted { $0.key < $1.key }.map { ["group": .string($0.key), "functions": $0.value] }
  }

  /// A function with its schemas and all words about it.
  private func full(_ operation: Operation) -> JSONValue {
    var entry = entry(operation).objectValue ?? JSONObject()
    let schema = OperationSchema(operation, in: catalogue)
    entry["arguments"] = schema.arguments
    entry["result"] = schema.result
    if let words = operation.documentation {
      entry["notes"] = .array(words.notes.map { .string($0) })
      entry["example"] = words.example.map { .string($0) }
      entry["related"] = .array(words.related.map { .string($0) })
    }
    return .object(entry)
  }
}

extension Listing {
  /// The JSON Schema of `document`.
  public static let documentSchema: JSONValue = {
    func object(_ required: [String], _ properties: JSONObject) -> JSONValue {
      [
        "type": "object", "required": .array(required.map { .string($0) }), "properties": .object(properties),
        "additionalProperties": false,
      ]
    }
    let text: JSONValue = ["type": "string"]
    let flag: JSONValue = ["type": "boolean"]
    let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
    let mode: JSONValue = ["enum": ["read", "write"]]
    let function = object(
      [
        "name", "function", "mode", "type", "parameters", "group", "summary", "signature", "deprecated", "destructive",
        "idempotent", "auth", "method", "path", "arguments", "result",
      ],
      [
        "name": text, "function": text, "mode": mode, "type": mode, "parameters": ["type": "integer", "minimum": 0],
        "group": text, "summary": ["type": "string", "maxLength": 90], "signature": text, "deprecated": flag,
        "replacement": text, "destructive": flag, "idempotent": flag,
        "auth": ["enum": ["management", "account", "experience", "public"]],
        "method": ["enum": ["GET", "POST", "PUT", "PATCH", "DELETE"]], "path": text,
        "pagination": ["enum": ["optional", "always"]], "verification": flag, "scopes": texts,
        "arguments": ["type": "object"], "result": ["type": "object"], "notes": texts, "example": text,
        "related": texts,
      ])
    func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }
    var schema =
      object(
        [
          "integration", "display_name", "category", "summary", "catalogue", "surfaces", "credentials", "groups",
          "types",
          "helpers", "functions",
        ],
        [
          "integration": ["const": "logto"], "display_name": text, "category": text, "summary": text, "catalogue": text,
          "surfaces": list(object(["id", "label", "command"], ["id": text, "label": text, "command": text])),
          "credentials": list(
            object(
              ["key", "label", "help", "variable", "required", "secret"],
              ["key": text, "label": text, "help": text, "variable": text, "required": flag, "secret": flag])),
          "groups": list(object(["group", "functions"], ["group": text, "functions": ["type": "integer"]])),
          "types": ["type": "object", "additionalProperties": text],
          "helpers": list(
            object(["helper", "signature", "summary"], ["helper": text, "signature": text, "summary": text])),
          "functions": list(function),
        ]
      ).objectValue ?? JSONObject()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "logto-lua list --json --all"
    return .object(schema)
  }()
}
