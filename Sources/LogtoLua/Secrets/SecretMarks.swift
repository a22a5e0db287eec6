import JSON
import LogtoCatalogue

/// Finds the secret values in what a call carries and what it is answered, by the places that the catalogue marks.
///
/// Marks are by path, not by schema: three of the results that hold secrets have no schema at all.
struct SecretMarks {
  /// A value that must not be shown.
  struct Found: Equatable {
    var value: String
    /// `secret of application fghij`
    var label: String
    var isCode: Bool
  }

  private struct Mark {
    var steps: [Step]
    var rule: Rule
    var isCode: Bool
    /// The last key of the place, in quotes: where a text does not hold it, it holds no such secret.
    var key: [UInt8]
  }

  private let operation: Operation?
  private let arguments: [Mark]
  private let result: [Mark]
  private let hidesLocation: Bool

  /// - Parameter operation: nil for a path that no operation has: there, whatever stands under a secret-like key.
  init(operation: Operation?) {
    self.operation = operation
    arguments = operation.map { Self.marks($0.secretPaths(in: .argument)) } ?? []
    let results = operation?.secretPaths(in: .result) ?? []
    result = Self.marks(results)
    hidesLocation = results.contains { $0.path == "location" }
  }

  private static func marks(_ paths: [SecretPath]) -> [Mark] {
    paths.filter { $0.path.hasPrefix(".") || $0.path.hasPrefix("[") }.map { place in
      let steps = steps(place.path)
      let keys = steps.compactMap { if case .key(let name) = $0 { name } else { nil } }
      return Mark(
        steps: steps,
        rule: place.why.contains("secret-like keys") || place.path.hasSuffix("**") ? .secretLikeKeys : .every,
        isCode: place.path.hasSuffix(".code") || place.path.contains("odes") || place.why == "one-time code",
        key: Array("\"\(keys.last ?? "")\"".utf8))
    }
  }

  func arguments(in json: [UInt8]) -> [Found] { find(in: json, arguments) }
  func result(in json: [UInt8]) -> [Found] { find(in: json, result) }

  /// The address of a redirect, where that is a secret.
  func location(_ address: String) -> [Found] {
    hidesLocation ? [Found(value: address, label: label("address", of: .null), isCode: false)] : []
  }

  private func find(in json: [UInt8], _ marks: [Mark]) -> [Found] {
    let present = marks.filter { json.holds($0.key) }
    guard operation == nil || !present.isEmpty, let value = try? JSONValue.parse(json) else { return [] }
    var found: [Found] = []
    if operation == nil {
      collect(value, parent: value, key: "", rule: .secretLikeKeys, isCode: false, into: &found)
    }
    for mark in present {
      walk(value, mark.steps[...], parent: value, key: "", mark.rule, isCode: mark.isCode, into: &found)
    }
    return found
  }

  private enum Rule { case every, secretLikeKeys }

  private enum Step {
    case key(String)
    case elements, below
  }

  /// `[].config.headers` → elements, config, headers.
  private static func steps(_ path: String) -> [Step] {
    path.split(separator: ".").flatMap { part -> [Step] in
      if part == "**" { return [.below] }
      let name = part.prefix { $0 != "[" }
      let elements = Array(repeating: Step.elements, count: part.count(where: { $0 == "[" }))
      return (name.isEmpty ? [] : [.key(String(name))]) + elements
    }
  }

  private func walk(
    _ value: JSONValue, _ steps: ArraySlice<Step>, parent: JSONValue, key: String, _ rule: Rule, isCode: Bool,
    into found: inout [Found]
  ) {
    switch steps.first {
    case nil, .below: collect(value, parent: parent, key: key, rule: rule, isCode: isCode, into: &found)
    case .elements:
      for element in value.arrayValue ?? [] {
        walk(element, steps.dropFirst(), parent: element, key: key, rule, isCode: isCode, into: &found)
      }
    case .key(let name):
      guard let inner = value[name] else { return }
      // What it belongs to is the nearest object with an id.
      let owner = value["id"] == nil ? parent : value
      walk(inner, steps.dropFirst(), parent: owner, key: name, rule, isCode: isCode, into: &found)
    }
  }

  private func collect(
    _ value: JSONValue, parent: JSONValue, key: String, rule: Rule, isCode: Bool, into found: inout [Found]
  ) {
    switch value {
    case .string(let text):
      if rule == .every { found.append(Found(value: text, label: label(key, of: parent), isCode: isCode)) }
    case .array(let elements):
      for element in elements {
        collect(element, parent: parent, key: key, rule: rule, isCode: isCode, into: &found)
      }
    case .object(let members):
      for member in members {
        let inner = rule == .every || Self.isSecretLike(member.key) ? Rule.every : .secretLikeKeys
        collect(member.value, parent: parent, key: member.key, rule: inner, isCode: isCode, into: &found)
      }
    default: break
    }
  }

  private func label(_ key: String, of owner: JSONValue) -> String {
    var group = operation?.group.lowercased() ?? "request"
    if group.hasSuffix("s") { group.removeLast() }
    let id = owner["id"]?.stringValue.map { " \($0)" } ?? ""
    return "\(key.isEmpty ? "value" : key) of \(group)\(id)"
  }

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

extension [UInt8] {
  /// Whether these bytes, four at least, stand in it somewhere.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    withUnsafeBytes { whole in
      part.withUnsafeBytes { part in
        guard part.count >= 4, whole.count >= part.count else { return false }
        let head = part.loadUnaligned(as: UInt32.self)
        for start in 0...(whole.count - part.count)
        where whole.loadUnaligned(fromByteOffset: start, as: UInt32.self) == head {
          if whole[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
      }
    }
  }
}
