// JSON schemas to a graph of nodes in which equal nodes are one, ready to be written.

import JSON

/// A node before it has an offset; children are places in the graph.
struct GraphNode: Hashable {
  var kind = SchemaNode.Kind.any
  var accepts = SchemaNode.JSONTypes.all
  var isNullable = false
  var isDeprecated = false
  /// `nil` where nothing is said about further properties.
  var allowsAdditional: Bool?
  var isStrict = false
  var additional: Int?
  var items: Int?
  var format: String?
  var pattern: String?
  var minLength: Int?
  var maxLength: Int?
  var minItems: Int?
  var maxItems: Int?
  var minimum: String?
  var maximum: String?
  var defaultValue: String?
  var enumeration: [String] = []
  var enumIsJSON = false
  var branches: [Int] = []
  var properties: [Property] = []

  struct Property: Hashable {
    var name: String
    var node: Int
    var isRequired: Bool
  }
}

/// The nodes of all schemas of a catalogue.
struct SchemaGraph {
  private(set) var nodes: [GraphNode] = []
  private var known: [GraphNode: Int] = [:]
  private let shared: [Int: JSONValue]
  private var sharedNodes: [Int: Int] = [:]
  private var open: Set<Int> = []
  private var unions: [[Int]: Int] = [:]

  /// More nodes than any honest document has: the shipped one has about 2,000.
  static let nodeLimit = 200_000
  static let depthLimit = 64

  init(shared: [Int: JSONValue]) { self.shared = shared }

  /// The place of a schema's node.
  mutating func add(_ schema: JSONValue, depth: Int = 0) throws(CatalogueError) -> Int {
    guard depth < Self.depthLimit else { throw CatalogueError("a schema is nested deeper than \(Self.depthLimit)") }
    if let reference = schema["$ref"] { return try addShared(reference, depth: depth) }
    var node = GraphNode()
    node.isNullable = schema["nullable"]?.boolValue ?? false
    node.isDeprecated = schema["deprecated"]?.boolValue ?? false
    try addMembers(of: schema, to: &node, depth: depth)
    addConstraints(of: schema, to: &node)
    node.kind = kind(of: schema, node)
    node.accepts = Self.types(of: node.kind)
    if node.isNullable { node.accepts.insert(.null) }
    node.isStrict = !node.properties.isEmpty && node.allowsAdditional != true && node.additional == nil
    return try intern(node)
  }

  private mutating func addShared(_ reference: JSONValue, depth: Int) throws(CatalogueError) -> Int {
    guard case .integer(let number) = reference, let schema = shared[Int(number)] else {
      throw CatalogueError("a schema refers to \(reference.encodedString()), which there is not")
    }
    let key = Int(number)
    if let place = sharedNodes[key] { return place }
    if open.contains(key) {
      // A cycle: the node gets its place now and its contents when they are complete.
      let place = try append(GraphNode())
      sharedNodes[key] = place
      return place
    }
    open.insert(key)
    let place = try add(schema, depth: depth + 1)
    open.remove(key)
    if let reserved = sharedNodes[key] {
      nodes[reserved] = nodes[place]
      return reserved
    }
    sharedNodes[key] = place
    return place
  }

  private mutating func addMembers(
    of schema: JSONValue, to node: inout GraphNode, depth: Int
  ) throws(CatalogueError) {
    let required = Set((schema["required"]?.arrayValue ?? []).compactMap(\.stringValue))
    for member in schema["properties"]?.members ?? [] {
      let place = try add(member.value, depth: depth + 1)
      node.properties.append(.init(name: member.key, node: place, isRequired: required.contains(member.key)))
    }
    if let items = schema["items"] { node.items = try add(items, depth: depth + 1) }
    switch schema["additionalProperties"] {
    case .bool(let allowed)?: node.allowsAdditional = allowed
    case .object(let object)?:
      node.allowsAdditional = true
      if !object.isEmpty { node.additional = try add(.object(object), depth: depth + 1) }
    default: break
    }
    for branch in schema["oneOf"]?.arrayValue ?? schema["anyOf"]?.arrayValue ?? [] {
      let place = try add(branch, depth: depth + 1)
      if !node.branches.contains(place) { node.branches.append(place) }
    }
  }

  private func addConstraints(of schema: JSONValue, to node: inout GraphNode) {
    func count(_ key: String) -> Int? {
      guard case .integer(let value)? = schema[key], value >= 0, value < Int64(UInt32.max) else { return nil }
      return Int(value)
    }
    node.format = schema["format"]?.stringValue
    node.pattern = schema["pattern"]?.stringValue
    node.minLength = count("minLength")
    node.maxLength = count("maxLength")
    node.minItems = count("minItems")
    node.maxItems = count("maxItems")
    node.minimum = schema["minimum"]?.encodedString()
    node.maximum = schema["maximum"]?.encodedString()
    node.defaultValue = schema["default"]?.encodedString()
    let values = schema["enum"]?.arrayValue ?? []
    node.enumIsJSON = values.contains { $0.stringValue == nil }
    node.enumeration = values.map { node.enumIsJSON ? $0.encodedString() : $0.stringValue ?? "" }
  }

