/// A dictionary that mostly has one entry, which then takes no memory of its own: a script that waits has one call under
/// way, of one function, on one account.
struct FewEntries<Key: Hashable, Value> {
  private var first: (key: Key, value: Value)?
  /// All others.
  private var rest: [Key: Value] = [:]

  subscript(key: Key) -> Value? {
    get {
      if let first, first.key == key { return first.value }
      return rest.isEmpty ? nil : rest[key]
    }
    set {
      if first == nil ? rest.isEmpty || rest[key] == nil : first?.key == key {
        first = newValue.map { (key, $0) }
      } else {
        rest[key] = newValue
      }
    }
  }

  mutating func removeValue(forKey key: Key) -> Value? {
    if let first, first.key == key {
      self.first = nil
      return first.value
    }
    return rest.isEmpty ? nil : rest.removeValue(forKey: key)
  }

  /// In no order.
  var all: [(key: Key, value: Value)] { (first.map { [$0] } ?? []) + rest.map { ($0.key, $0.value) } }
}

extension FewEntries: Sendable where Key: Sendable, Value: Sendable {}
