import LuaRuntime

/// One strict object whose property `a` is itself again, `b` a list of it, `c` free; a list of it; so that any text
/// can stand under a schema.
public final class FuzzSchemas: SchemaSource {
  public static let object = SchemaID(rawValue: 1)
  public static let list = SchemaID(rawValue: 2)
  public static let free = SchemaID(rawValue: 3)

  public init() {}

  public func property(_ key: UnsafeRawBufferPointer, of schema: SchemaID) -> SchemaID {
    guard schema == Self.object, key.count == 1 else { return .none }
    switch key[0] {
    case UInt8(ascii: "a"): return Self.object
    case UInt8(ascii: "b"): return Self.list
    case UInt8(ascii: "c"): return Self.free
    default: return .none
    }
  }
  public func element(of schema: SchemaID) -> SchemaID { schema == Self.list ? Self.object : .none }
  public func shape(of schema: SchemaID) -> SchemaShape {
    schema == Self.object ? .object : schema == Self.list ? .array : .any
  }
  public func isStrict(_ schema: SchemaID) -> Bool { schema == Self.object }
  public func propertyNames(of schema: SchemaID) -> [String] { schema == Self.object ? ["a", "b", "c"] : [] }
  public func isNullable(_ schema: SchemaID) -> Bool { schema == Self.object }
  public func missingField(_ key: String, in schema: SchemaID) -> String { "no field '\(key)'" }
}
