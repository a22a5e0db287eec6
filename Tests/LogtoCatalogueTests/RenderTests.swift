// Operations in the forms of other tools: JSON Schema, OpenAI, MCP, the document of everything.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct RenderTests {
  let catalogue = Catalogue.shipped

  private func tool(_ name: String) throws -> ToolDefinition {
    ToolDefinition(try #require(catalogue.operation(named: name)), in: catalogue)
  }

  private func references(_ value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): elements.flatMap { references($0) }
    case .object(let object):
      (object["$ref"]?.stringValue.map { [$0] } ?? []) + object.flatMap { references($0.value) }
    default: []
    }
  }

  @Test func `every reference of every schema has its definition`() {
    for operation in catalogue.operations {
      let tool = ToolDefinition(operation, in: catalogue)
      let schemas = [
        tool.jsonSchema, tool.openAI["function"]?["parameters"], tool.mcp["inputSchema"], tool.mcp["outputSchema"],
      ].compactMap { $0 }
      #expect(schemas.count == 4)
      for schema in schemas {
        for reference in references(schema) {
          #expect(schema["$defs"]?[String(reference.dropFirst(8))] != nil, "\(operation.shortName) \(reference)")
        }
      }
      #expect(tool.mcp["inputSchema"]?["type"] == "object")
      #expect(tool.mcp["outputSchema"]?["type"] == "object", "\(operation.shortName)")
    }
  }

  @Test func `arguments are checked as the schema says`() throws {
    let validator = SmallValidator(root: try tool("create_user").jsonSchema)
    #expect(validator.faults(["username": "ada", "avatar": nil, "profile": ["givenName": "Ada"]]) == [])
    #expect(validator.faults(["usrname": "ada"]) == ["$: unknown 'usrname'"])
    #expect(validator.faults(["username": 1]).count == 1)
    #expect(validator.faults(["profile": ["address": ["city": "London"]]]).count == 1)
    let application = SmallValidator(root: try tool("create_application").jsonSchema)
    #expect(application.faults(["name": "x"]) == ["$: no 'type'"])
    #expect(application.faults(["name": "x", "type": "Nativ"]).count == 1)
    let mfa = SmallValidator(root: try tool("add_mfa_verification").jsonSchema)
    #expect(mfa.faults(["type": "Totp", "secret": "x"]) == [])
    #expect(mfa.faults(["type": "BackupCode"]).isEmpty == false)
  }

  @Test func `a bulk assignment, which is answered with a word, gives true in every form`() throws {
    let operation = try #require(catalogue.operation(named: "create_role_user"))
    #expect(
      Documentation(catalogue).text(for: operation).hasPrefix(
        "create_role_user{ id: string, userIds: string[] } -> true\n"))
    #expect(OperationSchema(operation, in: catalogue).result == ["const": true])
    #expect(LuaDefinitions(catalogue).text(for: operation).contains("---@return true\n"))
    #expect(catalogue.operations.count { Documentation(catalogue).signature(of: $0).hasSuffix("-> any") } <= 6)
  }

  @Test func `hints say what a tool does`() throws {
    let delete = try tool("delete_user").mcp["annotations"]
    #expect(delete?["readOnlyHint"] == false && delete?["destructiveHint"] == true)
    let list = try tool("list_users").mcp
    #expect(list["annotations"]?["readOnlyHint"] == true)
    #expect(list["name"] == "logto_list_users")
    #expect(list["outputSchema"]?["properties"]?["result"]?["type"] == "array")
    #expect(list["inputSchema"]?["properties"]?["search"] != nil)
    #expect(try tool("get_user").mcp["outputSchema"]?["properties"]?["username"] != nil)
  }

  @Test func `a cyclic schema becomes a definition`() throws {
    let tree: JSONValue = [
      "type": "object",
      "properties": ["name": ["type": "string"], "children": ["type": "array", "items": ["$ref": 0]]],
    ]
    let catalogue = try Catalogue(bytes: Sample.source(result: ["$ref": 0], schemas: [0: tree]).compile())
    let schema = OperationSchema(catalogue.operations[0], in: catalogue).result
    let validator = SmallValidator(root: schema)
    #expect(validator.faults(["name": "a", "children": [["name": "b", "children": []]]]) == [])
    #expect(validator.faults(["name": "a", "children": [["name": 1]]]).count == 1)
    #expect(LuaDefinitions(catalogue).text(for: catalogue.operations[0]).contains("any"))
    #expect(!Documentation(catalogue).signature(of: catalogue.operations[0]).isEmpty)
  }

  @Test func `the document of everything is as its schema says`() {
    let document = Listing(catalogue).document
    #expect(SmallValidator(root: Listing.documentSchema).faults(document) == [])
    #expect(document["functions"]?.arrayValue?.count == 335)
    #expect(document["credentials"]?.arrayValue?.filter { $0["secret"] == true }.count == 1)
  }

  @Test func `the schema that is checked in is the one that the command prints`() throws {
    #expect(try Fixture.text("lua/list.schema.json") == Listing.documentSchema.encodedString(pretty: true) + "\n")
  }

  @Test func `an entry of the list has its short name and no other key called name`() throws {
    let entry = Listing(catalogue).entry(try #require(catalogue.operation(named: "update_user_personal_access_token")))
    #expect(entry["name"] == "update_user_personal_access_token")
    #expect(entry["mode"] == "write" && entry["deprecated"] == true)
    #expect(entry["replacement"] == "update_personal_access_token_name")
    #expect(entry["parameters"] == 3)
    #expect(entry.encodedString().components(of: "\"name\":") == 2)
  }
}

extension String {
  /// The number of parts between occurrences of a text.
  fileprivate func components(of text: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
