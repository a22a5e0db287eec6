// The small types around a schema node.

extension SchemaNode {
  /// The kind of a node. A union has branches; `any` says nothing about the value.
  public enum Kind: UInt8, Sendable {
    case any = 0
    case null, bool, integer, number, string, array, object, union
  }

  /// What an object may hold besides its listed properties.
  public enum Additional: Sendable {
    case closed
    case open
    /// Any key, with values of this schema.
    case schema(SchemaNode)
  }

  /// A listed property of an object.
  public struct Property: Sendable {
    let storage: CatalogueStorage
    let nameWord: UInt32

    public var name: String { storage.string(nameWord & ~Layout.requiredBit) }
    public let node: SchemaNode
    public var isRequired: Bool { nameWord & Layout.requiredBit != 0 }
  }

  /// A set of JSON types.
  public struct JSONTypes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let null = JSONTypes(rawValue: 1)
    public static let bool = JSONTypes(rawValue: 2)
    public static let integer = JSONTypes(rawValue: 4)
    /// A number with a fraction.
    public static let number = JSONTypes(rawValue: 8)
    public static let string = JSONTypes(rawValue: 16)
    public static let array = JSONTypes(rawValue: 32)
    public static let object = JSONTypes(rawValue: 64)
    public static let all = JSONTypes(rawValue: 127)
  }
}
