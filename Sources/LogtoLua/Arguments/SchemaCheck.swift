import JSON
import LogtoCatalogue

/// What is surely wrong with a body, found before anything is sent: a missing property, a wrong JSON type, a value
/// outside an enumeration, a key that nobody reads. The tenant drops unknown keys in silence, so that a typing error
/// would be a lost write. Patterns, lengths and formats are left to the tenant, which knows them better.
struct SchemaCheck {
  /// The first fault, in documented order.
  struct Fault: Equatable {
    /// Where, as in `body.profile.address`.
    var path: String
    var message: String
    var hint: String?
    /// The value that an enumeration does not have: the branch of a union with this fault is not the one meant.
    var wrongChoice: JSONValue?
  }

  /// Where a schema goes round in circles, the check ends at this depth: JSON itself is not deeper.
  private static let maxDepth = 128

  static func fault(in value: JSONValue, schema: SchemaNode, path: String = "body") -> Fault? {
    fault(value, schema, path, depth: 0, known: nil)
  }

  /// - Parameter known: the keys of the union that `node` is a branch of; there, another branch's key is no mistake.
  private static func fault(
    _ value: JSONValue, _ node: SchemaNode, _ path: String, depth: Int, known: SchemaNode?
  ) -> Fault? {
    if depth > maxDepth { return nil }
    if !node.accepts.contains(value.jsonType) {
      return Fault(path: path, message: "is \(value.described), where \(node.expectation) is expected")
    }
    if value.isNull { return nil }
    if let allowed = node.enumValues, !allowed.contains(where: { $0.means(value) }) {
      return enumFault(value, allowed, path)
    }
    switch value {
    case .object(let members):
      if let fault = objectFault(members, node, path, depth: depth, known: known) { return fault }
    case .array(let elements):
      if let items = node.items {
        for (index, element) in elements.enumerated() {
          let place = "\(path)[\(index + 1)]"
          if let fault = fault(element, items, place, depth: depth + 1, known: nil) { return fault }
        }
      }
    default: break
    }
    return unionFault(value, node, path, depth: depth, known: known)
  }

  private static func objectFault(
    _ members: JSONObject, _ node: SchemaNode, _ path: String, depth: Int, known: SchemaNode?
  ) -> Fault? {
    let isUnion = !node.branches.isEmpty
    for member in members {
      let place = "\(path).\(member.key)"
      if let property = node.property(named: member.key) {
        // The branches say what a union's property is: one branch's type is not another's.
        if isUnion { continue }
        if let fault = fault(member.value, property.node, place, depth: depth + 1, known: nil) {
          return fault
        }
      } else if known?.property(named: member.key) == nil {
        switch node.additional {
        case .closed: return unknownKey(member.key, node, path)
        case .open: break
        case .schema(let schema):
          if let fault = fault(member.value, schema, place, depth: depth + 1, known: nil) { return fault }
        }
      }
    }
    if isUnion { return nil }
    for property in node.properties where property.isRequired && members[property.name] == nil {
      return Fault(path: path, message: "needs '\(property.name)' (\(property.node.expectation))")
    }
    return nil
  }

  /// A value has to fit one branch. Told is the fault of the branch that was meant: the one that the value fits but
  /// for something else than its discriminating enumeration (`type = "Totp"`).
  private static func unionFault(
    _ value: JSONValue, _ node: SchemaNode, _ path: String, depth: Int, known: SchemaNode?
  ) -> Fault? {
    var best: Fault?
    for branch in node.branches {
      guard let fault = fault(value, branch, path, depth: depth + 1, known: known ?? node) else { return nil }
      if let best, best.wrongChoice == nil || fault.wrongChoice != nil { continue }
      best = fault
    }
    guard let fault = best, let choice = fault.wrongChoice else { return best }
    // No branch was meant: every value that any branch has for that key is named, not only the first one's.
    let key = String(fault.path.dropFirst(path.count + 1))
    let allowed = node.branches.flatMap { branch in
      (key.isEmpty ? branch : branch.property(named: key)?.node)?.enumValues ?? []
    }
    return allowed.isEmpty ? fault : enumFault(choice, allowed, fault.path)
  }

  private static func enumFault(_ value: JSONValue, _ allowed: [JSONValue], _ path: String) -> Fault {
    var names: [String] = []
    for name in allowed.map({ $0.stringValue ?? $0.described }) where !names.contains(name) { names.append(name) }
    let near = value.stringValue.flatMap { Nearest.matches($0, among: names).first }
    return Fault(
      path: path, message: "is \(value.described), which is \(names.count == 1 ? "not" : "none of") \(names.listed)",
      hint: near.map { "did you mean '\($0)'?" }, wrongChoice: value)
  }

  private static func unknownKey(_ key: String, _ node: SchemaNode, _ path: String) -> Fault {
    let names = node.properties.map(\.name)
    let near = Nearest.matches(key, among: names)
    return Fault(
      path: "\(path).\(key)", message: "is unknown: nothing would read it",
      hint: near.isEmpty ? "its keys are \(names.listed)" : "did you mean \(near.quotedChoice)?")
  }
}

extension JSONValue {
  var jsonType: SchemaNode.JSONTypes {
    switch self {
    case .null: .null
    case .bool: .bool
    case .integer: .integer
    // A whole number is an integer to the tenant, however it was written.
    case .number(let value): value == value.rounded() ? .integer : .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The value, short, as a message shows it.
  var described: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): "'\(text.shortened(to: 60))'"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// Equal, where 1 and 1.0 are the same.
  func means(_ other: JSONValue) -> Bool {
    self == other || (numberValue != nil && numberValue == other.numberValue)
  }
}

extension SchemaNode {
  /// What it takes, in words: `a string`, `true or false`, `one of 'a', 'b'`.
  var expectation: String {
    let values = enumStrings
    if !values.isEmpty { return values.count == 1 ? "'\(values[0])'" : "one of \(values.listed)" }
    let names: [(JSONTypes, String)] = [
      (.string, "a string"), (.array, "a list"), (.object, "an object"), (.bool, "true or false"),
    ]
    var parts = names.filter { accepts.contains($0.0) }.map(\.1)
    if accepts.contains(.number) {
      parts.append("a number")
    } else if accepts.contains(.integer) {
      parts.append("a whole number")
    }
    return parts.isEmpty ? "null" : parts.joined(separator: " or ")
  }
}
