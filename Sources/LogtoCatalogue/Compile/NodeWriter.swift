// One schema node in words. `SchemaNode` reads what this writes.

/// Writes nodes whose children's offsets are known.
struct NodeWriter {
  let offsets: [Int]

  /// The optional words that a node has, with what they hold, in the order of `Layout.NodeField`.
  private func fields(of node: GraphNode, _ strings: inout StringTable) -> [(Layout.NodeField, UInt32)] {
    var fields: [(Layout.NodeField, UInt32)] = []
    func add(_ field: Layout.NodeField, _ value: UInt32?) {
      if let value { fields.append((field, value)) }
    }
    add(.items, node.items.map { UInt32(offsets[$0]) })
    add(.additional, node.additional.map { UInt32(offsets[$0]) })
    add(.format, node.format.map { strings.number($0) })
    add(.pattern, node.pattern.map { strings.number($0) })
    add(.minLength, node.minLength.map { UInt32($0) })
    add(.maxLength, node.maxLength.map { UInt32($0) })
    add(.minimum, node.minimum.map { strings.number($0) })
    add(.maximum, node.maximum.map { strings.number($0) })
    add(.minItems, node.minItems.map { UInt32($0) })
    add(.maxItems, node.maxItems.map { UInt32($0) })
    add(.defaultValue, node.defaultValue.map { strings.number($0) })
    add(.enumCount, node.enumeration.isEmpty ? nil : UInt32(node.enumeration.count))
    add(.branchCount, node.branches.isEmpty ? nil : UInt32(node.branches.count))
    add(.propertyCount, node.properties.isEmpty ? nil : UInt32(node.properties.count))
    return fields
  }

  /// The words that a node takes.
  static func size(of node: GraphNode) -> Int {
    let optional: [Bool] = [
      node.items != nil, node.additional != nil, node.format != nil, node.pattern != nil, node.minLength != nil,
      node.maxLength != nil, node.minimum != nil, node.maximum != nil, node.minItems != nil, node.maxItems != nil,
      node.defaultValue != nil, !node.enumeration.isEmpty, !node.branches.isEmpty, !node.properties.isEmpty,
    ]
    return 1 + optional.count { $0 } + node.enumeration.count + node.branches.count + 2 * node.properties.count
  }

  func write(_ node: GraphNode, to words: inout [UInt32], _ strings: inout StringTable) {
    let fields = fields(of: node, &strings)
    var first = UInt32(node.kind.rawValue)
    first |= UInt32(node.accepts.rawValue) << Layout.NodeBits.acceptsShift
    if node.isNullable { first |= Layout.NodeBits.nullable }
    if node.isDeprecated { first |= Layout.NodeBits.deprecated }
    if node.isStrict { first |= Layout.NodeBits.strict }
    if node.enumIsJSON { first |= Layout.NodeBits.enumIsJSON }
    for (field, _) in fields { first |= 1 << field.rawValue }
    words.append(first)
    for (_, value) in fields { words.append(value) }
    for value in node.enumeration { words.append(strings.number(value)) }
    for branch in node.branches { words.append(UInt32(offsets[branch])) }
    for property in node.properties {
      words.append(strings.number(property.name) | (property.isRequired ? Layout.requiredBit : 0))
      words.append(UInt32(offsets[property.node]))
    }
  }
}
