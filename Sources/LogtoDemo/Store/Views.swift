// How rows are shown: without what is kept for the tenant itself, with what is computed.

import JSON

extension JSONObject {
  /// The row without the members that are never shown.
  var shown: JSONObject {
    JSONObject(lazy.filter { !$0.key.hasPrefix("_") }.map { ($0.key, $0.value) })
  }

  /// The row with another member.
  func with(_ key: String, _ value: JSONValue) -> JSONObject {
    var copy = self
    copy[key] = value
    return copy
  }

  /// The row with these members alone, in this order.
  func only(_ keys: String...) -> JSONObject { JSONObject(keys.map { ($0, self[$0] ?? .null) }) }

  func without(_ keys: String...) -> JSONObject {
    var copy = self
    for key in keys { copy[key] = nil }
    return copy
  }

  func text(_ key: String) -> String { self[key]?.stringValue ?? "" }
  var id: String { text("id") }
}

extension JSONValue {
  /// Free-form data as it comes back from the tenant's database: the keys of an object by length, then by bytes.
  var stored: JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map(\.stored))
    case .object(let object):
      let sorted = object.sorted { one, other in
        let (left, right) = (Array(one.key.utf8), Array(other.key.utf8))
        return left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
      }
      return .object(JSONObject(sorted.map { ($0.key, $0.value.stored) }))
    default: return self
    }
  }
}

extension DemoStore {
  /// The row of that id, or 404 with the kind's name.
  func require(_ kind: Kind, _ id: String) throws(DemoError) -> JSONObject {
    guard let row = self[kind].row(id) else { throw .notFound(kind, id) }
    return row
  }

  /// A user, or the 404 that users have.
  func user(_ id: String) throws(DemoError) -> JSONObject {
    guard let row = self[.users].row(id) else { throw .notFound }
    return row
  }

  /// All rows of a kind, newest first.
  func newest(_ kind: Kind) -> [JSONObject] { self[kind].all.reversed() }

  /// Replaces the members given in the body, whole. Free-form members come back as the database orders them.
  mutating func patch(_ kind: Kind, _ id: String, _ call: Call) throws(DemoError) -> JSONObject {
    let body = call.body.objectValue ?? [:]
    guard let row = self[kind].update(id, { row in for member in body { row[member.key] = member.value.stored } })
    else { throw .notFound(kind, id) }
    return row.shown
  }

  /// Removes a row, or 404.
  mutating func remove(_ kind: Kind, _ id: String) throws(DemoError) -> DemoAnswer {
    guard self[kind].remove(id) else { throw .notFound }
    return .empty
  }

  /// 422 unless all ids are there.
  func requireAll(_ kind: Kind, _ ids: [String]) throws(DemoError) {
    for id in ids where !self[kind].contains(id) { throw .foreignKey }
  }
}
