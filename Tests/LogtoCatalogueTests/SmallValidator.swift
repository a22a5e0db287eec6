// As much of JSON Schema as the schemas of this package use.

import JSON

/// Checks values against schemas.
struct SmallValidator {
  let root: JSONValue

  /// What is wrong, a line each, with its place.
  func faults(_ value: JSONValue, _ schema: JSONValue? = nil, at place: String = "$") -> [String] {
    let schema = schema ?? root
    if let reference = schema["$ref"]?.stringValue {
      guard let definition = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
        return ["\(place): no definition \(reference)"]
      }
      return faults(value, definition, at: place)
    }
    var faults: [String] = []
    if let constant = schema["const"], constant != value { faults.append("\(place): not \(constant)") }
    if let values = schema["enum"]?.arrayValue, !values.contains(value) { faults.append("\(place): not in enum") }
    if let type = schema["type"], !Self.types(type).contains(where: { Self.isType(value, $0) }) {
      return faults + ["\(place): \(value.kindName) is not \(type.encodedString())"]
    }
    if let branches = schema["anyOf"]?.arrayValue,
      !branches.contains(where: { self.faults(value, $0, at: place).isEmpty })
    {
      faults.append("\(place): no branch fits")
    }
    if let limit = schema["maxLength"]?.integerValue, let text = value.stringValue, text.count > limit {
      faults.append("\(place): longer than \(limit)")
    }
    for (index, element) in (value.arrayValue ?? []).enumerated() {
      if let items = schema["items"] { faults += self.faults(element, items, at: "\(place)[\(index)]") }
    }
    return faults + memberFaults(value, schema, at: place)
  }

  private func memberFaults(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard let object = value.objectValue else { return [] }
    var faults: [String] = []
    for name in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] where object[name] == nil {
      faults.append("\(place): no '\(name)'")
    }
    for member in object {
      if let property = schema["properties"]?[member.key] {
        faults += self.faults(member.value, property, at: "\(place).\(member.key)")
      } else if schema["additionalProperties"] == false {
        faults.append("\(place): unknown '\(member.key)'")
      } else if let others = schema["additionalProperties"], others.objectValue != nil {
        faults += self.faults(member.value, others, at: "\(place).\(member.key)")
      }
    }
    return faults
  }

  private static func types(_ value: JSONValue) -> [String] {
    value.arrayValue?.compactMap(\.stringValue) ?? [value.stringValue].compactMap { $0 }
  }

  private static func isType(_ value: JSONValue, _ type: String) -> Bool {
    type == value.kindName || type == "number" && value.kindName == "integer"
  }
}
