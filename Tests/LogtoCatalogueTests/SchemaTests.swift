// Schema nodes: what is read of them, unions, and identity.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct SchemaTests {
  let catalogue = Catalogue.shipped

  @Test func `a body's properties stand in documented order with types and constraints`() throws {
    let body = try #require(catalogue.operation(named: "create_user")?.body)
    #expect(body.contentType == "application/json")
    #expect(body.isRequired)
    #expect(body.schema.kind == .object)
    #expect(body.schema.isStrict)
    #expect(body.schema.properties.first?.name == "primaryPhone")
    let name = try #require(body.schema.property(named: "name"))
    #expect(!name.isRequired)
    #expect(name.node.accepts.contains(.string))
    #expect(body.schema.property(named: "usrname") == nil)
  }

  @Test func `equal nodes have one identity and identities lead back to nodes`() throws {
    let get = try #require(catalogue.operation(named: "get_user")?.success?.schema)
    let list = try #require(catalogue.operation(named: "list_roles")?.success?.schema?.items)
    #expect(get != list)
    #expect(catalogue.node(get.id) == get)
    #expect(catalogue.node(0) == nil)
    #expect(catalogue.node(.max) == nil)
    for operation in catalogue.operations { #expect(operation.success?.schema?.id != 0) }
  }

  @Test func `under a union the properties of all branches are read`() throws {
    let body = try #require(catalogue.operation(named: "add_mfa_verification")?.body?.schema)
    #expect(body.kind == .union)
    #expect(body.isStrict)
    #expect(body.branches.count == 4)
    #expect(body.property(named: "secret") != nil)
    #expect(body.property(named: "codes")?.isRequired == false)
    let type = try #require(body.property(named: "type"))
    #expect(type.isRequired)
    #expect(Set(type.node.branches.flatMap(\.enumStrings)) == ["WebAuthn", "Totp", "TOTP", "BackupCode"])
  }

  @Test func `free-form data is open and listed properties are closed`() throws {
    let user = try #require(catalogue.operation(named: "get_user")?.success?.schema)
    #expect(user.isStrict)
    let custom = try #require(user.property(named: "customData")).node
    #expect(!custom.isStrict)
    if case .open = custom.additional {} else { Issue.record("customData is not open") }
  }

  @Test func `a cyclic schema compiles and reads`() throws {
    let tree: JSONValue = [
      "type": "object",
      "properties": ["name": ["type": "string"], "children": ["type": "array", "items": ["$ref": 0]]],
    ]
    let catalogue = try Catalogue(bytes: Sample.source(result: ["$ref": 0], schemas: [0: tree]).compile())
    let root = try #require(catalogue.operations[0].success?.schema)
    let deep = root.property(named: "children")?.node.items?.property(named: "children")?.node.items
    #expect(deep?.property(named: "name")?.node.kind == .string)
  }

  @Test func `a schema that is only itself is a schema that says nothing`() throws {
    let source = Sample.source(result: ["$ref": 0], schemas: [0: ["$ref": 0]])
    let catalogue = try Catalogue(bytes: source.compile())
    #expect(catalogue.operations[0].success?.schema?.kind == .any)
  }

  @Test func `unions within unions that refer to themselves end`() throws {
    let first: JSONValue = ["oneOf": [["$ref": 1], ["type": "object", "properties": ["a": ["$ref": 0]]]]]
    let second: JSONValue = ["oneOf": [["$ref": 0], ["type": "object", "properties": ["a": ["type": "string"]]]]]
    let catalogue = try Catalogue(bytes: Sample.source(result: ["$ref": 0], schemas: [0: first, 1: second]).compile())
    let node = try #require(catalogue.operations[0].success?.schema)
    #expect(node.property(named: "a")?.node.accepts.contains(.string) == true)
  }

  @Test func `values of an enumeration, a default and limits come back`() throws {
    let schema: JSONValue = [
      "type": "integer", "enum": [1, nil, "x"], "default": 9_007_199_254_740_993, "minimum": -1.5, "maxItems": 3,
    ]
    let node = try #require(
      Catalogue(bytes: Sample.source(result: schema, schemas: [:]).compile()).operations[0].success?.schema)
    #expect(node.enumValues == [1, nil, "x"])
    #expect(node.enumStrings == [])
    #expect(node.defaultValue == 9_007_199_254_740_993)
    #expect(node.minimum == -1.5)
    #expect(node.maxItems == 3)
    #expect(node.pattern == nil)
  }
}
