// What reads of single things would answer after the writes of a plan.

import JSON

/// Single things by account and path: those that the plan made, changed or removed.
struct PlannedEntities {
  enum State {
    case created(JSONValue)
    /// Members that differ from what the tenant has.
    case changed(JSONObject)
    case removed
  }

  private(set) var states: [String: State] = [:]

  subscript(key: String) -> State? { states[key] }

  mutating func create(_ key: String, _ value: JSONValue) { states[key] = .created(value) }

  mutating func remove(_ key: String) { states[key] = .removed }

  mutating func change(_ key: String, _ members: JSONObject) {
    switch states[key] {
    case .created(let value)?: states[key] = .created(Self.merge(members, into: value))
    case .changed(let earlier)?:
      if case .object(let all) = Self.merge(members, into: .object(earlier)) { states[key] = .changed(all) }
    case .removed?: break
    case nil: states[key] = .changed(members)
    }
  }

  static func merge(_ members: JSONObject, into value: JSONValue) -> JSONValue {
    var object = value.objectValue ?? JSONObject()
    for member in members { object[member.key] = member.value }
    return .object(object)
  }

  /// Whether the thing at this path, or one that it stands below, was removed.
  func isRemoved(_ key: String) -> Bool {
    var key = key[...]
    while true {
      if case .removed? = states[String(key)] { return true }
      guard let cut = key.lastIndex(of: "/") else { return false }
      key = key[..<cut]
    }
  }
}
