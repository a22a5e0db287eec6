// The secrets in the body of a planned write: taken out of what is shown and saved, with the places where they stood.

import JSON
import LogtoCatalogue

/// Places are JSON pointers (RFC 6901): `/config/clientSecret`, `/templates/0/content`.
enum PlanSecrets {
  /// The body without the values at the places that the catalogue marks, and under keys that say that they are secret.
  static func hide(in body: JSONValue, _ operation: Operation?) -> JSONValue {
    // The texts of the sign-in pages have keys such as `password`, and are shown to everybody.
    let isPublic = operation?.path.hasPrefix("/api/custom-phrases") == true
    let rest = isPublic ? body : SecretMarks.anywhere.hidingArguments(in: body)
    return keepTokens(of: body, in: SecretMarks(operation: operation).hidingArguments(in: rest))
  }

  /// What a dry run put in the place of a secret is none.
  private static func keepTokens(of sent: JSONValue, in shown: JSONValue) -> JSONValue {
    switch (sent, shown) {
    case (.string(let text), _): PlanToken.isToken(text) ? sent : shown
    case (.array(let ones), .array(let others)):
      .array(zip(ones, others).map { keepTokens(of: $0, in: $1) })
    case (.object(let ones), .object(let others)):
      .object(JSONObject(others.map { ($0.key, keepTokens(of: ones[$0.key] ?? $0.value, in: $0.value)) }))
    default: shown
    }
  }

  /// The places of the texts that differ; nil where anything else does, such as a key.
  static func differences(of shown: JSONValue, from sent: JSONValue) -> [(place: String, value: String)]? {
    var found: [(place: String, value: String)] = []
    return compare(shown, sent, "", &found) ? found : nil
  }

  private static func compare(
    _ shown: JSONValue, _ sent: JSONValue, _ place: String, _ found: inout [(place: String, value: String)]
  ) -> Bool {
    switch (shown, sent) {
    case (.string(let one), .string(let other)):
      if one != other { found.append((place, other)) }
      return true
    case (.array(let ones), .array(let others)):
      guard ones.count == others.count else { return false }
      for (index, pair) in zip(ones, others).enumerated() {
        guard compare(pair.0, pair.1, "\(place)/\(index)", &found) else { return false }
      }
      return true
    case (.object(let ones), .object(let others)):
      guard ones.keys == others.keys else { return false }
      for (one, other) in zip(ones, others) {
        guard compare(one.value, other.value, "\(place)/\(escape(one.key))", &found) else { return false }
      }
      return true
    default: return shown == sent
    }
  }

  private static func escape(_ key: String) -> String { key.replacing("~", with: "~0").replacing("/", with: "~1") }

  /// The value with a text put at a place; nil where the place is not there.
  static func put(_ text: String, at place: String, in value: JSONValue) -> JSONValue? {
    let keys = place.split(separator: "/").map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
    return put(text, keys[...], value)
  }

  private static func put(_ text: String, _ keys: ArraySlice<String>, _ value: JSONValue) -> JSONValue? {
    guard let key = keys.first else { return value.stringValue.map { _ in .string(text) } }
    switch value {
    case .object(var members):
      guard let inner = members[key].flatMap({ put(text, keys.dropFirst(), $0) }) else { return nil }
      members[key] = inner
      return .object(members)
    case .array(var elements):
      guard let index = Int(key), elements.indices.contains(index),
        let inner = put(text, keys.dropFirst(), elements[index])
      else { return nil }
      elements[index] = inner
      return .array(elements)
    default: return nil
    }
  }
}
