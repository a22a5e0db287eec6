/// Which keys say that their value is a secret, where no place is documented.
enum SecretKeys {
  private static let words = [
    "secret", "password", "passwd", "token", "privatekey", "apikey", "accesskey", "accountkey", "authkey", "signingkey",
    "credential", "assertion", "cookie", "codeverifier",
  ]
  private static let harmlessEnds = [
    "endpoint", "url", "uri", "type", "name", "id", "method", "lifetime", "ttl", "expiresin", "expiresat", "enabled",
    "policy", "format", "length",
  ]

  /// Whether a key says that its value is a secret: `clientSecret`, `api_key`; not `tokenEndpoint`.
  static func isSecretLike(_ key: String) -> Bool {
    let plain = String(key.lowercased().unicodeScalars.filter { $0.value >= 0x61 && $0.value <= 0x7A })
    guard words.contains(where: { plain.contains($0) }) else { return false }
    return !harmlessEnds.contains { plain.hasSuffix($0) }
  }
}
