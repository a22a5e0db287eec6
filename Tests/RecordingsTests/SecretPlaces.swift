// Where secrets are, read from contract/secrets.tsv by other code than the library's.

import JSON
import TestSupport

/// One row of contract/secrets.tsv.
struct SecretRow {
  let side: String
  let operation: String
  let path: String
  let isByKey: Bool

  static func all() throws -> [SecretRow] {
    let text = String(decoding: Files.read(Files.repositoryRoot + "/contract/secrets.tsv") ?? [], as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return SecretRow(
        side: fields[0], operation: fields[1], path: fields[2],
        isByKey: fields[3].contains("secret-like") || fields[3] == "same")
    }
  }

  /// The steps of the path, an index for the elements of a list as `[]`.
  var steps: [String] {
    path.replacing("[]", with: ".[]").split(separator: ".").map(String.init).filter { $0 != "**" }
  }

  /// All texts of eight bytes or more at this place.
  func values(in value: JSONValue) -> [String] { texts(value, steps[...]).filter { $0.utf8.count >= 8 } }

  private func texts(_ value: JSONValue, _ steps: ArraySlice<String>) -> [String] {
    guard let step = steps.first else { return below(value, isSecret: !isByKey) }
    let rest = steps.dropFirst()
    if step == "[]" { return (value.arrayValue ?? []).flatMap { texts($0, rest) } }
    return value[step].map { texts($0, rest) } ?? []
  }

  private func below(_ value: JSONValue, isSecret: Bool) -> [String] {
    switch value {
    case .string(let text): isSecret ? [text] : []
    case .array(let elements): elements.flatMap { below($0, isSecret: isSecret) }
    case .object(let members): members.flatMap { below($0.value, isSecret: isSecret || Self.isSecretLike($0.key)) }
    default: []
    }
  }

  private static func isSecretLike(_ key: String) -> Bool {
    let key = key.lowercased()
    return ["secret", "password", "token", "apikey", "cookie"].contains { key.contains($0) }
      && !["type", "endpoint", "url", "types"].contains { key.hasSuffix($0) }
  }
}

/// How a value may be written, for looking for it.
enum WrittenForms {
  static func all(of value: String) -> [(name: String, text: String)] {
    let bytes = Array(value.utf8)
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    var forms = [
      ("plain", value), ("backwards", String(value.reversed())), ("hex", hex.joined()),
      ("percent", hex.map { "%" + $0 }.joined()), ("spaced", value.map { "\($0) " }.joined()),
      ("tabs", value.map { "\($0)\t" }.joined()), ("lines of a table", value.map { "\"\($0)\", " }.joined()),
    ]
    for shift in 0..<3 {
      // The digits that do not depend on what stands around the value.
      let digits = base64(Array(repeating: 0, count: shift) + bytes)
      let whole = (shift + bytes.count) / 3 * 4
      forms.append(("base64, shifted by \(shift)", String(digits.prefix(whole).dropFirst(shift == 0 ? 0 : shift + 1))))
    }
    return forms
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
      for shift in [18, 12, 6, 0] { text.append(digits[group >> shift & 63]) }
    }
    return text
  }
}
