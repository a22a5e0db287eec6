// Patterns: regular expressions of the catalogue, and those of list searches.

/// Matching texts against patterns.
enum TextPattern {
  /// Whether the text matches a JavaScript pattern. A trailing `/i` is the flag that ignores case. A pattern that is
  /// not understood matches everything: the demo refuses only what it is sure of.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let ignoresCase = pattern.hasSuffix("/i")
    guard let regex = try? Regex(ignoresCase ? String(pattern.dropLast(2)) : pattern) else { return true }
    return (try? regex.ignoresCase(ignoresCase).firstMatch(in: text)) != nil
  }

  /// Whether the text matches a pattern of a list search; nil where the pattern is broken.
  static func search(_ text: String, _ pattern: String, mode: SearchMode, isCaseSensitive: Bool) -> Bool? {
    switch mode {
    case .exact:
      return isCaseSensitive ? text == pattern : text.lowercased() == pattern.lowercased()
    case .like:
      return run(like(pattern), text, isCaseSensitive)
    case .similarTo:
      return run(similar(pattern), text, isCaseSensitive)
    case .posix:
      return run(pattern, text, isCaseSensitive)
    }
  }

  private static func run(_ pattern: String, _ text: String, _ isCaseSensitive: Bool) -> Bool? {
    guard let regex = try? Regex(pattern).ignoresCase(!isCaseSensitive) else { return nil }
    return (try? regex.firstMatch(in: text)) != nil
  }

  /// SQL's LIKE: `%` is anything, `_` one character, a backslash takes the next one as it is.
  private static func like(_ pattern: String) -> String {
    translate(pattern, keeping: "")
  }

  /// SQL's SIMILAR TO: LIKE's wildcards and the operators of regular expressions.
  private static func similar(_ pattern: String) -> String {
    translate(pattern, keeping: "|*+?{}()[]^-,")
  }

  private static func translate(_ pattern: String, keeping operators: String) -> String {
    var regex = "^(?:"
    var isEscaped = false
    for character in pattern {
      if isEscaped {
        regex += quote(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "%" {
        regex += "[\\s\\S]*"
      } else if character == "_" {
        regex += "[\\s\\S]"
      } else {
        regex += operators.contains(character) ? String(character) : quote(character)
      }
    }
    return regex + ")$"
  }

  private static func quote(_ character: Character) -> String {
    character.isLetter || character.isNumber || character == "_" || character == " " || !character.isASCII
      ? String(character) : "\\\(character)"
  }
}

/// How a list search compares.
enum SearchMode: String {
  case like, exact
  case similarTo = "similar_to"
  case posix
}
