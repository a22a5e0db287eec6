// One node of a schema, read in place.

import JSON

/// What is known about a value: its type, its members, what it may be.
///
/// Under a union (`oneOf`) the members of all branches are members of the union, so that a value can be read
/// without knowing which branch it is. Schemas may be cyclic: never walk one without a bound.
public struct SchemaNode: Sendable {
  let storage: CatalogueStorage
  /// The node's identity within its catalogue; equal nodes have equal identities. Never 0.
  public let id: UInt32

  private var first: UInt32 { storage.word(Int(id)) }

  /// The offset of an optional word, `nil` where the node does not have it.
  private func place(_ field: Layout.NodeField) -> Int? {
    let bits = first
    let bit: UInt32 = 1 << field.rawValue
    guard bits & bit != 0 else { return nil }
    return Int(id) + 1 + (bits & (bit - 1) & Self.presence).nonzeroBitCount
  }
  private static let presence: UInt32 = 0x3FFF_0000

  private func field(_ field: Layout.NodeField) -> UInt32? { place(field).map { storage.word($0) } }
  private func text(_ field: Layout.NodeField) -> String? { self.field(field).map { storage.string($0) } }
  private func child(_ field: Layout.NodeField) -> SchemaNode? {
    self.field(field).map { SchemaNode(storage: storage, id: $0) }
  }

  public var kind: Kind { Kind(rawValue: UInt8(first & Layout.NodeBits.kindMask)) ?? .any }
  /// The JSON types that a value may have, `null` among them where it is nullable.
  public var accepts: JSONTypes {
    JSONTypes(rawValue: UInt8((first >> Layout.NodeBits.acceptsShift) & 0x7F))
  }
  public var isNullable: Bool { first & Layout.NodeBits.nullable != 0 }
  public var isDeprecated: Bool { first & Layout.NodeBits.deprecated != 0 }
  /// Whether it lists its properties and has no others: reading or sending another one is a mistake.
  public var isStrict: Bool { first & Layout.NodeBits.strict != 0 }

  /// What else than the listed properties an object may have.
  public var additional: Additional {
    if let schema = child(.additional) { return .schema(schema) }
    return isStrict ? .closed : .open
  }

  /// The elements of an array.
  public var items: SchemaNode? { child(.items) }
  public var format: String? { text(.format) }
  public var pattern: String? { text(.pattern) }
  public var minLength: Int? { field(.minLength).map { Int($0) } }
  public var maxLength: Int? { field(.maxLength).map { Int($0) } }
  public var minItems: Int? { field(.minItems).map { Int($0) } }
  public var maxItems: Int? { field(.maxItems).map { Int($0) } }
  public var minimum: Double? { text(.minimum).flatMap { Double($0) } }
  public var maximum: Double? { text(.maximum).flatMap { Double($0) } }
  public var defaultValue: JSONValue? { text(.defaultValue).flatMap { Self.parse($0) } }

  /// The values that it may have, `nil` where any will do.
  public var enumValues: [JSONValue]? {
    let (start, count) = enumRange
    guard count > 0 else { return nil }
    let isJSON = first & Layout.NodeBits.enumIsJSON != 0
    return (0..<count).map {
      let text = storage.string(storage.word(start + $0))
      return isJSON ? Self.parse(text) ?? .null : .string(text)
    }
  }

  /// The texts that it may be, empty where any will do or where not all values are texts.
  public var enumStrings: [String] {
    guard first & Layout.NodeBits.enumIsJSON == 0 else { return [] }
    let (start, count) = enumRange
    return (0..<count).map { storage.string(storage.word(start + $0)) }
  }

  /// The alternatives of a union.
  public var branches: [SchemaNode] {
    let (start, count) = branchRange
    return (0..<count).map { SchemaNode(storage: storage, id: storage.word(start + $0)) }
  }

  /// The listed properties in documented order; of a union, those of all branches.
  public var properties: [Property] {
    let (start, count) = propertyRange
    return (0..<count).map { property(at: start + $0 * 2) }
  }

  /// The listed property of that name.
  public func property(named name: String) -> Property? {
    var name = name
    return name.withUTF8 { property(utf8: UnsafeRawBufferPointer($0)) }
  }

  /// The listed property whose name is these bytes. Allocates nothing.
  public func property(utf8 name: UnsafeRawBufferPointer) -> Property? {
    let (start, count) = propertyRange
    for position in 0..<count {
      let place = start + position * 2
      if storage.string(storage.word(place) & ~Layout.requiredBit, equals: name) { return property(at: place) }
    }
    return nil
  }

  private func property(at place: Int) -> Property {
    Property(
      storage: storage, nameWord: storage.word(place),
      node: SchemaNode(storage: storage, id: storage.word(place + 1)))
  }

  private var listStart: Int { Int(id) + 1 + (first & Self.presence).nonzeroBitCount }
  private var enumRange: (Int, Int) {
    (listStart, storage.count(field(.enumCount) ?? 0, of: 1, at: listStart))
  }
  private var branchRange: (Int, Int) {
    let start = listStart + enumRange.1
    return (start, storage.count(field(.branchCount) ?? 0, of: 1, at: start))
  }
  private var propertyRange: (Int, Int) {
    guard let count = field(.propertyCount) else { return (0, 0) }
    let start = listStart + Int(field(.enumCount) ?? 0) + Int(field(.branchCount) ?? 0)
    return (start, storage.count(count, of: 2, at: start))
  }

  private static func parse(_ text: String) -> JSONValue? { try? JSONValue.parse(Array(text.utf8)) }
}

extension SchemaNode: Hashable {
  public static func == (one: SchemaNode, other: SchemaNode) -> Bool {
    one.id == other.id && one.storage === other.storage
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
