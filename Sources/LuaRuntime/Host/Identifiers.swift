/// A function of the host's, as scripts call it. The numbers are the host's own; those from `0x8000_0000` are the
/// runtime's.
public struct FunctionID: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  var isOfRuntime: Bool { rawValue & 0x8000_0000 != 0 }
}

/// Something that a script waits for. The host hands out the numbers.
public struct WaitID: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// A schema of the host's ``SchemaSource``.
public struct SchemaID: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Free-form data.
  public static let none = SchemaID(rawValue: 0)
}

/// A table of the host's whose fields are made when they are first read. The numbers below ``prelude`` are the host's
/// own.
public struct NamespaceID: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// The `host` table that every prelude module gets as its one argument. Scripts cannot reach it.
  public static let prelude = NamespaceID(rawValue: 0x7FFF_FFFF)
}
