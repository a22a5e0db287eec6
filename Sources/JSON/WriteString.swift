// Strings into a writer: sixteen bytes at a time as they are, one at a time where an escape is due.
import CJSON

extension JSONWriter {
  /// A string, escaped where JSON demands it.
  public mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { text in
      _ = write(text.baseAddress ?? UnsafePointer(buffer), text.count, isChecked: true)
    }
  }

  /// A string of bytes. False, and nothing is written, where they are not UTF-8.
  @discardableResult
  public mutating func string(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else {
      return write(UnsafePointer(buffer), 0, isChecked: true)
    }
    return write(base.assumingMemoryBound(to: UInt8.self), bytes.count, isChecked: false)
  }

  @inline(__always)
  @discardableResult
  mutating func write(_ text: UnsafePointer<UInt8>, _ length: Int, isChecked: Bool) -> Bool {
    let before = written
    let hadComma = needsComma
    separate(length &+ 2)
    buffer[written] = UInt8(ascii: "\"")
    var out = buffer + (written &+ 1)
    var p = text
    var rest = length
    var wide: UInt32 = 0
    while true {
      let step = rest < 16 ? rest : 16
      let mask: UInt32
      if step == 16 {
        mask = cjson_mask(p)
        UnsafeMutableRawPointer(out).storeBytes(
          of: UnsafeRawPointer(p).loadUnaligned(as: SIMD2<UInt64>.self), as: SIMD2<UInt64>.self)
      } else {
        mask = cjson_copy_short(out, p, UInt32(truncatingIfNeeded: step))
      }
      wide |= mask
      if mask & 0xFFFF != 0 {
        written = out - buffer
        return escaped(
          text, length, from: p, wide: isChecked ? 0 : wide, isChecked: isChecked, before: before, hadComma: hadComma)
      }
      out += step
      p += step
      rest &-= step
      if step < 16 { break }
    }
    if !isChecked && wide >> 16 != 0 && UTF8.firstInvalidByte(in: text, count: length) != nil {
      written = before
      needsComma = hadComma
      return false
    }
    out.pointee = UInt8(ascii: "\"")
    written = out - buffer &+ 1
    needsComma = true
    return true
  }

  /// The rest of a string in which something needs an escape.
  @inline(never)
  private mutating func escaped(
    _ text: UnsafePointer<UInt8>, _ length: Int, from start: UnsafePointer<UInt8>, wide seen: UInt32, isChecked: Bool,
    before: Int, hadComma: Bool
  ) -> Bool {
    var p = start
    let end = text + length
    var wide = seen
    while p < end {
      // A block of 16 that is copied as it is, or the part of one before an escape, and the escape's six letters.
      reserve(32)
      let out = buffer + written
      let step = end - p < 16 ? end - p : 16
      let mask: UInt32
      if step == 16 {
        mask = cjson_mask(p)
        UnsafeMutableRawPointer(out).storeBytes(
          of: UnsafeRawPointer(p).loadUnaligned(as: SIMD2<UInt64>.self), as: SIMD2<UInt64>.self)
      } else {
        mask = cjson_copy_tail(out, p, UInt32(truncatingIfNeeded: step))
      }
      wide |= mask
      let special = mask & 0xFFFF
      if special == 0 {
        written &+= step
        p += step
        continue
      }
      let plain = special.trailingZeroBitCount
      written &+= plain &+ Self.escape(p[plain], at: out + plain)
      p += plain &+ 1
    }
    if !isChecked, wide >> 16 != 0, UTF8.firstInvalidByte(in: text, count: length) != nil {
      written = before
      needsComma = hadComma
      return false
    }
    append(UInt8(ascii: "\""))
    needsComma = true
    return true
  }

  /// Writes the escape of a byte, and returns its length.
  @inline(__always)
  private static func escape(_ byte: UInt8, at out: UnsafeMutablePointer<UInt8>) -> Int {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0D: letter = UInt8(ascii: "r")
    case 0x08: letter = UInt8(ascii: "b")
    case 0x0C: letter = UInt8(ascii: "f")
    default:
      // \u00XX: a control character, so the first digit is 0 or 1.
      UnsafeMutableRawPointer(out).storeBytes(of: UInt32(littleEndian: 0x3030_755C), as: UInt32.self)
      let low = byte & 15
      out[4] = UInt8(ascii: "0") &+ byte >> 4
      out[5] = low &+ (low < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
      return 6
    }
    out[0] = UInt8(ascii: "\\")
    out[1] = letter
    return 2
  }
}
