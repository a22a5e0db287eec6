// A compiled catalogue back to what it can be compiled from, so that operations can be added to it.

import JSON

extension CatalogueSource {
  /// The source of a compiled catalogue. Compiling it gives an equal catalogue.
  public init(_ catalogue: Catalogue) {
    self.init(label: catalogue.label, operations: [], schemas: [:])
    let storage = catalogue.storage
    corrections = storage.optionalString(storage.header(.corrections)) ?? ""
    for operation in catalogue.operations {
      operations.append(OperationSource(operation, schemas: &schemas))
      for side: SecretPath.Side in [.argument, .result] {
        secrets += operation.ownSecretPaths(in: side).map {
          SecretSource(side: side, operation: operation.name, path: $0)
        }
      }
      if let words = operation.documentation {
        documentation.append(DocumentationSource(words, name: operation.name, signature: nil))
      }
    }
    for side: SecretPath.Side in [.argument, .result] {
      secrets += catalogue.commonSecretPaths(in: side).map { SecretSource(side: side, operation: "*", path: $0) }
    }
    helpers = catalogue.helpers.map {
      DocumentationSource($0.documentation, name: $0.name, signature: $0.signature)
    }
    types = catalogue.types.map { TypeSource(name: $0.name, operation: $0.origin.operation, path: $0.origin.path) }
  }
}

extension OperationSource {
  fileprivate init(_ operation: Operation, schemas: inout [Int: JSONValue]) {
    self.init(
      name: operation.name, operationID: operation.operationID, method: operation.method, path: operation.path,
      group: operation.group, auth: operation.auth, isWrite: operation.isWrite)
    needsVerification = operation.needsVerification
    scopes = operation.scopes
    isDeprecated = operation.isDeprecated
    replacedBy = operation.replacedBy
    pagination = operation.pagination
    itemsKey = operation.itemsKey
    for parameter in operation.parameters {
      parameters.append(
        Parameter(
          name: parameter.name, argument: parameter.argument, place: parameter.place,
          isRequired: parameter.isRequired, isSpread: parameter.isSpread,
          schema: parameter.schema.reference(in: &schemas)))
    }
    body = operation.body.map {
      Body(contentType: $0.contentType, isRequired: $0.isRequired, schema: $0.schema.reference(in: &schemas))
    }
    for response in operation.responses {
      let schema = response.schema?.reference(in: &schemas)
      responses.append(Response(status: response.status, contentType: response.contentType, schema: schema))
    }
  }
}

extension SchemaNode {
  /// `{"$ref": id}`, with this node and all below it in `schemas`.
  fileprivate func reference(in schemas: inout [Int: JSONValue]) -> JSONValue {
    var waiting = [self]
    while let node = waiting.popLast() {
      guard schemas[Int(node.id)] == nil else { continue }
      var children: [SchemaNode] = []
      schemas[Int(node.id)] = node.json { child in
        children.append(child)
        return ["$ref": .integer(Int64(child.id))]
      }
      waiting += children
    }
    return ["$ref": .integer(Int64(id))]
  }

  /// The node as a schema in the contract's form, its children as `child` writes them.
  func json(_ child: (SchemaNode) -> JSONValue) -> JSONValue {
    var object = JSONObject()
    if let type = Self.typeNames[kind] { object["type"] = .string(type) }
    if !properties.isEmpty {
      let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
      if !required.isEmpty { object["required"] = .array(required) }
      object["properties"] = .object(JSONObject(properties.map { ($0.name, child($0.node)) }))
    }
    if kind == .array, let items { object["items"] = child(items) }
    if kind == .object {
      switch additional {
      case .schema(let schema): object["additionalProperties"] = child(schema)
      case .open: object["additionalProperties"] = true
      case .closed: break
      }
    }
    if kind == .union { object["oneOf"] = .array(branches.map(child)) }
    if let enumValues { object["enum"] = .array(enumValues) }
    if let format { object["format"] = .string(format) }
    if let pattern { object["pattern"] = .string(pattern) }
    for (key, count) in [
      ("minLength", minLength), ("maxLength", maxLength), ("minItems", minItems), ("maxItems", maxItems),
    ] {
      if let count { object[key] = .integer(Int64(count)) }
    }
    for (key, limit) in [("minimum", minimum), ("maximum", maximum)] {
      if let limit { object[key] = Int64(exactly: limit).map { .integer($0) } ?? .number(limit) }
    }
    if let defaultValue { object["default"] = defaultValue }
    if isNullable { object["nullable"] = true }
    if isDeprecated { object["deprecated"] = true }
    return .object(object)
  }

  static let typeNames: [Kind: String] = [
    .null: "null", .bool: "boolean", .integer: "integer", .number: "number", .string: "string", .array: "array",
    .object: "object",
  ]
}

extension DocumentationSource {
  fileprivate init(_ words: FunctionDocumentation, name: String, signature: String?) {
    self.name = name
    self.signature = signature
    summary = words.summary
    self.words = words.words
    isIdempotent = words.isIdempotent
    notes = words.notes
    arguments = words.arguments
    ids = words.ids
    result = words.result
    example = words.example
    related = words.related
  }
}
