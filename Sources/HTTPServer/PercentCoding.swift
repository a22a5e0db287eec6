// Percent escapes of paths and queries, decoded here because libmicrohttpd's own decoding is turned off: it cuts
// at `%00` and decodes before the path is split.

/// Decoding of percent escapes.
public enum PercentCoding {
  /// The text with its escapes resolved. Nil where an escape is broken, or where the result is not UTF-8 or
  /// holds a NUL.
  public static func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    guard text.utf8.contains(where: { $0 == 0x25 || (plusIsSpace && $0 == 0x2B) }) else { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x25 {
        guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The pairs of a query or a form body, in order. Nil where an escape is broken.
  public static func decodePairs(_ text: Substring) -> [(name: String, value: String)]? {
    var pairs: [(name: String, value: String)] = []
    for part in text.split(separator: "&", omittingEmptySubsequences: true) {
      let cut = part.firstIndex(of: "=") ?? part.endIndex
      let value = cut == part.endIndex ? Substring() : part[part.index(after: cut)...]
      guard let name = decode(part[..<cut], plusIsSpace: true), let value = decode(value, plusIsSpace: true) else {
        return nil
      }
      pairs.append((name, value))
    }
    return pairs
  }
}

extension UInt8 {
  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
