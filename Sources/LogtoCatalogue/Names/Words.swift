// Words in names and questions, brought to one form: `users`, `user` and `member` are looked for alike.

/// The words of names and texts.
enum Words {
  /// The words of an identifier or a text: split at anything but letters and digits and where a capital follows a
  /// small letter, in small letters.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var lastWasSmall = false
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte >= 0x80
    }
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        if lastWasSmall { finish() }
        word.append(byte + 32)
        lastWasSmall = false
      } else if isLetter(byte) {
        word.append(byte)
        lastWasSmall = true
      } else {
        finish()
        lastWasSmall = false
      }
    }
    finish()
    return words
  }

  /// The singular of a word, by its ending.
  static func singular(_ word: String) -> String {
    if unchanged.contains(word) { return word }
    if word.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    if word.count > 4, word.hasSuffix("sses") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
    if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
      return String(word.dropLast())
    }
    return word
  }

  private static let unchanged: Set<String> = ["sms", "css", "dns", "sso", "ssl", "tls", "https", "has", "is", "was"]
}
