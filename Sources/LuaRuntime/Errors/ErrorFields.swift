import CLua
import JSON

extension LuaArguments {
  /// The value as JSON for the fields of an error. What is no JSON, too deep or too much is left out: an error is
  /// reported whatever it holds.
  func json(_ index: Int) -> JSONValue? {
    var budget = 1000
    return json(index, depth: 16, budget: &budget)
  }

  private func json(_ index: Int, depth: Int, budget: inout Int) -> JSONValue? {
    budget -= 1
    guard budget > 0 else { return nil }
    switch type(index) {
    case .null: return .null
    case .boolean: return bool(index).map { .bool($0) }
    case .number:
      if isInteger(index) { return integer(index).map { .integer($0) } }
      return number(index).flatMap { $0.isFinite ? .number($0) : nil }
    case .string: return string(index).map { .string($0) }
    case .table: return depth > 0 ? table(index, depth: depth - 1, budget: &budget) : nil
    default: return nil
    }
  }

  private func table(_ index: Int, depth: Int, budget: inout Int) -> JSONValue {
    let count = length(index)
    if count > 0 {
      return .array(
        (1...min(count, 100)).compactMap { position in
          element(position, of: index) { $0.json(0, depth: depth, budget: &budget) } ?? nil
        })
    }
    var members: [(String, JSONValue)] = []
    fields(index) { field in
      if let key = field.string(0), let value = field.json(1, depth: depth, budget: &budget) {
        members.append((key, value))
      }
      return budget > 0
    }
    return .object(JSONObject(members.sorted { $0.0 < $1.0 }))
  }
}
