// The writer's buffer: room, separators, line breaks.
import CJSON

extension JSONWriter {
  /// Room for any number's text.
  @inlinable static var numberRoom: Int { Int(CJSON_NUMBER_ROOM) }

  /// The end of the text, for a C function that writes there.
  @inlinable @inline(__always)
  func unsafeText(_ body: (UnsafeMutablePointer<CChar>) -> Int) -> Int {
    body(UnsafeMutableRawPointer(buffer + written).assumingMemoryBound(to: CChar.self))
  }

  /// One byte as it is, without a comma before it.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    buffer[written] = byte
    written &+= 1
  }

  /// Room for `bytes` more, and 32 to spare.
  @inlinable @inline(__always)
  mutating func reserve(_ bytes: Int) {
    if capacity &- written < bytes &+ 32 { grow(bytes) }
  }

  /// A comma and a line break where they are due, and room for `bytes` more (and 30 to spare).
  @inlinable @inline(__always)
  mutating func separate(_ bytes: Int) {
    reserve(bytes)
    if needsComma {
      buffer[written] = UInt8(ascii: ",")
      written &+= 1
    }
    if indent > 0 { breakLine(bytes) }
  }

  @inlinable @inline(__always)
  mutating func begin(_ bracket: UInt8) {
    separate(1)
    buffer[written] = bracket
    written &+= 1
    depth &+= 1
    needsComma = false
  }

  @inlinable @inline(__always)
  mutating func end(_ bracket: UInt8) {
    reserve(1)
    depth &-= 1
    if indent > 0 && needsComma { breakLine(1) }
    buffer[written] = bracket
    written &+= 1
    needsComma = true
  }

  @inlinable @inline(__always)
  mutating func colon() {
    reserve(2)
    buffer[written] = UInt8(ascii: ":")
    written &+= 1
    if indent > 0 {
      buffer[written] = UInt8(ascii: " ")
      written &+= 1
    }
    needsComma = false
    isAfterKey = true
  }

  /// Up to eight letters at once, given as little-endian bytes.
  @inlinable @inline(__always)
  mutating func literal(_ letters: UInt64, length: Int) {
    separate(8)
    UnsafeMutableRawPointer(buffer + written).storeBytes(of: UInt64(littleEndian: letters), as: UInt64.self)
    written &+= length
    needsComma = true
  }

  @inline(never) @usableFromInline
  mutating func breakLine(_ bytes: Int) {
    if isAfterKey || depth == 0 && written == 0 {
      isAfterKey = false
      return
    }
    append(UInt8(ascii: "\n"))
    for _ in 0..<depth * indent { append(UInt8(ascii: " ")) }
    reserve(bytes)
  }

  @inline(never) @usableFromInline
  mutating func grow(_ bytes: Int) {
    if written > limit {
      // Nobody reads what comes now: write it over the beginning, within the memory there is.
      hasWrapped = true
      written = 0
    }
    let needed = written + bytes + 32
    guard needed > capacity else { return }
    resize(max(needed, capacity * 2))
  }

  private mutating func resize(_ size: Int) {
    let newBuffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    newBuffer.update(from: buffer, count: written)
    buffer.deallocate()
    buffer = newBuffer
    capacity = size
  }

  /// The buffer with the text, and the text's length. Valid until the next write.
  public var storage: (UnsafePointer<UInt8>, Int) { (UnsafePointer(buffer), written) }

  /// Starts anew, keeping the memory.
  public mutating func reset(pretty: Bool = false) {
    indent = pretty ? 2 : 0
    isAfterKey = false
    written = 0
    depth = 0
    needsComma = false
    hasWrapped = false
  }

  /// Throws the text away, and the memory over `bytes`.
  public mutating func shrink(to bytes: Int) {
    reset(pretty: indent > 0)
    if capacity > bytes { resize(max(bytes, 64)) }
  }
}
