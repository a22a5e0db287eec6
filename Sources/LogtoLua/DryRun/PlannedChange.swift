// One difference between what the tenant has and what it would have after the plan.

import JSON

/// A change of one place in an object.
struct PlannedChange {
  enum Kind {
    case set(JSONValue)
    /// Members that are put among those that are there.
    case merge(JSONObject)
    case remove
  }

  /// The keys that lead to the place.
  var place: [String]
  var kind: Kind

  func apply(to value: JSONValue) -> JSONValue { Self.apply(kind, place[...], to: value) }

  /// What is left to do for who looks at the value under `key` alone; nil where it is about something else.
  func below(_ key: String) -> PlannedChange? {
    guard place.first == key else { return nil }
    return PlannedChange(place: Array(place.dropFirst()), kind: kind)
  }

  private static func apply(_ kind: Kind, _ place: ArraySlice<String>, to value: JSONValue) -> JSONValue {
    guard let key = place.first else {
      switch kind {
      case .set(let new): return new
      case .merge(let members): return merge(members, into: value)
      case .remove: return .null
      }
    }
    var object = value.objectValue ?? JSONObject()
    if place.count == 1, case .remove = kind {
      object[key] = nil
    } else {
      object[key] = apply(kind, place.dropFirst(), to: object[key] ?? .object([:]))
    }
    return .object(object)
  }

  static func merge(_ members: JSONObject, into value: JSONValue) -> JSONValue {
    var object = value.objectValue ?? JSONObject()
    for member in members { object[member.key] = member.value }
    return .object(object)
  }
}
