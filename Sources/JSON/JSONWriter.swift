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
  var buffer: UnsafeMutablePointer<UInt8>
  public internal(set) var count = 0
  var capacity: Int
  var needsComma = false
  /// Spaces an indentation step has, or 0 for one line without spaces.
  public private(set) var indent: Int
  private var depth = 0
  private var isAfterKey = false
  /// Bytes that may be written.
  public let limit: Int
  /// More than ``limit`` was to be written. What was written is then no JSON text: throw it away.
  public var isOverLimit: Bool { hasWrapped || count > limit }
  private var hasWrapped = false

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

  /// What was written so far. The writer can go on.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer, count: count)) }

  /// What was written so far, without a copy.
  public func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(UnsafeRawBufferPointer(start: buffer, count: count))
  }

  public consuming func finish() -> [UInt8] { bytes }

  /// The buffer with the text, and the text's length. Valid until the next write.
  public var storage: (UnsafePointer<UInt8>, Int) { (UnsafePointer(buffer), count) }

  /// Throws the text away, and the memory over `bytes`.
  public mutating func shrink(to bytes: Int) {
    reset(pretty: indent > 0)
    guard capacity > bytes else { return }
    buffer.deallocate()
    capacity = max(bytes, 64)
    buffer = .allocate(capacity: capacity)
  }

  /// Starts anew, keeping the memory.
  public mutating func reset(pretty: Bool = false) {
    indent = pretty ? 2 : 0
    isAfterKey = false
    count = 0
    depth = 0
    needsComma = false
    hasWrapped = false
  }

  /// A place in the text, to come back to.
  public struct Mark {
    let count: Int
    let needsComma: Bool
    let isAfterKey: Bool
    let depth: Int
  }

  public var mark: Mark {
    Mark(count: count, needsComma: needsComma, isAfterKey: isAfterKey, depth: depth)
  }

  /// Takes back what was written since the mark.
  public mutating func back(to mark: Mark) {
    count = min(count, mark.count)
    needsComma = mark.needsComma
    isAfterKey = mark.isAfterKey
    depth = mark.depth
  }

  /// Where the next value will begin, behind the comma that is due before it.
  public var nextStart: Int { needsComma ? count + 1 : count }

  /// Puts the parts of the text from `start` on in another order, with commas between them. They must be all of it.
  public mutating func reorder(from start: Int, _ parts: [Range<Int>]) {
    guard !isOverLimit, parts.count > 1, count > start else { return }
    let copy = Array(UnsafeBufferPointer(start: buffer + start, count: count - start))
    var out = start
    for (index, part) in parts.enumerated() {
      if index > 0 {
        buffer[out] = UInt8(ascii: ",")
        out += 1
      }
      for byte in copy[(part.lowerBound - start)..<(part.upperBound - start)] {
        buffer[out] = byte
        out += 1
      }
    }
  }

  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The key of the next value.
  public mutating func key(_ key: String) {
    string(key)
    colon()
  }

  /// The key of the next value. False, and nothing is written, where the bytes are not UTF-8.
  @discardableResult
  public mutating func key(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard string(bytes) else { return false }
    colon()
    return true
  }

  public mutating func null() { literal(0x6C6C_756E, length: 4) }
  public mutating func bool(_ value: Bool) {
    if value {
      literal(0x6575_7274, length: 4)
    } else {
      literal(0x65_736C_6166, length: 5)
    }
  }

  public mutating func integer(_ value: some BinaryInteger) {
    separate(Self.numberRoom)
    count += formatInteger(Int64(clamping: value), at: buffer + count)
    needsComma = true
  }

  /// A double in its shortest form that reads back as the same, with `.0` where it is whole.
  /// NaN and infinity, which JSON cannot say, are written as null.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate(Self.numberRoom)
    count += formatNumber(value, at: buffer + count)
    needsComma = true
  }

  /// A value that is JSON text already; it is not looked at.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate(json.underestimatedCount)
    for byte in json { append(byte) }
    needsComma = true
  }

  /// One byte as it is, without a comma before it.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count &+= 1
  }

  /// A comma, a line break where wanted, and room for `bytes` more (and 32 to spare).
  @inline(__always)
  mutating func separate(_ bytes: Int) {
    reserve(bytes)
    if needsComma {
      buffer[count] = UInt8(ascii: ",")
      count &+= 1
    }
    if indent > 0 { breakLine(bytes) }
  }

  /// Room for `bytes` more, and 32 to spare.
  @inline(__always)
  mutating func reserve(_ bytes: Int) {
    if capacity &- count < bytes &+ 32 { grow(bytes) }
  }

  @inline(__always)
  private mutating func begin(_ bracket: UInt8) {
    separate(1)
    buffer[count] = bracket
    count &+= 1
    depth &+= 1
    needsComma = false
  }

  @inline(__always)
  private mutating func end(_ bracket: UInt8) {
    reserve(1)
    depth &-= 1
    if indent > 0 && needsComma {
      breakLine(1)
    }
    buffer[count] = bracket
    count &+= 1
    needsComma = true
  }

  @inline(__always)
  private mutating func colon() {
    reserve(2)
    buffer[count] = UInt8(ascii: ":")
    count &+= 1
    if indent > 0 {
      buffer[count] = UInt8(ascii: " ")
      count &+= 1
    }
    needsComma = false
    isAfterKey = true
  }

  @inline(__always)
  private mutating func literal(_ letters: UInt64, length: Int) {
    separate(8)
    UnsafeMutableRawPointer(buffer + count).storeBytes(of: UInt64(littleEndian: letters), as: UInt64.self)
    count &+= length
    needsComma = true
  }

  @inline(never)
  private mutating func breakLine(_ bytes: Int) {
    if isAfterKey || depth == 0 && count == 0 {
      isAfterKey = false
      return
    }
    append(UInt8(ascii: "\n"))
    for _ in 0..<depth * indent { append(UInt8(ascii: " ")) }
    reserve(bytes)
  }

  @inline(never)
  private mutating func grow(_ bytes: Int) {
    if count > limit {
      // Nobody reads what comes now: write it over the beginning, within the memory there is.
      hasWrapped = true
      count = 0
    }
    let needed = count + bytes + 32
    guard needed > capacity else { return }
    let larger = max(needed, capacity * 2)
    let newBuffer = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    newBuffer.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = newBuffer
    capacity = larger
  }
}
