// A schema as one short line in the manner of TypeScript.

import JSON

/// Writes schema nodes as types.
///
/// `string`, `number`, `"a"|"b"`, `User[]`, `{ id: string, name?: string|null }`. Besides TypeScript's words: `ms`
/// is a time in milliseconds since 1970, `email` and `url` are texts of that form, `= x` is the default, `{…}` is
/// an object that was left out for its length.
struct TypeText {
  /// Names by node.
  let names: [UInt32: String]

  init(_ catalogue: Catalogue) {
    names = Dictionary(catalogue.types.map { ($0.node.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Properties that hold milliseconds since 1970 (measured on a tenant).
  static let times: Set<String> = ["createdAt", "expiresAt", "lastSignInAt", "updatedAt", "createdAfter"]

  /// The type's text. `depth` levels of unnamed objects are written out; `isOpen` writes a named node itself out.
  func text(_ node: SchemaNode, depth: Int, isOpen: Bool = false) -> String {
    let text = plain(node, depth: depth, isOpen: isOpen)
    return node.isNullable && node.kind != .any ? text + "|null" : text
  }

  private func plain(_ node: SchemaNode, depth: Int, isOpen: Bool) -> String {
    if !isOpen, let name = names[node.id] { return name }
    switch node.kind {
    case .any: return "any"
    case .null: return "null"
    case .bool: return "boolean"
    case .integer, .number: return enumeration(node) ?? "number"
    case .string: return enumeration(node) ?? (Self.formats.contains(node.format ?? "") ? node.format ?? "" : "string")
    case .array: return array(node, depth: depth, isOpen: isOpen)
    case .object: return object(node, depth: depth)
    case .union: return union(node, depth: depth)
    }
  }

  private static let formats: Set<String> = ["email", "url"]

  private func enumeration(_ node: SchemaNode) -> String? {
    guard let values = node.enumValues else { return nil }
    return values.map { $0.encodedString() }.joined(separator: "|")
  }

  private func array(_ node: SchemaNode, depth: Int, isOpen: Bool) -> String {
    guard let items = node.items else { return "any[]" }
    let text = text(items, depth: depth)
    return text.contains("|") && !text.hasPrefix("{") || text.hasSuffix("|null") || text.contains(" | ")
      ? "(\(text))[]" : "\(text)[]"
  }

  private func object(_ node: SchemaNode, depth: Int) -> String {
    let properties = node.properties
    guard !properties.isEmpty else {
      if case .schema(let schema) = node.additional {
        return depth > 0 ? "{ [key]: \(text(schema, depth: depth - 1)) }" : "{ [key]: … }"
      }
      return "object"
    }
    guard depth > 0 else { return "{…}" }
    var members = properties.map { member($0, depth: depth - 1) }
    if !node.isStrict { members.append("…") }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  /// `name?: type = default`.
  func member(_ property: SchemaNode.Property, depth: Int) -> String {
    member(property.name, property.node, isOptional: !property.isRequired, depth: depth)
  }

  func member(_ name: String, _ node: SchemaNode, isOptional: Bool, depth: Int) -> String {
    var type = text(node, depth: depth)
    if Self.times.contains(name), type.hasPrefix("number") { type = "ms" + type.dropFirst("number".count) }
    if let value = node.defaultValue, depth >= 0, isOptional {
      let text = value.encodedString()
      if text.utf8.count <= 12, text != "{}", text != "[]" { type += " = \(text)" }
    }
    return "\(name)\(isOptional ? "?" : ""): \(type)"
  }

  private func union(_ node: SchemaNode, depth: Int) -> String {
    // `null` is said once, by whoever writes the union itself.
    var texts = branches(node.branches.filter { $0.kind != .null }, depth: depth)
    // Forms of a text say less than the text itself.
    if texts.contains("string") { texts.removeAll { Self.formats.contains($0) } }
    return texts.joined(separator: texts.contains { $0.contains("{") } ? " | " : "|")
  }

  /// The different texts of a union's branches.
  func branches(_ nodes: [SchemaNode], depth: Int) -> [String] {
    var texts: [String] = []
    let branches = nodes.map { branch($0, depth: depth) }
    for text in BranchText.joined(branches) where !texts.contains(text) { texts.append(text) }
    return texts
  }

  private func branch(_ node: SchemaNode, depth: Int) -> BranchText {
    guard node.kind == .object, names[node.id] == nil, node.isStrict, depth > 0, !node.properties.isEmpty else {
      return BranchText(plain(node, depth: depth, isOpen: false))
    }
    return BranchText(
      members: node.properties.map { property in
        let text = member(property, depth: depth - 1)
        guard property.node.kind == .string, !property.node.isNullable, property.node.defaultValue == nil,
          names[property.node.id] == nil,
          let choices = property.node.enumValues?.map({ $0.encodedString() })
        else { return BranchText.Member(head: text) }
        return BranchText.Member(head: "\(property.name)\(property.isRequired ? "" : "?"): ", choices: choices)
      })
  }
}
