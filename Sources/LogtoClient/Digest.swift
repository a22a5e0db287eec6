// SHA-256, by the libcrypto that libcurl has loaded.

import CCrypto

package enum Digest {
  /// The SHA-256 of the bytes as 64 hexadecimal digits; nil where no libcrypto can be loaded.
  package static func sha256(_ bytes: [UInt8]) -> String? {
    var digest = [UInt8](repeating: 0, count: 32)
    guard ccrypto_sha256(bytes, bytes.count, &digest) == 0 else { return nil }
    return digest.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
