import CJSON

/// Writes one JSON text from its parts: commas and colons come by themselves.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("name"); writer.string("ada")
/// writer.endObject()
/// let bytes = writer.finish()
/// ```
/// It does not check that containers are closed; ``finish()`` gives what was written. Not copyable: it owns its buffer.
public struct JSONWriter: ~Copyable {
  @usableFromInline var buffer: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var written = 0
  @usableFromInline var needsComma = false
  @usableFromInline var isAfterKey = false
  @usableFromInline var depth = 0
  /// Spaces of an indentation step, or 0 for one line without spaces.
  @usableFromInline var indent: Int
  /// Bytes that may be written.
  public let limit: Int
  var hasWrapped = false

  /// - Parameters:
  ///   - pretty: one member a line, indented by two spaces.
  ///   - limit: bytes at most; see ``isOverLimit``.
  public init(pretty: Bool = false, limit: Int = .max, capacity: Int = 256) {
    self.indent = pretty ? 2 : 0
    self.limit = limit
    self.capacity = max(capacity, 64)
    buffer = .allocate(capacity: self.capacity)
  }

  deinit { buffer.deallocate() }

  /// Bytes written so far.
  @inlinable public var count: Int { written }

  /// More than ``limit`` was to be written. What was written is then no JSON text: throw it away.
  public var isOverLimit: Bool { hasWrapped || written > limit }

  /// What was written so far. The writer can go on.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer, count: written)) }

  /// What was written so far, without a copy.
  public func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(UnsafeRawBufferPointer(start: buffer, count: written))
  }

  /// What was written, and the end of the writer.
  public consuming func finish() -> [UInt8] { bytes }

  /// Opens an object; keys and values follow in turn.
  @inlinable public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Closes the innermost object.
  @inlinable public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array; values follow.
  @inlinable public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Closes the innermost array.
  @inlinable public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The key of the next value.
  public mutating func key(_ key: String) {
    string(key)
    colon()
  }

  /// The key of the next value. False, and nothing is written, where the bytes are not UTF-8.
  @inlinable @discardableResult
  public mutating func key(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard string(bytes) else { return false }
    colon()
    return true
  }

  /// Writes `null`.
  @inlinable public mutating func null() { literal(0x6C6C_756E, length: 4) }

  /// Writes `true` or `false`.
  @inlinable public mutating func bool(_ value: Bool) {
    if value {
      literal(0x6575_7274, length: 4)
    } else {
      literal(0x65_736C_6166, length: 5)
    }
  }

  /// A whole number; one beyond 64 bits becomes the nearest within.
  public mutating func integer(_ value: some BinaryInteger) { integer(Int64(clamping: value)) }

  /// A whole number.
  @inlinable public mutating func integer(_ value: Int64) {
    separate(Self.numberRoom)
    written &+= unsafeText { cjson_format_integer(value, $0) }
    needsComma = true
  }

  /// A double in its shortest form that reads back as the same, with `.0` where it is whole.
  /// NaN and infinity, which JSON cannot say, are written as null.
  @inlinable public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate(Self.numberRoom)
    written &+= unsafeText { cjson_format_number(value, $0) }
    needsComma = true
  }

  /// A value that is JSON text already; it is not looked at.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate(json.underestimatedCount)
    for byte in json { append(byte) }
    needsComma = true
  }
}
