// Base64 (RFC 4648 §4), and the form for URLs (§5).

/// Encoding of bytes as text.
enum Base64 {
  private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let forURL = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// With padding.
  static func encode(_ bytes: [UInt8]) -> String { encode(bytes, alphabet: standard, padding: true) }

  /// With `-` and `_`, without padding: for PKCE (RFC 7636) and JWTs.
  static func encodeForURL(_ bytes: [UInt8]) -> String { encode(bytes, alphabet: forURL, padding: false) }

  private static func encode(_ bytes: [UInt8], alphabet: [UInt8], padding: Bool) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * (3 - UInt32(group.count)))
      for place in 0...group.count { text.append(alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)]) }
      if padding { for _ in group.count..<3 { text.append(UInt8(ascii: "=")) } }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
