import JSON
import LogtoCatalogue

/// Finds the secret values in what a call carries and what it is answered, by the places that the catalogue marks.
///
/// Marks are by path, not by schema: three of the results that hold secrets have no schema at all.
final class SecretMarks: Sendable {
  /// A value that must not be shown.
  struct Found: Equatable {
    var value: String
    /// The key under which it stands, itself or in a list.
    var key: String
    /// `secret of application fghij`
    var label: String
    var isCode: Bool
  }

  private let operation: Operation?
  private let group: String
  private let arguments: [SecretPlace]
  private let result: [SecretPlace]
  /// Names of parameters.
  private let parameters: Set<String>
  private let hidesLocation: Bool

  /// - Parameter operation: nil for a path that no operation has: there, whatever stands under a secret-like key.
  init(operation: Operation?) {
    self.operation = operation
    func isPath(_ place: SecretPath) -> Bool { place.path.hasPrefix(".") || place.path.hasPrefix("[") }
    let given = operation?.secretPaths(in: .argument) ?? []
    let answered = operation?.secretPaths(in: .result) ?? []
    arguments = given.filter(isPath).map(SecretPlace.init)
    result = answered.filter(isPath).map(SecretPlace.init)
    parameters = Set(given.filter { !isPath($0) }.map(\.path))
    hidesLocation = answered.contains { $0.path == "location" }
    var group = operation?.group.lowercased() ?? "request"
    if group.hasSuffix("s") { group.removeLast() }
    self.group = group
  }

  /// Whatever stands under a secret-like key.
  static let anywhere = SecretMarks(operation: nil)

  // MARK: Finding

  func arguments(in json: [UInt8]) -> [Found] { find(in: json, arguments) }
  func result(in json: [UInt8]) -> [Found] { find(in: json, result) }

  /// The parameters, or the fields of a form, that are secret.
  func arguments(in fields: [(name: String, value: String)]) -> [Found] {
    fields.filter { field in
      if operation == nil { return SecretKeys.isSecretLike(field.name) }
      return parameters.contains(field.name) || arguments.contains { $0.steps == [.key(field.name)] }
    }.map { found($0.value, $0.name, .null, isCode: false) }
  }

  /// The address of a redirect, where that is a secret.
  func location(_ address: String) -> [Found] {
    hidesLocation ? [found(address, "address", .null, isCode: false)] : []
  }

  private func find(in json: [UInt8], _ places: [SecretPlace]) -> [Found] {
    let present = places.filter { $0.mayBe(in: json) }
    guard operation == nil || !present.isEmpty, let value = try? JSONValue.parse(json) else { return [] }
    var all: [Found] = []
    _ = visit(value, present) { found in
      all.append(found)
      return nil
    }
    return all
  }

  // MARK: Hiding

  /// A request's body without the secrets at their places, however short.
  func hidingArguments(in body: JSONValue) -> JSONValue { visit(body, arguments) { .string("‹\($0.label)›") } }

  // MARK: The walk

  /// The value with what `replace` says in place of each secret; nil leaves it.
  private func visit(_ value: JSONValue, _ places: [SecretPlace], _ replace: (Found) -> JSONValue?) -> JSONValue {
    var value = value
    if operation == nil {
      value = collect(value, owner: value, key: "", byKey: true, isCode: false, replace)
    }
    for place in places { value = walk(value, place.steps[...], owner: value, key: "", place, replace) }
    return value
  }

  private func walk(
    _ value: JSONValue, _ steps: ArraySlice<SecretPlace.Step>, owner: JSONValue, key: String, _ place: SecretPlace,
    _ replace: (Found) -> JSONValue?
  ) -> JSONValue {
    switch steps.first {
    case nil, .below:
      return collect(value, owner: owner, key: key, byKey: place.isByKey, isCode: place.isCode, replace)
    case .elements:
      guard case .array(let elements) = value else { return value }
      return .array(elements.map { walk($0, steps.dropFirst(), owner: $0, key: key, place, replace) })
    case .key(let name):
      guard case .object(var members) = value, let inner = members[name] else { return value }
      // What it belongs to is the nearest object with an id.
      let nearest = members["id"] == nil ? owner : value
      members[name] = walk(inner, steps.dropFirst(), owner: nearest, key: name, place, replace)
      return .object(members)
    }
  }

  private func collect(
    _ value: JSONValue, owner: JSONValue, key: String, byKey: Bool, isCode: Bool, _ replace: (Found) -> JSONValue?
  ) -> JSONValue {
    switch value {
    case .string(let text):
      return byKey || text.isEmpty ? value : replace(found(text, key, owner, isCode: isCode)) ?? value
    case .array(let elements):
      return .array(elements.map { collect($0, owner: owner, key: key, byKey: byKey, isCode: isCode, replace) })
    case .object(var members):
      for member in members {
        let inner = byKey && !SecretKeys.isSecretLike(member.key)
        members[member.key] = collect(
          member.value, owner: owner, key: member.key, byKey: inner, isCode: isCode, replace)
      }
      return .object(members)
    default: return value
    }
  }

  private func found(_ value: String, _ key: String, _ owner: JSONValue, isCode: Bool) -> Found {
    let id = owner["id"]?.stringValue.map { " \($0.shortened(to: 60))" } ?? ""
    let label = "\(key.isEmpty ? "value" : key.shortened(to: 60)) of \(group)\(id)"
    // It may come to stand in JSON, or in a Lua literal.
    let plain = String(label.map { $0 == "\"" || $0 == "\\" ? "_" : $0 })
    return Found(value: value, key: key, label: plain, isCode: isCode)
  }
}
