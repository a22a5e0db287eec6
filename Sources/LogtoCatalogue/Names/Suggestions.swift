// Suggestions for a function name that does not exist: by spelling, and by meaning.

extension Catalogue {
  /// Up to three short names that somebody may have meant, best first.
  ///
  /// A name that reads never has a write suggested first, nor the other way round.
  public func nearest(to spelling: String) -> [String] {
    let guess = Guess(Name.short(spelling))
    guard !guess.name.isEmpty, guess.name.utf8.count <= 128 else { return [] }
    var scored: [(name: String, isWrite: Bool, score: Double)] = []
    for operation in operations {
      let name = operation.shortName
      let score = guess.score(Guess(name), isAdministration: operation.auth == .management)
      if score >= Guess.threshold { scored.append((name, operation.isWrite, score)) }
    }
    scored.sort { ($0.score, $1.name) > ($1.score, $0.name) }
    guard let best = scored.first?.score else { return [] }
    // Far weaker ones beside a good one only distract.
    var chosen = scored.prefix { $0.score >= best * 0.7 }.prefix(3).map { $0 }
    if let isWrite = guess.action?.isWrite, let first = chosen.first, first.isWrite != isWrite {
      guard let place = scored.firstIndex(where: { $0.isWrite == isWrite && $0.score >= best * 0.4 }) else {
        return []
      }
      chosen.removeAll { $0.name == scored[place].name }
      chosen = [scored[place]] + chosen.filter { $0.isWrite == isWrite }.prefix(2)
    }
    return chosen.map(\.name)
  }
}

/// A name taken apart for comparison.
private struct Guess {
  let name: String
  let action: Synonyms.Action?
  /// The first word as it was written, when it is a verb.
  private let verb: String?
  /// What the verb acts on, in canonical words.
  private var things: [String]

  static let threshold = 0.45

  init(_ name: String) {
    self.name = name
    let words = Words.split(name)
    action = words.first.flatMap { Synonyms.action($0) }
    verb = action == nil ? nil : words.first
    things = words.dropFirst(action == nil ? 0 : 1).filter { !Self.fillers.contains($0) }.map { Synonyms.canonical($0) }
  }

  private static let statusVerbs: Set<String> = [
    "revoke", "suspend", "cancel", "disable", "enable", "activate", "deactivate", "consume", "expire",
  ]
  private static let fillers: Set<String> = [
    "to", "from", "for", "of", "the", "a", "an", "in", "with", "by", "and", "all",
  ]

  /// How likely `other` was meant, from 0 to 1.
  func score(_ other: Guess, isAdministration: Bool) -> Double {
    let limit = max(1, name.utf8.count / 4)
    var score = meaning(other)
    if let distance = Nearest.distance(name, other.name, atMost: limit) {
      score = max(score, 1 - Double(distance) / Double(name.utf8.count) * 1.2)
    }
    return isAdministration ? score : score * 0.97
  }

  /// The overlap of meaning: things count by their words in common, then what is done with them.
  private func meaning(_ other: Guess) -> Double {
    guard !things.isEmpty, !other.things.isEmpty else { return 0 }
    var other = other
    // To revoke or to suspend something is to update its status.
    let isStatus = verb.map(Self.statusVerbs.contains) == true && other.things.last == "status"
    if isStatus { other.things.removeLast() }
    var rest = other.things
    var common = 0.0
    for thing in things {
      if let place = rest.firstIndex(where: { $0 == thing }) {
        rest.remove(at: place)
        common += 1
      } else if let place = rest.firstIndex(where: { Self.isLike($0, thing) }) {
        rest.remove(at: place)
        common += 0.75
      }
    }
    let overlap = 2 * common / Double(things.count + other.things.count)
    var deed = 0.5
    if let action, let theirs = other.action {
      deed =
        isStatus ? 0.95 : verb == other.verb ? 1 : action == theirs ? 0.9 : action.isWrite == theirs.isWrite ? 0.5 : 0
    }
    return overlap * (0.7 + 0.3 * deed)
  }

  private static func isLike(_ one: String, _ other: String) -> Bool {
    one.utf8.count > 3 && Nearest.distance(one, other, atMost: max(1, one.utf8.count / 4)) != nil
  }
}
