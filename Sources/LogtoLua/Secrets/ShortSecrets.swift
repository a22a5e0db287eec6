import JSON

/// Secrets too short to be looked for everywhere: hidden at their own place alone, which is the key that they were met
/// under. The same word elsewhere stays.
struct ShortSecrets {
  /// Labels by key, then by the value as it may stand between quotes.
  private var byKey: [[UInt8]: [[UInt8]: String]] = [:]
  /// Bytes of all values.
  private(set) var size = 0

  var isEmpty: Bool { byKey.isEmpty }

  mutating func add(_ found: SecretMarks.Found) {
    guard !found.key.isEmpty, !found.value.isEmpty else { return }
    let value = Array(found.value.utf8)
    let key = Array(found.key.utf8)
    guard byKey[key]?[value] == nil else { return }
    size += key.count + value.count
    byKey[key, default: [:]][value] = found.label
    byKey[key, default: [:]][SecretForms.escaped(value)] = found.label
  }

  // MARK: In a value

  func redact(_ value: JSONValue, key: String = "") -> JSONValue {
    switch value {
    case .string(let text): byKey[Array(key.utf8)]?[Array(text.utf8)].map { .string("‹\($0)›") } ?? value
    case .array(let elements): .array(elements.map { redact($0, key: key) })
    case .object(let members):
      .object(JSONObject(members.map { ($0.key, redact($0.value, key: $0.key)) }))
    default: value
    }
  }

  // MARK: In text

  /// Whether certainly none of them is in the text: each stands behind a key.
  func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isEmpty || !text.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
  }

  /// The text without the values that stand behind their keys: `secret = "abcde"` as `print` shows a table,
  /// `"codes":["abcde"]` as JSON, and `secret: abcde`.
  func redact(_ text: [UInt8]) -> [UInt8] {
    var hidden: [(range: Range<Int>, label: String)] = []
    var place = 0
    while place < text.count {
      defer { place += 1 }
      guard text[place] == UInt8(ascii: "=") || text[place] == UInt8(ascii: ":") else { continue }
      for key in Self.keys(in: text, before: place) {
        guard let secrets = byKey[key] else { continue }
        hidden += Self.values(of: secrets, in: text, after: place)
        break
      }
    }
    var result = text
    for (range, label) in hidden.reversed() { result.replaceSubrange(range, with: Array("‹\(label)›".utf8)) }
    return result
  }

  /// The keys that may end before `=` or `:`: what is in quotes there, or the word.
  private static func keys(in text: [UInt8], before place: Int) -> [[UInt8]] {
    var end = place
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    if end > 0, text[end - 1] == UInt8(ascii: "]") { end -= 1 }
    guard end > 0 else { return [] }
    if isQuote(text[end - 1]) {
      guard let start = text[..<(end - 1)].suffix(longestKey).lastIndex(of: text[end - 1]) else { return [] }
      return [Array(text[(start + 1)..<(end - 1)])]
    }
    func word(_ isPart: (UInt8) -> Bool) -> [UInt8] {
      Array(text[..<end].suffix(longestKey).reversed().prefix(while: isPart).reversed())
    }
    return [word { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }, word(isWord)]
  }

  /// The places of secrets in the value that begins behind `place`, or in the list that does.
  private static func values(
    of secrets: [[UInt8]: String], in text: [UInt8], after place: Int
  ) -> [(range: Range<Int>, label: String)] {
    var found: [(range: Range<Int>, label: String)] = []
    var start = place + 1
    var isList = false
    while start < text.count, isBlank(text[start]) || text[start] == 0x7B || text[start] == 0x5B {
      if !isBlank(text[start]) { isList = true }
      start += 1
    }
    repeat {
      while start < text.count, isBlank(text[start]) || text[start] == UInt8(ascii: ",") { start += 1 }
      guard start < text.count else { break }
      let isQuoted = isQuote(text[start])
      let begin = isQuoted ? start + 1 : start
      var end = begin
      if isQuoted {
        while end < text.count, text[end] != text[start] { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
        guard end < text.count else { break }
      } else {
        while end < text.count, !isBlank(text[end]), !",;&}])".utf8.contains(text[end]) { end += 1 }
        // A full stop may end a sentence.
        if secrets[Array(text[begin..<end])] == nil, end > begin, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
      }
      if let label = secrets[Array(text[begin..<end])] {
        found.append((begin..<end, label))
      } else if !isQuoted {
        break
      }
      start = end + (isQuoted ? 1 : 0)
    } while isList
    return found
  }

  private static let longestKey = 256

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
