// One kind of entities of the tenant, in the order in which they were made.

import JSON

/// Rows with an id each. A row is a JSON object; members whose key begins with `_` are kept but never shown.
struct Table {
  private var rows: [JSONObject] = []
  private var places: [String: Int] = [:]
  /// The member that identifies a row.
  let key: String

  init(key: String = "id") { self.key = key }

  var count: Int { rows.count }
  var all: [JSONObject] { rows }

  func row(_ id: String) -> JSONObject? { places[id].map { rows[$0] } }

  func contains(_ id: String) -> Bool { places[id] != nil }

  func first(where member: String, is value: JSONValue) -> JSONObject? { rows.first { $0[member] == value } }

  mutating func insert(_ row: JSONObject) {
    guard let id = row[key]?.stringValue else { return }
    places[id] = rows.count
    rows.append(row)
  }

  /// Changes the row with that id; nothing where there is none.
  @discardableResult
  mutating func update(_ id: String, _ change: (inout JSONObject) -> Void) -> JSONObject? {
    guard let place = places[id] else { return nil }
    change(&rows[place])
    if let new = rows[place][key]?.stringValue, new != id {
      places[id] = nil
      places[new] = place
    }
    return rows[place]
  }

  /// Removes the row with that id. Answers whether there was one.
  @discardableResult
  mutating func remove(_ id: String) -> Bool {
    guard let place = places.removeValue(forKey: id) else { return false }
    rows.remove(at: place)
    for (other, index) in places where index > place { places[other] = index - 1 }
    return true
  }

  mutating func removeAll(where shouldRemove: (JSONObject) -> Bool) -> Int {
    let before = rows.count
    rows.removeAll(where: shouldRemove)
    places = [:]
    for (index, row) in rows.enumerated() { if let id = row[key]?.stringValue { places[id] = index } }
    return before - rows.count
  }
}
