// The answer to a write that was planned: a value that the response's schema allows.

import JSON
import LogtoCatalogue

/// Makes answers in place of the tenant's: what the request gave is echoed, what is known is kept, the rest is of the
/// documented type.
struct StandIn {
  /// Path arguments by documented name.
  var arguments: [String: String]
  /// What the tenant or the plan said of the same thing before.
  var known: JSONValue?
  /// A new id, where the answer is about something new.
  var newID: String?

  func answer(_ node: SchemaNode, body: JSONValue?) -> JSONValue {
    if node.accepts.contains(.array), !node.accepts.contains(.object) {
      guard let items = node.items, case .array(let elements)? = body else { return [] }
      return .array(elements.map { value(items, given: $0, known: nil, name: "", depth: 0) })
    }
    return value(node, given: body, known: known, name: "", depth: 0)
  }

  private func value(_ node: SchemaNode, given: JSONValue?, known: JSONValue?, name: String, depth: Int) -> JSONValue {
    let isObject = node.accepts.contains(.object) && (node.kind != .any || given?.objectValue != nil)
    if isObject, !node.isNullable || given?.objectValue != nil || known?.objectValue != nil || depth == 0 {
      return object(node, given: given?.objectValue, known: known?.objectValue, depth: depth)
    }
    if let given, fits(given, node) { return given }
    if let known, fits(known, node) { return known }
    if let value = node.defaultValue { return value }
    if node.isNullable { return .null }
    if let first = node.enumValues?.first { return first }
    switch node.kind {
    case .bool: return false
    case .integer: return .integer(Int64(node.minimum ?? 0))
    case .number: return .number(node.minimum ?? 0)
    case .string: return .string(arguments[name] ?? "")
    case .array: return []
    case .union:
      guard depth < 8, let branch = node.branches.first else { return .null }
      return value(branch, given: given, known: known, name: name, depth: depth + 1)
    case .null: return .null
    case .any, .object: return [:]
    }
  }

  private func object(_ node: SchemaNode, given: JSONObject?, known: JSONObject?, depth: Int) -> JSONValue {
    var object = known ?? JSONObject()
    guard depth < 8 else { return .object(object) }
    for property in node.properties {
      let name = property.name
      let isGiven = given?[name] != nil || known?[name] != nil
      if name == "id", depth == 0, known == nil, given?[name] == nil, property.node.accepts.contains(.string) {
        object[name] = .string(newID ?? arguments["id"] ?? arguments.values.first ?? "")
      } else if isGiven || property.isRequired {
        object[name] = value(
          property.node, given: given?[name], known: known?[name], name: name, depth: depth + 1)
      }
    }
    if !node.isStrict, let given {
      for member in given where object[member.key] == nil { object[member.key] = member.value }
    }
    return .object(object)
  }

  private func fits(_ value: JSONValue, _ node: SchemaNode) -> Bool {
    switch value {
    case .null: node.accepts.contains(.null)
    case .bool: node.accepts.contains(.bool)
    case .integer: node.accepts.contains(.integer) || node.accepts.contains(.number)
    case .number: node.accepts.contains(.number)
    case .string: node.accepts.contains(.string)
    case .array: node.accepts.contains(.array)
    case .object: node.accepts.contains(.object)
    }
  }
}
