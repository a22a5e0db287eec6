// Proof Key for Code Exchange (RFC 7636): a code is worth nothing to who has only seen it pass.

import CCrypto

/// A verifier and the challenge that goes before it.
struct PKCE: Sendable {
  let verifier: Secret
  /// `S256`: the SHA-256 of the verifier, in base64 for URLs.
  let challenge: String

  /// - Parameter verifier: 43 to 128 unreserved characters; `nil` draws one of 256 random bits.
  /// - Throws: kind `validation` where libcrypto is missing or the verifier is none.
  init(verifier: Secret? = nil) throws(LogtoError) {
    let verifier = verifier ?? Secret(PKCE.random(bytes: 32))
    let bytes = Array(verifier.reveal().utf8)
    guard (43...128).contains(bytes.count), PercentEncoding.encode(verifier.reveal()).utf8.count == bytes.count else {
      throw LogtoError(
        .validation, "the code verifier must have 43 to 128 letters, digits, '-', '.', '_' or '~' (RFC 7636)",
        code: "invalid_verifier")
    }
    var digest = [UInt8](repeating: 0, count: 32)
    guard ccrypto_sha256(bytes, bytes.count, &digest) == 0 else {
      throw LogtoError(
        .validation, "a sign-in needs libcrypto (OpenSSL), which cannot be loaded", code: "no_libcrypto",
        hint: "install it: apt-get install libssl3")
    }
    self.verifier = verifier
    challenge = Base64.encodeForURL(digest)
  }

  /// Random text out of the characters of base64 for URLs.
  static func random(bytes count: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64.encodeForURL((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
