// A hostile or broken document is refused whole, with the reason.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct HostileDocumentTests {
  private func refused(_ bytes: [UInt8], _ part: String) {
    do {
      _ = try Catalogue(bytes: DocumentImport(bytes).source().compile())
      Issue.record("taken: \(part)")
    } catch {
      #expect("\(error)".contains(part), "\(error)")
    }
  }

  private func refused(_ paths: JSONValue, _ part: String, components: JSONValue = [:]) {
    let document: JSONValue = ["openapi": "3.0.1", "info": [:], "paths": paths, "components": components]
    refused(document.encoded(), part)
  }

  private func operation(_ identifier: String, _ more: JSONObject = JSONObject()) -> JSONValue {
    var operation: JSONObject = ["operationId": .string(identifier), "responses": [:]]
    for member in more { operation[member.key] = member.value }
    return .object(operation)
  }

  @Test func `what is not an OpenAPI document`() {
    refused(Array("<html>".utf8), "not JSON")
    refused(Array("{}".utf8), "no OpenAPI")
    refused(Array(#"{"openapi":"3.0.1"}"#.utf8), "no OpenAPI")
    refused(Array(#"{"openapi":"2.0","paths":{}}"#.utf8), "no OpenAPI")
    refused([], "not JSON")
    refused(Array(#"{"openapi":"3.0.1","paths":{"/api/x""#.utf8), "not JSON")
  }

  @Test func `names that collide, hide a helper or are no names`() {
    refused(["/api/a": ["get": operation("GetA")], "/api/b": ["get": operation("getA")]], "called 'logto_get_a'")
    for helper in ["Each", "call", "Try", "SignIn", "account"] {
      refused(["/api/a": ["get": operation(helper)]], "hide a helper")
    }
    for name in ["", "a b", "../x", "1a", "a\"b", "__index]", String(repeating: "a", count: 129)] {
      refused(["/api/a": ["get": operation(name)]], "is not a name")
    }
  }

  @Test func `paths that lead elsewhere`() {
    for path in [
      "/oidc/token", "https://evil.example/api/x", "/api/../oidc", "/api//x", "/api/x?y=1", "/api/./x", "/api/{}",
      "/api/x%2e", "/api/a{b}",
    ] {
      refused([(path): ["get": operation("GetA")]], "below /api")
    }
  }

  @Test func `the same place twice`() {
    let one: JSONObject = ["parameters": [["name": "a", "in": "path"]]]
    let other: JSONObject = ["parameters": [["name": "b", "in": "path"]]]
    refused(
      ["/api/x/{a}": ["get": operation("GetA", one)], "/api/x/{b}": ["get": operation("GetB", other)]],
      "two operations of the document are GET")
  }

  @Test func `parameters that are missing, twice or called body`() {
    refused(["/api/x/{a}": ["get": operation("GetA")]], "placeholders")
    refused(["/api/x": ["get": operation("GetA", ["parameters": [["name": "body", "in": "query"]]])]], "argument")
    let twice: JSONObject = ["parameters": [["name": "userId", "in": "query"], ["name": "user_id", "in": "query"]]]
    refused(["/api/x": ["get": operation("GetA", twice)]], "argument")
    refused(
      ["/api/x": ["get": operation("GetA", ["parameters": [["$ref": "#/components/parameters/q"]]])]],
      "which there is not")
  }

  @Test func `references to nothing`() {
    let answer: JSONObject = [
      "responses": ["200": ["content": ["application/json": ["schema": ["$ref": "#/components/schemas/None"]]]]]
    ]
    refused(["/api/x": ["get": operation("GetA", answer)]], "which there is not")
    refused([:], "which there is not", components: ["schemas": ["A": ["$ref": "file:///etc/passwd"]]])
  }

  @Test func `too deep, too many, too large`() {
    var schema: JSONValue = ["type": "string"]
    for _ in 0..<70 { schema = ["oneOf": [schema]] }
    let answer: JSONObject = ["responses": ["200": ["content": ["application/json": ["schema": schema]]]]]
    refused(["/api/x": ["get": operation("GetA", answer)]], "nested")
    var paths = JSONObject()
    for number in 0...DocumentImport.operationLimit {
      paths["/api/x\(number)"] = ["get": operation("Get\(number)")]
    }
    refused(.object(paths), "more than 2000 operations")
    let many = (0..<100).map { JSONValue.object(["name": .string("p\($0)"), "in": "query"]) }
    refused(["/api/x": ["get": operation("GetA", ["parameters": .array(many)])]], "more than 64 parameters")
    refused([UInt8](repeating: 0x20, count: DocumentImport.sizeLimit + 1), "at most")
  }

  @Test func `schemas that double at every level do not grow without bound`() {
    var schemas = JSONObject()
    for level in 0..<60 {
      let next: JSONValue = ["$ref": .string("#/components/schemas/S\(level + 1)")]
      schemas["S\(level)"] = ["oneOf": [["type": "object", "properties": ["a": next, "b": next]], next]]
    }
    schemas["S60"] = ["type": "string"]
    let document: JSONValue = [
      "openapi": "3.0.1",
      "paths": [
        "/api/x": [
          "get": operation(
            "GetA",
            ["responses": ["200": ["content": ["application/json": ["schema": ["$ref": "#/components/schemas/S0"]]]]]])
        ]
      ],
      "components": ["schemas": .object(schemas)],
    ]
    // Taken or refused: what counts is that it ends.
    _ = try? DocumentImport(document.encoded()).source().compile()
  }

  @Test func `control characters of a group do not reach a terminal`() throws {
    let document: JSONValue = [
      "openapi": "3.0.1", "paths": ["/api/x": ["get": operation("GetA", ["tags": ["\u{1B}[31mRed\n"]])]],
    ]
    let source = try DocumentImport(document.encoded()).source()
    #expect(source.operations[0].group == "[31mRed")
  }
}
