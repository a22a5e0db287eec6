// The texts that stand for what a planned write would be answered: `dry-run:1`, `dry-run:1.signingKey`.

import JSON
import LogtoClient

/// `dry-run:N` is the id of what write number N of the plan makes; `dry-run:N.a.b` is the text at `a.b` of its answer
/// (elements of lists are counted from 1). They may stand inside longer texts.
enum PlanToken {
  static let prefix = "dry-run:"

  static func name(_ number: Int) -> String { "\(prefix)\(number)" }

  /// Whether a text is such a token and nothing else.
  static func isToken(_ text: String) -> Bool {
    guard text.hasPrefix(prefix), let found = first(in: text[...]) else { return false }
    return found.range == text.startIndex..<text.endIndex
  }

  static func holdsToken(_ text: String) -> Bool { first(in: text[...]) != nil }

  /// A token in a text.
  struct Found {
    var range: Range<String.Index>
    var number: Int
    /// The keys below the answer; empty for the id.
    var place: [String]
    /// Whether the colon is percent-encoded, as in a path: then what takes its place is to be encoded as well.
    var isEncoded: Bool
  }

  /// The first token of a text.
  static func first(in text: Substring) -> Found? {
    var rest = text
    while let start = rest.firstRange(of: "dry-run") {
      var at = start.upperBound
      var isEncoded = false
      if text[at...].hasPrefix(":") {
        at = text.index(after: at)
      } else if text[at...].hasPrefix("%3A") {
        at = text.index(at, offsetBy: 3)
        isEncoded = true
      }
      let digits = text[at...].prefix { $0.isASCII && $0.isNumber }
      if at != start.upperBound, let number = Int(digits) {
        var end = digits.endIndex
        var place: [String] = []
        while end < text.endIndex, text[end] == "." {
          let key = text[text.index(after: end)...].prefix { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
          guard !key.isEmpty else { break }
          place.append(String(key))
          end = key.endIndex
        }
        return Found(range: start.lowerBound..<end, number: number, place: place, isEncoded: isEncoded)
      }
      rest = text[start.upperBound...]
    }
    return nil
  }

  /// The text with every token replaced.
  ///
  /// - Parameter value: what stands for a token; nil leaves the token.
  static func replace(in text: String, _ value: (Found) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let found = first(in: rest) {
      result += rest[..<found.range.lowerBound]
      if let value = value(found) {
        result += found.isEncoded ? PercentEncoding.encode(value) : value
      } else {
        result += rest[found.range]
      }
      rest = rest[found.range.upperBound...]
    }
    return result + rest
  }

  /// The same in every text and key of a value.
  static func replace(in value: JSONValue, _ replacement: (Found) -> String?) -> JSONValue {
    switch value {
    case .string(let text): .string(replace(in: text, replacement))
    case .array(let elements): .array(elements.map { replace(in: $0, replacement) })
    case .object(let members):
      .object(JSONObject(members.map { (replace(in: $0.key, replacement), replace(in: $0.value, replacement)) }))
    default: value
    }
  }

  /// Every token of a value, keys included.
  static func all(in value: JSONValue) -> [Found] {
    var found: [Found] = []
    _ = replace(in: value) { token in
      found.append(token)
      return nil
    }
    return found
  }

  /// Whether a text holds what was a token before the script changed it (`DRY-RUN:1`, `dry-run-1`).
  static func holdsRemains(_ text: String) -> Bool {
    var rest = replace(in: text) { _ in "" }.lowercased()[...]
    while let word = rest.firstRange(of: "dry-run") {
      rest = rest[word.upperBound...]
      if rest.drop(while: { ":-_%".contains($0) }).first?.isNumber == true { return true }
    }
    return false
  }
}