  private func kind(of schema: JSONValue, _ node: GraphNode) -> SchemaNode.Kind {
    if !node.branches.isEmpty { return .union }
    switch schema["type"]?.stringValue {
    case "null": return .null
    case "boolean": return .bool
    case "integer": return .integer
    case "number": return .number
    case "string": return .string
    case "array": return .array
    case "object": return .object
    default:
      if !node.properties.isEmpty || node.allowsAdditional != nil { return .object }
      return node.items == nil ? .any : .array
    }
  }

  static func types(of kind: SchemaNode.Kind) -> SchemaNode.JSONTypes {
    switch kind {
    case .any, .union: .all
    case .null: .null
    case .bool: .bool
    case .integer: .integer
    case .number: [.integer, .number]
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// One node for all that are equal.
  private mutating func intern(_ node: GraphNode) throws(CatalogueError) -> Int {
    if let place = known[node] { return place }
    let place = try append(node)
    known[node] = place
    return place
  }

  private mutating func append(_ node: GraphNode) throws(CatalogueError) -> Int {
    guard nodes.count < Self.nodeLimit else { throw CatalogueError("more than \(Self.nodeLimit) schema nodes") }
    nodes.append(node)
    return nodes.count - 1
  }
}

// MARK: - Unions

extension SchemaGraph {
  /// Gives every union the properties and elements of all its branches. Called once, when all schemas are in.
  mutating func completeUnions() throws(CatalogueError) {
    var place = 0
    while place < nodes.count {
      if nodes[place].kind == .union { try completeUnion(place) }
      place += 1
    }
  }

  private mutating func completeUnion(_ place: Int) throws(CatalogueError) {
    let leaves = leaves(of: nodes[place].branches)
    var node = nodes[place]
    var accepts: SchemaNode.JSONTypes = node.isNullable ? .null : []
    for leaf in leaves {
      accepts.formUnion(nodes[leaf].accepts)
      if nodes[leaf].isNullable { node.isNullable = true }
    }
    node.accepts = accepts
    let objects = leaves.filter { nodes[$0].accepts.contains(.object) }
    node.isStrict = !objects.isEmpty && objects.allSatisfy { nodes[$0].isStrict }
    // Properties beside `oneOf` say only what is common; where they say nothing, the branches speak.
    var members: [(name: String, nodes: [Int], required: Int)] = []
    for property in node.properties {
      let isEmpty = nodes[property.node].kind == .any
      members.append((property.name, isEmpty ? [] : [property.node], property.isRequired ? objects.count : 0))
    }
    for leaf in objects {
      for property in nodes[leaf].properties {
        let index = members.firstIndex { $0.name == property.name }
        if let index {
          if !members[index].nodes.contains(property.node) { members[index].nodes.append(property.node) }
          members[index].required += property.isRequired ? 1 : 0
        } else {
          members.append((property.name, [property.node], property.isRequired ? 1 : 0))
        }
      }
    }
    var properties: [GraphNode.Property] = []
    for member in members {
      let child = try union(of: member.nodes)
      properties.append(.init(name: member.name, node: child, isRequired: member.required >= objects.count))
    }
    node.properties = properties
    let items = leaves.compactMap { nodes[$0].accepts.contains(.array) ? nodes[$0].items : nil }
    if !items.isEmpty { node.items = try union(of: items) }
    nodes[place] = node
  }

  /// The branches with unions among them opened, each once.
  private func leaves(of branches: [Int]) -> [Int] {
    var seen: Set<Int> = []
    var result: [Int] = []
    var waiting = Array(branches.reversed())
    while let place = waiting.popLast() {
      guard seen.insert(place).inserted else { continue }
      if nodes[place].kind == .union {
        waiting.append(contentsOf: nodes[place].branches.reversed())
      } else {
        result.append(place)
      }
    }
    return result
  }

  /// A node that is any of these: the node itself where it is one, else a union, completed in its turn.
  private mutating func union(of places: [Int]) throws(CatalogueError) -> Int {
    if places.isEmpty { return try add(.emptySchema) }
    if places.count == 1 { return places[0] }
    let leaves = leaves(of: places)
    if leaves.count == 1 { return leaves[0] }
    let key = leaves.sorted()
    if let place = unions[key] { return place }
    var node = GraphNode()
    node.kind = .union
    node.branches = leaves
    let place = try append(node)
    unions[key] = place
    return place
  }
}
