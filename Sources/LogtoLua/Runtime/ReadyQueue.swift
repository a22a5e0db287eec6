/// Whose turn is next. Those that have just begun, or come back from a wait, need little and go first, in the order in
/// which they came; those that have used up a whole turn come after them, but every fourth turn is theirs.
struct ReadyQueue<Element> {
  /// Turns of the first kind that those of the second kind let pass.
  static var patience: Int { 3 }

  private var fresh = Fifo<Element>()
  private var spent = Fifo<Element>()
  private var passed = 0

  var isEmpty: Bool { fresh.isEmpty && spent.isEmpty }
  var count: Int { fresh.count + spent.count }

  /// - Parameter hasUsedUp: it has just used up a whole turn.
  mutating func put(_ element: Element, hasUsedUp: Bool) {
    if hasUsedUp { spent.put(element) } else { fresh.put(element) }
  }

  mutating func take() -> Element? {
    if !fresh.isEmpty, spent.isEmpty || passed < Self.patience {
      passed += spent.isEmpty ? 0 : 1
      return fresh.take()
    }
    passed = 0
    return spent.take()
  }
}
