// The names rule: `ListUserMfaVerifications` is `list_user_mfa_verifications`.

extension Name {
  /// An identifier in snake case: a word begins at a capital after a small letter or a digit, and at the last of
  /// several capitals when a small letter follows (`getOIDCKeys` is `get_oidc_keys`).
  static func snakeCase(_ identifier: String) -> String {
    let bytes = Array(identifier.utf8)
    func isCapital(_ index: Int) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index]) }
    func isSmall(_ index: Int) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) }
    func isDigit(_ index: Int) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) }
    var result: [UInt8] = []
    for index in bytes.indices {
      if isCapital(index), index > 0 {
        let followsSmall = isSmall(index - 1) || isDigit(index - 1)
        let endsCapitals = isCapital(index - 1) && index + 1 < bytes.count && isSmall(index + 1)
        if followsSmall || endsCapitals { result.append(UInt8(ascii: "_")) }
      }
      result.append(isCapital(index) ? bytes[index] + 32 : bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text can be a name: letters, digits and underscores, not beginning with a digit, at most 128.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
    return isLetter(first)
      && text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
