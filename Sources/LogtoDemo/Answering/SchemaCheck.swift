// Checks a body against the catalogue's schema as the tenant does, and drops what it would drop.

import JSON
import LogtoCatalogue

/// One pass over a value: its issues, and the value without unknown keys.
struct SchemaCheck {
  private(set) var issues: [Issue] = []

  /// The value as the tenant takes it.
  mutating func take(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) -> JSONValue {
    if value.isNull && node.isNullable { return .null }
    switch node.kind {
    case .any: return value
    case .union: return takeUnion(value, node, path)
    case .object: return takeObject(value, node, path)
    case .array: return takeArray(value, node, path)
    case .string: takeText(value, node, path)
    case .integer, .number: takeNumber(value, node, path)
    case .bool: if value.boolValue == nil { refuse("boolean", value, path) }
    case .null: if !value.isNull { refuse("null", value, path) }
    }
    return value
  }

  private mutating func refuse(_ expected: String, _ value: JSONValue, _ path: [Issue.Step]) {
    issues.append(.type(expected, Self.name(of: value), path))
  }

  /// The JavaScript name of a value's type.
  static func name(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private mutating func takeObject(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) -> JSONValue {
    guard case .object(let object) = value else {
      refuse("object", value, path)
      return value
    }
    var taken = JSONObject()
    for property in node.properties {
      let place = path + [.key(property.name)]
      if let member = object[property.name] {
        taken[property.name] = take(member, property.node, place)
      } else if property.isRequired {
        issues.append(missing(property.node, place))
      }
    }
    switch node.additional {
    case .closed: break
    case .open:
      for member in object where taken[member.key] == nil { taken[member.key] = member.value }
    case .schema(let schema):
      for member in object where taken[member.key] == nil {
        taken[member.key] = take(member.value, schema, path + [.key(member.key)])
      }
    }
    return .object(taken)
  }

  private func missing(_ node: SchemaNode, _ path: [Issue.Step]) -> Issue {
    let options = node.enumStrings
    if !options.isEmpty {
      let list = options.map { "'\($0)'" }.joined(separator: " | ")
      return Issue(
        "invalid_type", path, "Required", explanation: "Expected \(list) but received undefined.",
        ["expected": .string(list), "received": "undefined"])
    }
    let name =
      switch node.kind {
      case .object: "object"
      case .array: "array"
      case .string: "string"
      case .integer, .number: "number"
      case .bool: "boolean"
      case .any, .null, .union: "object"
      }
    return .type(name, "undefined", path)
  }

  private mutating func takeArray(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) -> JSONValue {
    guard case .array(let elements) = value else {
      refuse("array", value, path)
      return value
    }
    if let least = node.minItems, elements.count < least {
      issues.append(.size("array", isTooSmall: true, limit: least, path))
    }
    if let most = node.maxItems, elements.count > most {
      issues.append(.size("array", isTooSmall: false, limit: most, path))
    }
    guard let items = node.items else { return value }
    return .array(elements.enumerated().map { take($1, items, path + [.index($0)]) })
  }

  /// The first branch that has nothing against the value.
  private mutating func takeUnion(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) -> JSONValue {
    for branch in node.branches {
      var check = SchemaCheck()
      let taken = check.take(value, branch, path)
      if check.issues.isEmpty { return taken }
    }
    issues.append(Issue("invalid_union", path, "Invalid input", ["unionErrors": []]))
    return value
  }

  private mutating func takeNumber(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) {
    guard value.numberValue != nil else { return refuse("number", value, path) }
    if node.kind == .integer, value.integerValue == nil {
      issues.append(.type("integer", "float", path))
    }
  }

  private mutating func takeText(_ value: JSONValue, _ node: SchemaNode, _ path: [Issue.Step]) {
    let options = node.enumStrings
    guard let text = value.stringValue else {
      let list = options.map { "'\($0)'" }.joined(separator: " | ")
      return refuse(options.isEmpty ? "string" : list, value, path)
    }
    if !options.isEmpty, !options.contains(text) { issues.append(.choice(options, value, path)) }
    if let least = node.minLength, text.utf16.count < least {
      issues.append(.size("string", isTooSmall: true, limit: least, path))
    }
    if let most = node.maxLength, text.utf16.count > most {
      issues.append(.size("string", isTooSmall: false, limit: most, path))
    }
    if let pattern = node.pattern, !TextPattern.matches(text, pattern) { issues.append(.text("regex", path)) }
    switch node.format {
    case "email" where !TextPattern.matches(text, #"^[^@\s]+@[^@\s]+\.[^@\s]+$"#):
      issues.append(.text("email", path))
    case "url" where !text.contains("://") || text.hasSuffix("://"):
      issues.append(.text("url", path))
    case "empty" where !text.isEmpty:
      issues.append(.size("string", isTooSmall: false, limit: 0, path))
    default: break
    }
  }
}
