// Strings: found sixteen bytes at a time, left where they are unless they hold an escape.
import CJSON

extension Scan {
  /// `p` is on the opening quote; afterwards it is behind the closing one.
  @inline(__always)
  mutating func string(_ tape: JSONTape) -> Bool {
    let start = p + 1
    var q = start
    var wide: UInt32 = 0
    while true {
      let mask = cjson_mask(q)
      let special = mask & 0xFFFF
      if special == 0 {
        wide |= mask
        q += 16
        continue
      }
      let index = special.trailingZeroBitCount
      wide |= mask & (((1 &<< UInt32(truncatingIfNeeded: index)) &- 1) &<< 16)
      q += index
      break
    }
    guard q.pointee == UInt8(ascii: "\"") else { return slowString(start, q, tape) }
    if wide >> 16 != 0, !checkUTF8(start, q) { return false }
    emit(
      CJSON_STRING,
      UInt64(truncatingIfNeeded: q - start) &<< 32 | UInt64(truncatingIfNeeded: start - source))
    p = q + 1
    return true
  }

  @inline(never)
  mutating func checkUTF8(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
    guard let bad = UTF8.firstInvalidByte(in: start, count: end - start) else { return true }
    p = start + bad
    return stop("the text is not UTF-8")
  }

  /// A string with an escape, or a broken one: `q` is on the first byte that cannot stay as it is.
  @inline(never)
  mutating func slowString(
    _ start: UnsafePointer<UInt8>, _ firstSpecial: UnsafePointer<UInt8>, _ tape: JSONTape
  ) -> Bool {
    guard firstSpecial.pointee == UInt8(ascii: "\\") else {
      p = firstSpecial
      return badByte()
    }
    let text = tape.sideBuffer()
    let offset = tape.textCount
    var out = text + offset
    var from = start
    p = firstSpecial
    while true {
      // Copy what stands before the special byte.
      let plain = p - from
      out.update(from: from, count: plain)
      out += plain
      guard p.pointee == UInt8(ascii: "\\") else { break }
      guard escape(&out) else { return false }
      from = p
      while true {
        let special = cjson_mask(p) & 0xFFFF
        if special != 0 {
          p += special.trailingZeroBitCount
          break
        }
        p += 16
      }
    }
    guard p.pointee == UInt8(ascii: "\"") else { return badByte() }
    let length = out - (text + offset)
    if !checkUnescaped(text + offset, length, string: start) { return false }
    p += 1
    tape.textCount = offset + length
    emit(CJSON_TEXT, UInt64(length) << 32 | UInt64(offset))
    return true
  }

  private mutating func checkUnescaped(
    _ text: UnsafePointer<UInt8>, _ length: Int, string start: UnsafePointer<UInt8>
  ) -> Bool {
    // What an escape stands for is valid, so a fault is one of the source's own bytes; they come in order.
    guard UTF8.firstInvalidByte(in: text, count: length) != nil else { return true }
    if let bad = UTF8.firstInvalidByte(in: start, count: p - start) { p = start + bad }
    return stop("the text is not UTF-8")
  }

  private mutating func badByte() -> Bool {
    if isAtEnd { return stop("the text ends inside a string") }
    return stop("a control character (\(p.pointee)) stands in a string; write it as an escape")
  }

  /// `p` is on a backslash; afterwards it is behind the escape.
  private mutating func escape(_ out: inout UnsafeMutablePointer<UInt8>) -> Bool {
    let plain: UInt8
    switch p[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = p[1]
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"): return unicodeEscape(&out)
    default:
      return stop("a backslash begins no escape here")
    }
    out.pointee = plain
    out += 1
    p += 2
    return true
  }

  private mutating func unicodeEscape(_ out: inout UnsafeMutablePointer<UInt8>) -> Bool {
    guard let first = hexadecimal(p + 2) else { return stop("\\u needs four hexadecimal digits") }
    var code = first
    var length = 6
    if first >= 0xD800 && first < 0xE000 {
      guard first < 0xDC00, p[6] == UInt8(ascii: "\\"), p[7] == UInt8(ascii: "u"),
        let second = hexadecimal(p + 8), second >= 0xDC00 && second < 0xE000
      else { return stop("half of a surrogate pair stands alone") }
      code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 12
    }
    guard let scalar = Unicode.Scalar(code) else { return stop("\\u names no character") }
    for byte in UTF8.encode(scalar).unsafelyUnwrapped {
      out.pointee = byte
      out += 1
    }
    p += length
    return true
  }

  private func hexadecimal(_ p: UnsafePointer<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      let digit: UInt8
      switch p[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = p[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = p[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = p[index] - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
