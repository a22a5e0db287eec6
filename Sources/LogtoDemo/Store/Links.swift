// Who belongs to what: pairs of ids in the order in which they were joined.

/// Pairs of one kind, such as roles and their users.
struct Links {
  private var pairs: [(left: String, right: String)] = []
  private var known: Set<Pair> = []

  private struct Pair: Hashable {
    let left: String
    let right: String
  }

  func contains(_ left: String, _ right: String) -> Bool { known.contains(Pair(left: left, right: right)) }

  /// What is joined to `left`, oldest first.
  func rights(of left: String) -> [String] { pairs.compactMap { $0.left == left ? $0.right : nil } }

  /// What `right` is joined to, oldest first.
  func lefts(of right: String) -> [String] { pairs.compactMap { $0.right == right ? $0.left : nil } }

  /// Joins the two, where they are not joined yet. Answers whether they were not.
  @discardableResult
  mutating func join(_ left: String, _ right: String) -> Bool {
    guard known.insert(Pair(left: left, right: right)).inserted else { return false }
    pairs.append((left, right))
    return true
  }

  /// Parts the two. Answers whether they were joined.
  @discardableResult
  mutating func part(_ left: String, _ right: String) -> Bool {
    guard known.remove(Pair(left: left, right: right)) != nil else { return false }
    pairs.removeAll { $0.left == left && $0.right == right }
    return true
  }

  /// `left` is joined to exactly `rights`.
  mutating func replace(_ left: String, with rights: [String]) {
    removeAll { old, _ in old == left }
    for right in rights { join(left, right) }
  }

  mutating func removeAll(where shouldRemove: (_ left: String, _ right: String) -> Bool) {
    pairs.removeAll { pair in
      guard shouldRemove(pair.left, pair.right) else { return false }
      known.remove(Pair(left: pair.left, right: pair.right))
      return true
    }
  }
}
