// `search_params`: the search of lists of users, roles and applications, spread into the query.

import JSON

/// A search as asked for by a query: `search`, `search.<field>`, `mode`, `mode.<field>`, `joint`, `isCaseSensitive`.
struct ListSearch {
  private struct Condition {
    let fields: [String]
    let values: [String]
    let mode: SearchMode
  }

  private let conditions: [Condition]
  private let isAny: Bool
  private let isCaseSensitive: Bool

  /// - Parameter fields: What may be searched.
  /// - Throws: A 400 for unknown fields, modes, and patterns that cannot be used together.
  init(_ query: DemoQuery, fields: [String]) throws(DemoError) {
    func mode(_ text: String?) throws(DemoError) -> SearchMode {
      guard let text else { return .like }
      guard let mode = SearchMode(rawValue: text) else { throw Self.refusal("\(text) is not a valid search mode.") }
      return mode
    }
    let common = try mode(query["mode"])
    var conditions: [Condition] = []
    for name in query.names where name == "search" || name.hasPrefix("search.") {
      let field = name == "search" ? nil : String(name.dropFirst("search.".count))
      if let field, !fields.contains(field) { throw Self.refusal("Search field \(field) is not allowed.") }
      let values = query.all(name)
      guard values.allSatisfy({ !$0.isEmpty }) else { throw Self.refusal("Search value cannot be empty.") }
      let own = try field.flatMap { query["mode.\($0)"] }.map { text throws(DemoError) in try mode(text) }
      let chosen = own ?? common
      guard values.count == 1 || chosen == .exact else {
        throw Self.refusal("Only one search value is allowed when search mode is not `exact`.")
      }
      conditions.append(Condition(fields: field.map { [$0] } ?? fields, values: values, mode: chosen))
    }
    for name in query.names where name.hasPrefix("mode.") && !fields.contains(String(name.dropFirst(5))) {
      throw Self.refusal("Search field \(name.dropFirst(5)) is not allowed.")
    }
    if let joint = query["joint"], joint != "and", joint != "or" {
      throw Self.refusal("\(joint) is not a valid joint mode.")
    }
    self.conditions = conditions
    self.isAny = query["joint"] != "and"
    self.isCaseSensitive = query["isCaseSensitive"] == "true"
  }

  private static func refusal(_ reason: String) -> DemoError {
    DemoError(400, "request.invalid_input", "Input is invalid. \(reason)", data: [:])
  }

  /// The rows that fit.
  func filter(_ rows: [JSONObject]) throws(DemoError) -> [JSONObject] {
    guard !conditions.isEmpty else { return rows }
    var found: [JSONObject] = []
    for row in rows where try fits(row) { found.append(row) }
    return found
  }

  private func fits(_ row: JSONObject) throws(DemoError) -> Bool {
    for condition in conditions {
      let isTrue = try holds(condition, row)
      if isAny && isTrue { return true }
      if !isAny && !isTrue { return false }
    }
    return !isAny
  }

  private func holds(_ condition: Condition, _ row: JSONObject) throws(DemoError) -> Bool {
    for field in condition.fields {
      guard let text = row[field]?.stringValue else { continue }
      for value in condition.values {
        let mode = condition.mode
        guard let isMatch = TextPattern.search(text, value, mode: mode, isCaseSensitive: isCaseSensitive) else {
          throw Self.refusal("Invalid regular expression \(value).")
        }
        if isMatch { return true }
      }
    }
    return false
  }
}

/// The pairs of a request's query.
struct DemoQuery {
  let pairs: [(name: String, value: String)]

  /// The first value of that name.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { pairs.compactMap { $0.name == name ? $0.value : nil } }

  /// The different names, in order.
  var names: [String] {
    var names: [String] = []
    for pair in pairs where !names.contains(pair.name) { names.append(pair.name) }
    return names
  }
}
