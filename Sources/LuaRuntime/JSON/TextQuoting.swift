// Text of unknown origin for a reader's eyes: in quotes, without anything that a terminal acts on.

enum TextQuoting {
  /// The bytes as a Lua string literal. Control characters (terminal escapes among them), characters that change the
  /// direction of text and bytes that are not UTF-8 are written as escapes. Text longer than `limit` bytes is cut, and
  /// what was left out is counted behind the closing quote.
  static func quoted(_ bytes: UnsafeRawBufferPointer, limit: Int) -> String {
    var shown = bytes.count
    if bytes.count > limit {
      shown = limit
      // Not in the middle of a character.
      while shown > 0 && shown > limit - 4 && bytes[shown] & 0xC0 == 0x80 { shown -= 1 }
    }
    var out = "\""
    append(UnsafeRawBufferPointer(rebasing: bytes[..<shown]), to: &out)
    out += "\""
    if shown < bytes.count { out += " (and \(bytes.count - shown) bytes more)" }
    return out
  }

  private static func append(_ bytes: UnsafeRawBufferPointer, to out: inout String) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        append(scalar, to: &out)
        offset += UTF8.width(scalar)
      case .error:
        // The decoder does not say how much it took: show one byte and begin anew behind it.
        guard offset < bytes.count else { return }
        out += hexadecimal(bytes[offset])
        offset += 1
        decoder = UTF8()
        iterator = UnsafeRawBufferPointer(rebasing: bytes[offset...]).makeIterator()
      case .emptyInput: return
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String) {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      if isUnsafe(scalar) {
        out += scalar.value < 0x80 ? hexadecimal(UInt8(scalar.value)) : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }

  /// Control characters, and what reorders or hides text: bidirectional controls, zero-width characters, line and
  /// paragraph separators, the byte order mark.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\x" + (digits.count == 1 ? "0" + digits : digits)
  }
}
