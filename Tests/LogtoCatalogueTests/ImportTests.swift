// A tenant's own document gives the shipped catalogue back, but for the listed corrections.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct ImportTests {
  @Test func `the document of a 1.39 tenant gives the contract back, schemas included`() throws {
    let contract = try Fixture.contract()
    let imported = try DocumentImport(Fixture.document(), corrections: Fixture.corrections()).source()
    #expect(imported.operations.map(\.name) == contract.operations.map(\.name).sorted())
    let theirs = Dictionary(uniqueKeysWithValues: contract.operations.map { ($0.name, $0) })
    for operation in imported.operations {
      let mine = operation.expanded(imported.schemas)
      let other = try #require(theirs[operation.name]).expanded(contract.schemas)
      #expect(mine.differences(from: other) == [], "\(operation.name)")
    }
  }

  @Test func `without corrections the same names, methods, paths, parameters and body properties come`() throws {
    let imported = try Catalogue(bytes: DocumentImport(Fixture.document()).source().compile())
    let shipped = Catalogue.shipped
    #expect(imported.operations.map(\.name) == shipped.operations.map(\.name))
    for (mine, theirs) in zip(imported.operations, shipped.operations) {
      #expect(mine.method == theirs.method)
      #expect(mine.path == theirs.path)
      #expect(mine.parameters.map(\.name).sorted() == theirs.parameters.map(\.name).sorted())
      #expect(mine.parameters.map(\.argument).sorted() == theirs.parameters.map(\.argument).sorted())
      // The one body whose documented property is a placeholder.
      if mine.shortName == "replace_custom_phrase" { continue }
      let names = mine.body?.schema.properties.map(\.name)
      #expect(names == theirs.body?.schema.properties.map(\.name), "\(mine.shortName)")
    }
  }

  @Test func `every correction changes something and says why`() throws {
    let corrections = try Fixture.corrections()
    let document = try Fixture.document()
    let all = try DocumentImport(document, corrections: corrections).source()
    for (index, correction) in corrections.enumerated() {
      #expect(correction.reason.count > 20)
      var others = corrections
      others.remove(at: index)
      let without = try DocumentImport(document, corrections: others).source()
      #expect(all.operations != without.operations || all.schemas != without.schemas, "line \(index + 1)")
    }
  }

  @Test func `what is compiled can be compiled again to the same`() throws {
    let shipped = Catalogue.shipped
    let again = try Catalogue(bytes: CatalogueSource(shipped).compile())
    let documentation = Documentation(shipped)
    let others = Documentation(again)
    #expect(again.label == shipped.label)
    #expect(again.types.map(\.name) == shipped.types.map(\.name))
    for (mine, theirs) in zip(shipped.operations, again.operations) {
      #expect(mine.name == theirs.name && mine.auth == theirs.auth && mine.isDestructive == theirs.isDestructive)
      #expect(mine.pagination == theirs.pagination && mine.itemsKey == theirs.itemsKey)
      #expect(documentation.text(for: mine) == others.text(for: theirs))
      for side: SecretPath.Side in [.argument, .result] {
        #expect(mine.secretPaths(in: side) == theirs.secretPaths(in: side))
      }
    }
  }

  @Test func `a refresh adds what only the tenant has and replaces nothing`() throws {
    var document = try #require(try JSONValue.parse(Fixture.document()).objectValue)
    var paths = try #require(document["paths"]?.objectValue)
    paths["/api/gadgets/{gadgetId}"] = [
      "get": [
        "operationId": "GetGadget", "tags": ["Gadgets"],
        "parameters": [["name": "gadgetId", "in": "path", "required": true, "schema": ["type": "string"]]],
        "responses": ["200": ["content": ["application/json": ["schema": ["$ref": "#/components/schemas/Gadget"]]]]],
      ]
    ]
    paths["/api/users/{userId}"] = [
      "get": [
        "operationId": "StealUser",
        "parameters": [["name": "userId", "in": "path", "required": true, "schema": ["type": "string"]]],
        "responses": [:],
      ]
    ]
    document["paths"] = .object(paths)
    var components = try #require(document["components"]?.objectValue)
    var schemas = try #require(components["schemas"]?.objectValue)
    schemas["Gadget"] = [
      "type": "object",
      "properties": ["name": ["type": "string"], "redirectUris": ["type": "array", "items": ["type": "object"]]],
    ]
    components["schemas"] = .object(schemas)
    document["components"] = .object(components)
    let bytes = JSONValue.object(document).encoded()
    let refreshed = try Catalogue(bytes: Catalogue.shipped.refreshed(with: bytes, label: "tenant"))
    #expect(refreshed.label == "tenant")
    #expect(refreshed.operations.count == 336)
    let gadget = try #require(refreshed.operation(named: "get_gadget"))
    #expect(gadget.parameters.map(\.argument) == ["gadget_id"])
    let result = try #require(gadget.success?.schema)
    #expect(result.property(named: "name")?.node.kind == .string)
    #expect(result.property(named: "redirectUris")?.node.items?.kind == .string)
    #expect(refreshed.operation(named: "steal_user") == nil)
    #expect(refreshed.operation(named: "get_user")?.path == "/api/users/{userId}")
    let difference = try Catalogue.shipped.difference(to: bytes)
    #expect(difference.added == ["get_gadget", "steal_user"])
    #expect(difference.missing == ["get_user", "delete_user", "update_user"].sorted())
  }

  @Test func `the document of the same version shows no difference`() throws {
    #expect(try Catalogue.shipped.difference(to: Fixture.document()).isEmpty)
  }
}

extension OperationSource {
  /// The operation with its shared schemas written out.
  fileprivate func expanded(_ schemas: [Int: JSONValue]) -> OperationSource {
    var result = self
    for index in parameters.indices { result.parameters[index].schema = parameters[index].schema.expanded(schemas) }
    if let body { result.body?.schema = body.schema.expanded(schemas) }
    for index in responses.indices { result.responses[index].schema = responses[index].schema?.expanded(schemas) }
    result.parameters.sort { ($0.place.rawValue, $0.name) < ($1.place.rawValue, $1.name) }
    return result
  }

  /// What is not equal, a line each.
  fileprivate func differences(from other: OperationSource) -> [String] {
    var lines: [String] = []
    func compare<T: Equatable>(_ what: String, _ path: KeyPath<OperationSource, T>) {
      if self[keyPath: path] != other[keyPath: path] {
        lines.append("\(what): \(self[keyPath: path]) is not \(other[keyPath: path])")
      }
    }
    compare("operationId", \.operationID)
    compare("method", \.method)
    compare("path", \.path)
    compare("group", \.group)
    compare("auth", \.auth)
    compare("mode", \.isWrite)
    compare("verification", \.needsVerification)
    compare("scopes", \.scopes)
    compare("parameters", \.parameters)
    compare("body", \.body)
    compare("responses", \.responses)
    compare("deprecated", \.isDeprecated)
    compare("replacedBy", \.replacedBy)
    compare("pagination", \.pagination)
    compare("itemsKey", \.itemsKey)
    return lines
  }
}

extension JSONValue {
  fileprivate func expanded(_ schemas: [Int: JSONValue]) -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.expanded(schemas) })
    case .object(let object):
      if let number = object["$ref"]?.integerValue {
        schemas[Int(number)]?.expanded(schemas) ?? .null
      } else {
        .object(JSONObject(object.map { ($0.key, $0.value.expanded(schemas)) }))
      }
    default: self
    }
  }
}
