// The schemas of an OpenAPI document in the contract's form.

import JSON

/// Turns a document's schemas into those that a catalogue is compiled from.
///
/// Logto's document says some things in its own way: a text with the format `"abc"` (with the quotes) can only be
/// abc; `regex` marks a pattern written between slashes; an object described as `arbitrary` takes anything.
struct DocumentSchemas {
  private let components: JSONObject
  private let numbers: [String: Int]
  private let everywhere: [String: JSONObject]

  /// - Parameter everywhere: corrections by property name.
  init(_ document: JSONValue, everywhere: [String: JSONObject]) {
    components = document["components"]?["schemas"]?.objectValue ?? JSONObject()
    numbers = Dictionary(
      components.keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.everywhere = everywhere
  }

  /// All named schemas, by number.
  func shared() throws(CatalogueError) -> [Int: JSONValue] {
    var schemas: [Int: JSONValue] = [:]
    for (number, member) in components.members.enumerated() {
      schemas[number] = try schema(member.value)
    }
    return schemas
  }

  private static let kept: Set<String> = [
    "type", "required", "enum", "maxLength", "minLength", "pattern", "format", "nullable", "deprecated", "default",
    "minimum", "maximum", "minItems", "maxItems",
  ]

  /// A schema with references to numbers instead of names.
  ///
  /// - Throws: `CatalogueError` for a reference to nothing.
  func schema(_ value: JSONValue) throws(CatalogueError) -> JSONValue {
    guard let members = value.objectValue else { throw CatalogueError("a schema is \(value.kindName), not an object") }
    if let reference = members["$ref"] {
      let name = reference.stringValue ?? ""
      guard name.hasPrefix(Self.prefix), let number = numbers[String(name.dropFirst(Self.prefix.count))] else {
        throw CatalogueError("a schema refers to '\(name.prefix(80))', which there is not")
      }
      return ["$ref": .integer(Int64(number))]
    }
    var result = JSONObject()
    for member in members where Self.kept.contains(member.key) { result[member.key] = member.value }
    if let format = members["format"]?.stringValue { Self.readFormat(format, into: &result) }
    if let pattern = members["pattern"]?.stringValue, pattern.hasPrefix("/") {
      result["pattern"] = .string(String(pattern.hasSuffix("/") ? pattern.dropFirst().dropLast() : pattern.dropFirst()))
    }
    if members["description"]?.stringValue == "arbitrary" { result["additionalProperties"] = true }
    try addChildren(of: members, to: &result)
    return .object(result)
  }
  private static let prefix = "#/components/schemas/"

  private static func readFormat(_ format: String, into result: inout JSONObject) {
    if format == "regex" { result["format"] = nil }
    guard format.hasPrefix("\""), let value = try? JSONValue.parse(Array(format.utf8)) else { return }
    result["format"] = nil
    result["enum"] = [value]
  }

  private func addChildren(of members: JSONObject, to result: inout JSONObject) throws(CatalogueError) {
    if let properties = members["properties"]?.objectValue {
      var children = JSONObject()
      for property in properties {
        let child = try schema(property.value)
        children[property.key] = everywhere[property.key].map { Correction.merge($0, into: child) } ?? child
      }
      result["properties"] = .object(children)
    }
    if let items = members["items"] { result["items"] = try schema(items) }
    switch members["additionalProperties"] {
    case .bool(let allowed)?: result["additionalProperties"] = .bool(allowed)
    case let other?: result["additionalProperties"] = try schema(other)
    case nil: break
    }
    for key in ["oneOf", "anyOf"] {
      guard let branches = members[key]?.arrayValue else { continue }
      var children: [JSONValue] = []
      for branch in branches { children.append(try schema(branch)) }
      result["oneOf"] = .array(children)
    }
    for part in members["allOf"]?.arrayValue ?? [] { try Self.join(schema(part), into: &result) }
  }

  /// `allOf`: the members of all parts.
  private static func join(_ part: JSONValue, into result: inout JSONObject) throws(CatalogueError) {
    for member in part.members {
      switch (member.key, result[member.key], member.value) {
      case ("properties", .object(var known)?, .object(let more)):
        for property in more { known[property.key] = property.value }
        result["properties"] = .object(known)
      case ("required", .array(let known)?, .array(let more)):
        result["required"] = .array(known + more)
      default: result[member.key] = member.value
      }
    }
  }
}

extension JSONValue {
  /// A schema whose references have other numbers.
  func shifted(by shift: Int) -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.shifted(by: shift) })
    case .object(let object):
      if let number = object["$ref"]?.integerValue {
        ["$ref": .integer(number + Int64(shift))]
      } else {
        .object(JSONObject(object.map { ($0.key, $0.value.shifted(by: shift)) }))
      }
    default: self
    }
  }
}

extension OperationSource {
  /// The operation with other numbers for the shared schemas.
  func shifted(by shift: Int) -> OperationSource {
    var result = self
    for index in parameters.indices { result.parameters[index].schema = parameters[index].schema.shifted(by: shift) }
    result.body?.schema = body?.schema.shifted(by: shift) ?? .emptySchema
    for index in responses.indices { result.responses[index].schema = responses[index].schema?.shifted(by: shift) }
    return result
  }
}
