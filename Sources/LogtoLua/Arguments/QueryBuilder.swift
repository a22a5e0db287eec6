/// Collects a call's query: names and values as they are, encoded at the end. A list repeats its name
/// (`types=SPA&types=Native`), as the tenant reads it.
struct QueryBuilder {
  private(set) var items: [(name: String, value: String)] = []

  mutating func add(_ name: String, _ value: ParameterValue) {
    for text in value.texts { items.append((name, text)) }
  }

  /// `search`, `mode`, `joint` and `case_sensitive` spread into the names that the tenant reads:
  /// `search=%x%`, `search.primaryEmail=…`, `mode.primaryEmail=exact`, `joint=or`, `isCaseSensitive=true`.
  mutating func addSearch(_ part: SearchPart, _ value: SearchValue) {
    let name =
      switch part {
      case .search, .mode, .joint: part.rawValue
      case .caseSensitive: "isCaseSensitive"
      }
    switch value {
    case .plain(let plain): add(name, plain)
    case .fields(let fields): for (field, plain) in fields { add("\(name).\(field)", plain) }
    }
  }
}

/// The value of a parameter, as the texts that go into the address: one, or several for a list.
struct ParameterValue {
  var texts: [String]
  var isList = false
}

/// The value of one of the four search arguments: for all fields, or a value a field.
enum SearchValue {
  case plain(ParameterValue)
  case fields([(String, ParameterValue)])
}

/// The four arguments that `search_params` may be written as.
enum SearchPart: String, CaseIterable, Sendable {
  case search
  case mode
  case joint
  case caseSensitive = "case_sensitive"
}
