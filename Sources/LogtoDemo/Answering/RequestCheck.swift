// Checks of a request's parameters and body before a handler sees them.

import HTTPServer
import JSON
import LogtoCatalogue

enum RequestCheck {
  /// Path and query against the catalogue: choices, patterns and numbers. Unknown query parameters are let through,
  /// as the tenant does.
  static func parameters(_ request: ServerRequest, _ operation: Operation, _ query: DemoQuery) throws(DemoError) {
    var inPath: [Issue] = []
    var inQuery: [Issue] = []
    for parameter in operation.parameters where parameter.name != "page" && parameter.name != "page_size" {
      let place = [Issue.Step.key(parameter.name)]
      let isPath = parameter.place == .path
      let values = isPath ? [request.captures[parameter.name]].compactMap { $0 } : query.all(parameter.name)
      if values.isEmpty, parameter.isRequired, !isPath { inQuery.append(.type("string", "undefined", place)) }
      let schema = parameter.schema
      let node = schema.kind == .array ? schema.items ?? schema : schema
      for value in values {
        let found = issues(of: value, node, place)
        if isPath { inPath += found } else { inQuery += found }
      }
    }
    if !inPath.isEmpty { throw .invalid(inPath, in: .params) }
    if !inQuery.isEmpty { throw .invalid(inQuery, in: .query) }
  }

  private static func issues(of value: String, _ node: SchemaNode, _ path: [Issue.Step]) -> [Issue] {
    switch node.kind {
    case .string:
      var check = SchemaCheck()
      _ = check.take(.string(value), node, path)
      return check.issues
    case .integer, .number:
      return Double(value) == nil ? [.type("number", "nan", path)] : []
    default:
      return []
    }
  }

  /// The body without what the tenant drops. One that is not JSON is read as far as its content type says, and then
  /// fails the check as the tenant's does.
  static func body(_ request: ServerRequest, _ operation: Operation) throws(DemoError) -> JSONValue {
    let type = request.header("Content-Type")?.prefix { $0 != ";" }.lowercased() ?? ""
    let value: JSONValue
    if request.body.isEmpty {
      value = [:]
    } else if type == "application/json" {
      value = try json(request.body)
    } else if type == "application/x-www-form-urlencoded" {
      let pairs = PercentCoding.decodePairs(Substring(decoding: request.body, as: UTF8.self)) ?? []
      value = .object(JSONObject(pairs.map { ($0.name, JSONValue.string($0.value)) }))
    } else if type == "multipart/form-data" {
      return [:]
    } else {
      value = .string(String(decoding: request.body, as: UTF8.self))
    }
    guard let body = operation.body else { return value }
    var check = SchemaCheck()
    let taken = check.take(value, body.schema, [])
    guard check.issues.isEmpty else { throw .invalid(check.issues, in: .body) }
    return taken
  }

  /// JSON, or the error that the tenant's parser words.
  private static func json(_ bytes: [UInt8]) throws(DemoError) -> JSONValue {
    do {
      let value = try JSONValue.parse(bytes)
      guard value.objectValue != nil || value.arrayValue != nil else {
        throw DemoError(400, nil, "invalid JSON, only supports object and array")
      }
      return value
    } catch let error as JSONError {
      guard error.offset < bytes.count else { throw DemoError(400, nil, "Unexpected end of JSON input") }
      let found = String(decoding: bytes[error.offset...].prefix(1), as: UTF8.self)
      let text = String(decoding: bytes.prefix(40), as: UTF8.self)
      throw DemoError(400, nil, "Unexpected token '\(found)', \"\(text)\" is not valid JSON")
    } catch let error as DemoError {
      throw error
    } catch {
      throw DemoError(400, nil, "invalid JSON")
    }
  }
}
