// The answer to a write that was planned: a value that the response's schema allows.

import JSON
import LogtoCatalogue

/// Makes answers in place of the tenant's: what the request gave is echoed, what is known is kept, the rest is of the
/// documented type. A text that only the tenant knows is a token (`dry-run:1.signingKey`), so that a later write of the
/// plan may use it; numbers cannot be told apart and stand for themselves.
struct StandIn {
  let call: PlannedCall
  /// What the tenant or the plan said of the same thing before.
  var known: JSONValue?
  /// The number of the tokens.
  let number: Int
  /// Whether the answer is about something new.
  let isNew: Bool
  /// Milliseconds since 1970, for required times.
  let now: Int64
  /// What has an id, where it is known.
  let thing: (String) -> JSONValue?
  /// Whether a token was put in.
  private(set) var usesToken = false
  private let names: [String: String]

  init(
    _ call: PlannedCall, known: JSONValue?, number: Int, isNew: Bool, now: Int64,
    thing: @escaping (String) -> JSONValue?
  ) {
    self.call = call
    self.known = known
    self.number = number
    self.isNew = isNew
    self.now = now
    self.thing = thing
    names = call.aliases
  }

  mutating func answer(_ node: SchemaNode, body: JSONValue?) -> JSONValue {
    if node.accepts.contains(.array), !node.accepts.contains(.object) {
      guard let items = node.items, let elements = Self.elements(of: body) else { return [] }
      return .array(
        elements.enumerated().map { index, element in value(items, given: element, known: nil, place: ["\(index + 1)"])
        })
    }
    let shape = AnswerShape(call, node, known: known)
    let given = shape.given(body, thing: thing)
    return value(node, given: given, known: shape.kept(known, given: given, body: body), place: [])
  }

  /// An element of a list of which this much is known.
  mutating func element(_ node: SchemaNode, known: JSONValue) -> JSONValue {
    let kept = (known.objectValue ?? [:]).filter { node.property(named: $0.key) != nil || !node.isStrict }
    return value(node, given: nil, known: .object(JSONObject(kept.map { ($0.key, $0.value) })), place: [])
  }

  /// A body that is a list, or an object around the one list in it.
  private static func elements(of body: JSONValue?) -> [JSONValue]? {
    if let elements = body?.arrayValue { return elements }
    let lists = (body?.objectValue ?? [:]).compactMap(\.value.arrayValue)
    return lists.count == 1 ? lists[0] : nil
  }

  private mutating func value(
    _ node: SchemaNode, given: JSONValue?, known: JSONValue?, place: [String]
  ) -> JSONValue {
    let isObject = node.accepts.contains(.object) && (node.kind != .any || given?.objectValue != nil)
    if isObject, !node.isNullable || given?.objectValue != nil || known?.objectValue != nil || place.isEmpty {
      return object(node, given: given?.objectValue, known: known?.objectValue, place: place)
    }
    if let given, fits(given, node) { return given }
    if let known, fits(known, node) { return known }
    if let value = node.defaultValue { return value }
    if node.isNullable { return .null }
    if let first = node.enumValues?.first { return first }
    switch node.kind {
    // What is new is enabled, unless it was said otherwise (hooks, on a real tenant).
    case .bool: return .bool(place.last == "enabled")
    case .integer, .number:
      if place.last?.hasSuffix("At") == true { return .integer(now) }
      return node.minimum.map { $0 == $0.rounded() ? .integer(Int64($0)) : .number($0) } ?? 0
    case .string: return text(place)
    case .array: return []
    case .union:
      guard place.count < 8, let branch = node.branches.first else { return .null }
      return value(branch, given: given, known: known, place: place)
    case .null: return .null
    case .any, .object: return [:]
    }
  }

  /// A text that is an argument of the path, or one that only the tenant knows.
  private mutating func text(_ place: [String]) -> JSONValue {
    if place.count == 1, let argument = names[place[0]] { return .string(argument) }
    usesToken = true
    return .string(([PlanToken.name(number)] + place).joined(separator: "."))
  }

  /// The id of the thing: a new one, or the last argument of the path, where that is not named otherwise.
  private mutating func id(_ node: SchemaNode) -> JSONValue {
    if !isNew, let last = call.lastArgument, last.name == "id" || node.property(named: last.name) == nil {
      return .string(last.value)
    }
    usesToken = true
    return .string(PlanToken.name(number))
  }

  private mutating func object(
    _ node: SchemaNode, given: JSONObject?, known: JSONObject?, place: [String]
  ) -> JSONValue {
    var object = known ?? JSONObject()
    guard place.count < 8 else { return .object(object) }
    for property in node.properties {
      let name = property.name
      if name == "id", place.isEmpty, known?[name] == nil, given?[name] == nil, property.node.accepts.contains(.string)
      {
        object[name] = id(node)
      } else if let value = given?[name] {
        object[name] = self.value(property.node, given: value, known: nil, place: place + [name])
      } else if known?[name] != nil || property.isRequired {
        object[name] = value(property.node, given: nil, known: known?[name], place: place + [name])
      }
    }
    if !node.isStrict, let given {
      for member in given where node.property(named: member.key) == nil { object[member.key] = member.value }
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
