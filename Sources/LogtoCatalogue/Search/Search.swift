// Finding a function by what it is for.

/// Searches a catalogue's functions by plain words.
///
/// Ranks by name, group, summary, path, body properties and related words. What end users do for themselves (their
/// account, a sign-in) comes after what administrators do, unless it is asked for. Nothing is stored: the words of
/// all functions are gathered when a value is made (a few milliseconds), so keep it for several searches.
public struct Search: Sendable {
  private let catalogue: Catalogue
  private let index: SearchIndex

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    index = SearchIndex(catalogue)
  }

  /// A function that was found.
  public struct Result: Sendable, Equatable {
    /// The short name, or a helper's.
    public let name: String
    /// How well it fits; only good for comparing results of one search.
    public let score: Double
    /// One line of at most 90 characters; empty where there is none.
    public let summary: String
    public let signature: String
  }

  /// The functions that fit best, best first.
  public func find(_ question: String, limit: Int = 5) -> [Result] {
    rank(question).prefix(max(0, limit)).map { name, score in
      if let operation = catalogue.operation(named: name) {
        return Result(
          name: name, score: score, summary: operation.documentation?.summary ?? "",
          signature: Documentation(catalogue).signature(of: operation))
      }
      let helper = catalogue.helper(named: name)
      return Result(
        name: name, score: score, summary: helper?.documentation.summary ?? "", signature: helper?.signature ?? name)
    }
  }

  /// All functions that fit at all, best first, with their scores.
  func rank(_ question: String) -> [(name: String, score: Double)] {
    let exact = Name.short(question)
    let question = Question(question)
    guard !question.stems.isEmpty || question.action != nil else { return [] }
    var ranked: [(name: String, score: Double)] = []
    for entry in index.entries {
      var score = question.score(entry, in: index)
      if entry.name == exact { score += 100 }
      if score > 0.5 { ranked.append((entry.name, score)) }
    }
    return ranked.sorted { ($0.score, $1.name) > ($1.score, $0.name) }
  }
}

/// A question taken apart.
struct Question {
  /// Stems of the words that say what it is about, each once.
  private(set) var stems: [String] = []
  /// What is to be done, by the first verb.
  private(set) var action: Synonyms.Action?
  private var verbs: Set<String> = []
  private let asksForEndUser: Bool

  init(_ text: String) {
    var words = Words.split(text)
    var place = 0
    while place + 1 < words.count {
      if let joined = SearchWords.joined["\(words[place]) \(words[place + 1])"] {
        words.replaceSubrange(place...place + 1, with: [joined])
      }
      place += 1
    }
    asksForEndUser = words.contains { SearchWords.endUser.contains($0) }
    for word in words where !SearchWords.empty.contains(word) {
      let stem = Words.stem(word)
      if let action = Self.action(word) {
        if self.action == nil { self.action = action }
        verbs.insert(stem)
        // A verb that is also a thing (`invite`, `log`) still says what it is about, a pure verb does not.
        if Self.pureVerbs.contains(stem) { continue }
      }
      if !stems.contains(stem) { stems.append(stem) }
    }
  }

  /// The action of a verb in any form.
  private static func action(_ word: String) -> Synonyms.Action? {
    Synonyms.action(word) ?? actionsByStem[Words.stem(word)]
  }

  private static let actionsByStem: [String: Synonyms.Action] = {
    var actions: [String: Synonyms.Action] = [:]
    for (word, action) in Synonyms.allActions where actions[Words.stem(word)] == nil {
      actions[Words.stem(word)] = action
    }
    return actions
  }()

  private static let pureVerbs = Set(
    "get list show find fetch read view see create add make delete remove update edit change set modify put give do has"
      .split(separator: " ").map { Words.stem(String($0)) })

  func score(_ entry: SearchEntry, in index: SearchIndex) -> Double {
    var score = 0.0
    var covered: Set<String> = []
    for stem in stems {
      var best = (entry.weights[stem] ?? 0) * index.rarity(of: stem)
      if entry.nameStems.contains(stem) { covered.insert(stem) }
      for (other, weight) in SearchWords.related(stem) {
        best = max(best, (entry.weights[other] ?? 0) * index.rarity(of: other) * weight)
        if entry.nameStems.contains(other) { covered.insert(other) }
      }
      score += best
    }
    guard score > 0 || stems.isEmpty else { return 0 }
    // A name that says nothing else than the question is meant rather than a longer one.
    let names = Set(entry.nameStems)
    if !names.isEmpty { score += 2.2 * Double(covered.count) / Double(names.count) }
    score += deed(entry)
    if let auth = entry.auth, auth != .management {
      score *= asksForEndUser ? (auth == .public ? 0.9 : 1.12) : 0.72
    }
    return entry.isDeprecated ? score * 0.6 : score
  }

  /// What the verb adds: the same verb most, one that does the same nearly as much, the opposite takes away.
  private func deed(_ entry: SearchEntry) -> Double {
    guard let action, let theirs = entry.action else { return 0 }
    if verbs.contains(entry.verb) { return 1.6 }
    if action == theirs { return 1.2 }
    if action.isWrite != theirs.isWrite { return -1.2 }
    // Adding, replacing and removing are not the same, yet all of them are writes.
    return action == .delete || theirs == .delete ? -0.8 : 0
  }
}
