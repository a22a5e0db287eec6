// The forms in which a secret may turn up in text: as it is, backwards, and under the usual encodings.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum SecretForms {
  /// The value itself, backwards, and as JSON, hex, percent-encoding and base64 have it.
  static func all(of value: [UInt8]) -> [[UInt8]] {
    var forms = [value, value.reversed(), hexadecimal(value), escaped(value)]
    forms += [percentEncoded(value, isStrict: false), percentEncoded(value, isStrict: true)]
    forms += (0..<3).map { base64(value, alignment: $0) }
    // Case and order beyond ASCII are those of characters.
    if value.contains(where: { $0 >= 0x80 }), let text = String(validating: value, as: UTF8.self) {
      forms += [text.uppercased(), text.lowercased(), String(text.reversed())].map { Array($0.utf8) }
    }
    return forms
  }

  /// What of a value is the secret. The address of a server, and the header that all pictures of a kind begin with,
  /// stand in ordinary values too.
  static func secretPart(of value: [UInt8]) -> ArraySlice<UInt8> {
    for scheme in ["https://", "http://"] where value.starts(with: scheme.utf8) {
      return value.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    }
    if value.starts(with: "data:".utf8), let comma = value.prefix(100).firstIndex(of: UInt8(ascii: ",")) {
      // Behind the comma: signature and first chunk of a PNG, 33 bytes, which depend on its size alone.
      return value[(comma + 1)...].dropFirst(44)
    }
    return value[...]
  }

  /// As it stands in JSON, and but for control characters in a Lua literal.
  static func escaped(_ value: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(value.count + 16)
    for byte in value {
      switch byte {
      case 10: escaped += "\\n".utf8
      case 13: escaped += "\\r".utf8
      case 9: escaped += "\\t".utf8
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        escaped.append(UInt8(ascii: "\\"))
        escaped.append(byte)
      case 0..<32:
        escaped += "\\u00".utf8
        append(byte, to: &escaped)
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  /// The part of the base64 text that does not depend on what stands before and after the value, where the value
  /// begins at byte `alignment` of a group of three.
  private static func base64(_ value: [UInt8], alignment: Int) -> [UInt8] {
    let padded = [UInt8](repeating: 0, count: alignment) + value
    let whole = padded.count / 3 * 3
    let text = Array(Data(padded[..<whole]).base64EncodedString().utf8)
    return Array(text.dropFirst(alignment == 0 ? 0 : alignment + 1))
  }

  private static func hexadecimal(_ value: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(value.count * 2)
    for byte in value { append(byte, to: &digits) }
    return digits
  }

  private static func append(_ byte: UInt8, to digits: inout [UInt8]) {
    digits.append(byte >> 4 < 10 ? byte >> 4 + 48 : byte >> 4 + 87)
    digits.append(byte & 15 < 10 ? byte & 15 + 48 : byte & 15 + 87)
  }

  /// - Parameter isStrict: whether `-._~` are encoded too.
  private static func percentEncoded(_ value: [UInt8], isStrict: Bool) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(value.count + 16)
    for byte in value {
      switch byte {
      case 48...57, 65...90, 97...122: encoded.append(byte)
      case 0x2D where !isStrict, 0x2E where !isStrict, 0x5F where !isStrict, 0x7E where !isStrict: encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        append(byte, to: &encoded)
      }
    }
    return encoded
  }
}
