// Whether bytes are JSON, decided as plainly as can be: the grammar of RFC 8259, a byte at a time. What the scanner
// accepts and refuses is compared with it.
public struct Oracle {
  private let bytes: [UInt8]
  private var at = 0
  private let maxDepth: Int

  public static func accepts(_ bytes: [UInt8], maxDepth: Int = 128) -> Bool {
    var oracle = Oracle(bytes: bytes, maxDepth: maxDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { oracle.at = 3 }
    guard oracle.value(0) else { return false }
    oracle.space()
    return oracle.at == bytes.count
  }

  private init(bytes: [UInt8], maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func space() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[at...].starts(with: text.utf8) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func value(_ depth: Int) -> Bool {
    space()
    switch next {
    case UInt8(ascii: "{"): return members(depth, close: "}", isObject: true)
    case UInt8(ascii: "["): return members(depth, close: "]", isObject: false)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return take("true")
    case UInt8(ascii: "f"): return take("false")
    case UInt8(ascii: "n"): return take("null")
    default: return number()
    }
  }

  private mutating func members(_ depth: Int, close: String, isObject: Bool) -> Bool {
    guard depth < maxDepth else { return false }
    at += 1
    space()
    if take(close) { return true }
    while true {
      if isObject {
        space()
        guard next == UInt8(ascii: "\""), string() else { return false }
        space()
        guard take(":") else { return false }
      }
      guard value(depth + 1) else { return false }
      space()
      if take(close) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func digits() -> Bool {
    let start = at
    while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
    return at > start
  }

  private mutating func number() -> Bool {
    let start = at
    _ = take("-")
    if !take("0") && !digits() { return false }
    if take(".") && !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() else { return false }
    }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self))?.isFinite == true
  }

  private mutating func string() -> Bool {
    at += 1
    var text: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self) != nil
      case 0..<0x20: return false
      case UInt8(ascii: "\\"):
        guard let escape = next else { return false }
        at += 1
        if escape == UInt8(ascii: "u") {
          guard let first = unit() else { return false }
          if (0xDC00..<0xE000).contains(first) { return false }
          if (0xD800..<0xDC00).contains(first) {
            guard take("\\u"), let second = unit(), (0xDC00..<0xE000).contains(second) else { return false }
          }
        } else if !"\"\\/bfnrt".utf8.contains(escape) {
          return false
        }
        // What an escape stands for separates the bytes around it.
        text.append(UInt8(ascii: "."))
      default: text.append(byte)
      }
    }
    return false
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    let digits = bytes[at..<at + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
    at += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
