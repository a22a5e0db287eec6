// Schema nodes as types of LuaCATS annotations.

import JSON

/// Writes types for editors: `string`, `integer`, `"a"|"b"`, `User[]`, `table<string, any>`, `{ id: string, name?: string }`.
struct LuaType {
  private let names: [UInt32: String]
  private static let depthLimit = 12

  init(_ catalogue: Catalogue) {
    names = Dictionary(catalogue.types.map { ($0.node.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The type of a value that is given (`isArgument`: null is `logto.null`) or got (null is absent).
  func text(_ node: SchemaNode, isArgument: Bool, isOpen: Bool = false, depth: Int = 0) -> String {
    let text = plain(node, isArgument: isArgument, isOpen: isOpen, depth: depth)
    return node.isNullable && isArgument && node.kind != .any ? text + "|logto.null" : text
  }

  private func plain(_ node: SchemaNode, isArgument: Bool, isOpen: Bool, depth: Int) -> String {
    if !isOpen, let name = names[node.id] { return "logto.\(name)" }
    guard depth < Self.depthLimit else { return "any" }
    func child(_ node: SchemaNode) -> String { text(node, isArgument: isArgument, depth: depth + 1) }
    switch node.kind {
    case .any, .null: return "any"
    case .bool: return "boolean"
    case .integer: return "integer"
    case .number: return "number"
    case .string: return Self.enumeration(node) ?? "string"
    case .array: return node.items.map { Self.array(of: child($0)) } ?? "any[]"
    case .object: return object(node, child)
    case .union:
      var texts: [String] = []
      for branch in node.branches {
        let text = plain(branch, isArgument: isArgument, isOpen: false, depth: depth + 1)
        if !texts.contains(text) { texts.append(text) }
      }
      return texts.joined(separator: "|")
    }
  }

  private static func enumeration(_ node: SchemaNode) -> String? {
    let values = node.enumStrings
    return values.isEmpty ? nil : values.map { JSONValue.string($0).encodedString() }.joined(separator: "|")
  }

  private static func array(of text: String) -> String { text.contains("|") ? "(\(text))[]" : "\(text)[]" }

  private func object(_ node: SchemaNode, _ child: (SchemaNode) -> String) -> String {
    guard !node.properties.isEmpty else {
      if case .schema(let schema) = node.additional { return "table<string, \(child(schema))>" }
      return "table<string, any>"
    }
    let members = node.properties.map { "\(Self.key($0.name))\($0.isRequired ? "" : "?"): \(child($0.node))" }
    return "{ \(members.joined(separator: ", ")) }"
  }

  /// A name as a key: in brackets where it is no identifier.
  static func key(_ name: String) -> String {
    Name.isIdentifier(name) ? name : "[\(JSONValue.string(name).encodedString())]"
  }
}
