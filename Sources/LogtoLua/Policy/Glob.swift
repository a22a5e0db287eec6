// Matching with `*`, in time linear in the text for each star.

/// A pattern in which `*` stands for any number of any bytes.
package struct Glob: Sendable, Hashable {
  private let pattern: [UInt8]
  private let lowered: [UInt8]

  package init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
    lowered = self.pattern.map(Self.lower)
  }

  /// Whether `text` is matched whole by `pattern`.
  package static func matches(_ pattern: String, _ text: String) -> Bool { Glob(pattern).matches(text) }

  /// Whether `text` is matched whole.
  ///
  /// - Parameter ignoringCase: the case of ASCII letters does not matter.
  package func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { text in
      Self.matches(ignoringCase ? lowered : pattern, text, ignoringCase ? Self.lower : { $0 })
    }
  }

  private static func matches(
    _ pattern: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ fold: (UInt8) -> UInt8
  ) -> Bool {
    var patternIndex = 0
    var textIndex = 0
    var star: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
        star = (patternIndex, textIndex)
        patternIndex += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == fold(text[textIndex]) {
        patternIndex += 1
        textIndex += 1
      } else if let back = star {
        star = (back.pattern, back.text + 1)
        patternIndex = back.pattern + 1
        textIndex = back.text + 1
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
