import JSON

/// What a script's value stands for; the plainest way there is to its JSON text.
indirect enum Node {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text([UInt8])
  case array([Node])
  case object([[UInt8]: Node])
  /// No JSON stands for it.
  case refused

  /// Tables inside of one another; and values altogether, shared ones counted as often as they are met.
  var depth: Int {
    switch self {
    case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    case .object(let members): 1 + (members.values.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  var isRefused: Bool {
    switch self {
    case .refused: true
    case .number(let value): !value.isFinite
    case .text(let text): !Self.isUTF8(text)
    case .array(let elements): elements.contains(where: \.isRefused)
    case .object(let members): members.contains { !Self.isUTF8($0.key) || $0.value.isRefused }
    default: false
    }
  }

  private static func isUTF8(_ text: [UInt8]) -> Bool { String(validating: text, as: UTF8.self) != nil }

  /// Members in the order of their keys' bytes, no spaces.
  func write(to out: inout [UInt8]) {
    switch self {
    case .null, .refused: out += Array("null".utf8)
    case .bool(let value): out += Array("\(value)".utf8)
    case .integer(let value): out += Array("\(value)".utf8)
    case .number(let value): out += JSONValue.number(value).encoded()
    case .text(let text): Self.write(text, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        element.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static let escapes: [UInt8: String] = [
    0x22: "\\\"", 0x5C: "\\\\", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t",
  ]

  private static func write(_ text: [UInt8], to out: inout [UInt8]) {
    out.append(0x22)
    for byte in text {
      if let escape = escapes[byte] {
        out += Array(escape.utf8)
      } else if byte < 0x20 {
        out += Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
      } else {
        out.append(byte)
      }
    }
    out.append(0x22)
  }
}
