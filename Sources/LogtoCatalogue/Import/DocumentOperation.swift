// One operation of an OpenAPI document.

import JSON

/// Reads one operation.
struct DocumentOperation {
  let document: JSONValue
  let schemas: DocumentSchemas
  let value: JSONValue
  let method: String
  let path: String

  mutating func read(
    sharedParameters: [JSONValue], corrections: [Correction]
  ) throws(CatalogueError) -> OperationSource {
    let identifier = value["operationId"]?.stringValue ?? ""
    guard Name.isIdentifier(identifier) else {
      throw CatalogueError("the operationId '\(identifier.prefix(80))' is not a name")
    }
    let short = Name.snakeCase(identifier)
    guard !Name.reserved.contains(short) else { throw CatalogueError("the name '\(short)' would hide a helper") }
    try checkPath()
    var operation = OperationSource(
      name: Name.prefix + short, operationID: identifier, method: method.uppercased(), path: path,
      group: Self.line(value["tags"]?[0]?.stringValue ?? "Other"), auth: auth, isWrite: method != "get")
    operation.isDeprecated = value["deprecated"]?.boolValue ?? false
    operation.parameters = try parameters(sharedParameters + (value["parameters"]?.arrayValue ?? []))
    let paging = operation.parameters.filter { $0.place == .query && ["page", "page_size"].contains($0.name) }
    if paging.count == 2 { operation.pagination = .optional }
    let types = Self.types(from: corrections, for: operation.name)
    operation.body = try body(preferring: types.body)
    operation.responses = try responses(preferring: types.result)
    return operation
  }

  /// Fixed segments and placeholders below `/api`, and nothing that could lead elsewhere.
  private func checkPath() throws(CatalogueError) {
    let isPlain = path.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/{}-._".utf8.contains(byte)
    }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isSafe = segments.allSatisfy { segment in
      let inner = segment.hasPrefix("{") && segment.hasSuffix("}") ? segment.dropFirst().dropLast() : segment
      return !inner.isEmpty && inner != "." && inner != ".." && !inner.contains("{") && !inner.contains("}")
    }
    guard isPlain, isSafe, path.hasPrefix("/api/"), path.utf8.count <= 512 else {
      throw CatalogueError("the path is not one below /api")
    }
  }

  private var auth: Operation.Auth {
    if path.hasPrefix("/api/my-account") || path.hasPrefix("/api/verifications") { return .account }
    if path.hasPrefix("/api/experience") { return .experience }
    return value["security"]?.arrayValue?.isEmpty == true ? .public : .management
  }

  private func parameters(_ values: [JSONValue]) throws(CatalogueError) -> [OperationSource.Parameter] {
    guard values.count <= DocumentImport.parameterLimit else {
      throw CatalogueError("more than \(DocumentImport.parameterLimit) parameters")
    }
    var found: [OperationSource.Parameter] = []
    for value in values {
      let parameter = try resolve(value, in: "parameters")
      guard let name = parameter["name"]?.stringValue, name.utf8.count <= 128, !name.isEmpty,
        let place = parameter["in"]?.stringValue
      else { throw CatalogueError("a parameter without 'name' or 'in'") }
      guard let place = Operation.Parameter.Place(rawValue: place) else { continue }
      let argument = Name.snakeCase(name)
      guard Name.isIdentifier(argument), argument != "body", !found.contains(where: { $0.argument == argument }) else {
        throw CatalogueError("the parameter '\(name)' cannot be an argument")
      }
      found.append(
        .init(
          name: name, argument: argument, place: place,
          isRequired: place == .path || parameter["required"]?.boolValue == true,
          isSpread: parameter["explode"]?.boolValue == true,
          schema: try schemas.schema(parameter["schema"] ?? .emptySchema)))
    }
    let placeholders = Operation.PathSegment.split(path).compactMap { segment in
      if case .parameter(let name) = segment { name } else { nil }
    }
    let inPath = found.filter { $0.place == .path }
    guard Set(inPath.map(\.name)) == Set(placeholders), placeholders.count == Set(placeholders).count else {
      throw CatalogueError("the path's placeholders are not its path parameters")
    }
    let sorted = placeholders.compactMap { name in inPath.first { $0.name == name } }
    return sorted + found.filter { $0.place == .query }
  }

  private func resolve(_ value: JSONValue, in kind: String) throws(CatalogueError) -> JSONValue {
    guard let reference = value["$ref"] else { return value }
    let name = reference.stringValue ?? ""
    let prefix = "#/components/\(kind)/"
    guard name.hasPrefix(prefix), let found = document["components"]?[kind]?[String(name.dropFirst(prefix.count))],
      found["$ref"] == nil
    else { throw CatalogueError("a reference to '\(name.prefix(80))', which there is not") }
    return found
  }

  private func body(preferring type: String?) throws(CatalogueError) -> OperationSource.Body? {
    guard let value = value["requestBody"] else { return nil }
    let body = try resolve(value, in: "requestBodies")
    guard let content = Self.content(of: body, preferring: type) else { return nil }
    return .init(
      contentType: content.key, isRequired: body["required"]?.boolValue ?? false,
      schema: try schemas.schema(content.value["schema"] ?? .emptySchema))
  }

  private func responses(preferring type: String?) throws(CatalogueError) -> [OperationSource.Response] {
    var responses: [OperationSource.Response] = []
    for member in value["responses"]?.members ?? [] {
      guard let status = Int(member.key), (100..<600).contains(status) else { continue }
      let response = try resolve(member.value, in: "responses")
      let content = Self.content(of: response, preferring: type)
      let schema = try content.map { content throws(CatalogueError) in
        try schemas.schema(content.value["schema"] ?? .emptySchema)
      }
      responses.append(.init(status: status, contentType: content?.key, schema: schema))
    }
    return responses.sorted { $0.status < $1.status }
  }

  /// The content of the preferred type, else JSON, else the first.
  private static func content(of value: JSONValue, preferring type: String?) -> JSONObject.Member? {
    let members = value["content"]?.members ?? []
    return members.first { $0.key == type } ?? members.first { $0.key == "application/json" } ?? members.first
  }

  private static func types(from corrections: [Correction], for name: String) -> (body: String?, result: String?) {
    var types: (body: String?, result: String?) = (nil, nil)
    for case .facts(name, let facts) in corrections.map(\.change) {
      types.body = facts["bodyType"]?.stringValue ?? types.body
      types.result = facts["resultType"]?.stringValue ?? types.result
    }
    return types
  }

  /// One line of printable text, cut to 60 characters.
  private static func line(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(60).map { Character($0) })
  }
}
