import JSON
import LogtoCatalogue

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One place of the catalogue's list, read: `[].config.headers`.
struct SecretPlace: Sendable {
  enum Step: Equatable, Sendable {
    case key(String)
    case elements, below
  }

  let steps: [Step]
  /// Whether below the place only values of secret-like keys count.
  let isByKey: Bool
  let isCode: Bool
  /// The last key of the place, in quotes: where a text does not hold it, it holds no such secret.
  private let quotedKey: [UInt8]

  init(_ place: SecretPath) {
    var steps: [Step] = []
    for part in place.path.split(separator: ".") {
      if part == "**" {
        steps.append(.below)
        continue
      }
      let name = part.prefix { $0 != "[" }
      if !name.isEmpty { steps.append(.key(String(name))) }
      steps += Array(repeating: .elements, count: part.count(where: { $0 == "[" }))
    }
    self.steps = steps
    isByKey = place.why.contains("secret-like keys") || place.path.hasSuffix("**")
    isCode = place.path.hasSuffix(".code") || place.path.contains("odes") || place.why == "one-time code"
    let keys = steps.compactMap { if case .key(let name) = $0 { name } else { nil } }
    quotedKey = Array("\"\(keys.last ?? "")\"".utf8)
  }

  /// Whether it may be in a JSON text at all.
  func mayBe(in json: [UInt8]) -> Bool { json.holds(quotedKey) }
}

extension [UInt8] {
  /// Whether these bytes, which begin with a quotation mark, stand in it somewhere.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    withUnsafeBytes { whole in
      part.withUnsafeBytes { part in
        guard var place = whole.baseAddress, let searched = part.baseAddress else { return false }
        var places = whole.count - part.count + 1
        while places > 0, let quote = memchr(place, Int32(UInt8(ascii: "\"")), places) {
          if memcmp(quote, searched, part.count) == 0 { return true }
          places -= UnsafeRawPointer(quote) - place + 1
          place = UnsafeRawPointer(quote) + 1
        }
        return false
      }
    }
  }
}
