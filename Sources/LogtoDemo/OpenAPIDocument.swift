// The OpenAPI document of the demo tenant: the shipped operations, as a tenant describes its own.

import JSON
import LogtoCatalogue

enum OpenAPIDocument {
  /// The document of the operations that `isMeant` takes, with the schemas of all.
  static func of(_ isMeant: (Operation.Auth) -> Bool) -> JSONValue {
    let source = CatalogueSource(Catalogue.shipped)
    var paths = JSONObject()
    for operation in source.operations where isMeant(operation.auth) {
      var path = paths[operation.path]?.objectValue ?? [:]
      path[operation.method.lowercased()] = describe(operation)
      paths[operation.path] = .object(path)
    }
    let schemas = source.schemas.sorted { $0.key < $1.key }.map { (name(Int64($0.key)), named($0.value)) }
    return .object([
      "openapi": "3.0.1", "info": ["title": "Logto API references", "version": "demo", "description": ""],
      "tags": [], "paths": .object(paths), "components": ["schemas": .object(JSONObject(schemas))],
    ])
  }

  private static func describe(_ operation: OperationSource) -> JSONValue {
    var object: JSONObject = [
      "operationId": .string(operation.operationID), "tags": [.string(operation.group)],
      "parameters": .array(
        operation.parameters.map {
          [
            "name": .string($0.name), "in": .string($0.place.rawValue), "required": .bool($0.isRequired),
            "explode": .bool($0.isSpread), "schema": named($0.schema),
          ]
        }),
      "responses": .object(
        JSONObject(
          operation.responses.map { response in
            ("\(response.status)", ["description": "", "content": content(response.contentType, response.schema)])
          })),
    ]
    if let body = operation.body {
      object["requestBody"] = [
        "required": .bool(body.isRequired), "content": content(body.contentType, body.schema),
      ]
    }
    if operation.isDeprecated { object["deprecated"] = true }
    if operation.auth == .public { object["security"] = [] }
    return .object(object)
  }

  private static func content(_ type: String?, _ schema: JSONValue?) -> JSONValue {
    guard let type, let schema else { return [:] }
    let form: JSONValue = ["schema": named(schema)]
    return .object(JSONObject([(type, form)]))
  }

  private static func name(_ number: Int64) -> String { "Schema\(number)" }

  /// The schema with references by name, where the contract's are by number.
  private static func named(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let members):
      if let number = members["$ref"]?.integerValue { return ["$ref": .string("#/components/schemas/\(name(number))")] }
      return .object(JSONObject(members.map { ($0.key, named($0.value)) }))
    case .array(let elements): return .array(elements.map(named))
    default: return schema
    }
  }
}
