// Strings into a writer: sixteen bytes at a time as they are, one at a time where an escape is due.
import CJSON

extension JSONWriter {
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
        return escaped(text, length, from: p, isChecked: isChecked, before: before, hadComma: hadComma)
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
    _ text: UnsafePointer<UInt8>, _ length: Int, from start: UnsafePointer<UInt8>, isChecked: Bool, before: Int,
    hadComma: Bool
  ) -> Bool {
    if !isChecked && UTF8.firstInvalidByte(in: text, count: length) != nil {
      written = before
      needsComma = hadComma
      return false
    }
    var p = start
    let end = text + length
    while p < end {
      // 16 bytes of text are at most 96 of JSON.
      let step = min(16, end - p)
      reserve(6 * 16)
      let mask =
        step == 16
        ? copyBlock(p)
        : cjson_copy_tail(buffer + written, p, UInt32(truncatingIfNeeded: step))
      let special = mask & 0xFFFF
      if special == 0 {
        written &+= step
        p += step
        continue
      }
      let plain = special.trailingZeroBitCount
      written &+= plain
      p += plain
      escape(p.pointee)
      p += 1
    }
    append(UInt8(ascii: "\""))
    needsComma = true
    return true
  }

  @inline(__always)
  private func copyBlock(_ p: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeMutableRawPointer(buffer + written).copyMemory(from: p, byteCount: 16)
    return cjson_mask(p)
  }

  private mutating func escape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      for letter in "u00".utf8 { append(letter) }
      for digit in [byte >> 4, byte & 15] {
        append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }
}
