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
  private let asksForAccount: Bool
  private let asksForExperience: Bool
  private let asksForPublic: Bool
  /// Some thing is in the plural.
  private var asksForMany = false

  init(_ text: String) {
    let words = SearchWords.words(of: text)
    // "Which users …", "who has …" ask to read.
    if let first = words.first, Self.asking.contains(first) { action = .read }
    asksForAccount = words.contains { SearchWords.ownAccount.contains($0) }
    asksForExperience = words.contains { SearchWords.signInSteps.contains($0) }
    asksForPublic = words.contains { SearchWords.anybody.contains($0) }
    for word in words where !SearchWords.empty.contains(word) || word.hasPrefix("who") {
      let stem = Words.stem(word)
      // "Linked accounts", "failed calls": what was done says which are meant, not what to do.
      if !word.hasSuffix("ed"), !Self.things.contains(word), let action = Self.action(word) {
        if self.action == nil { self.action = action }
        verbs.insert(stem)
        // A verb that is also a thing (`invite`, `log`) still says what it is about, a pure verb does not.
        if Self.pureVerbs.contains(stem) { continue }
      }
      if Words.singular(word) != word { asksForMany = true }
      if !stems.contains(stem) { stems.append(stem) }
    }
  }

  /// Things that look like verbs.
  private static let things: Set<String> = ["settings", "setting", "listing", "listings", "adds", "sends"]

  private static let asking: Set<String> = [
    "which", "what", "who", "whose", "where", "when", "does", "is", "are", "count",
  ]

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
    var matched = 0
    var covered: Set<String> = []
    for stem in stems {
      var best = (entry.weights[stem] ?? 0) * index.rarity(of: stem)
      // A word of the question stands for one word of the name at most.
      var named = entry.nameStems.contains(stem) ? stem : nil
      for (other, weight) in SearchWords.related(stem) {
        best = max(best, (entry.weights[other] ?? 0) * index.rarity(of: other) * weight)
        if named == nil, entry.nameStems.contains(other) { named = other }
      }
      if let named {
        covered.insert(named)
        if named == stem { score += 0.3 }
        // "Users of an organization" are users: what is asked for first stands last in a name.
        if stem == stems.first, named == entry.nameStems.last { score += 0.5 }
      }
      score += best
      if best > 0 { matched += 1 }
    }
    guard score > 0 || stems.isEmpty else { return 0 }
    // A name that says nothing else than the question is meant rather than a longer one.
    let names = Set(entry.nameStems)
    if !names.isEmpty { score += 2.2 * Double(covered.count) / Double(names.count) }
    // What answers the whole question goes before what answers one word of it well.
    if !stems.isEmpty { score *= 0.35 + 0.65 * Double(matched) / Double(stems.count) }
    score += deed(entry) + prior(entry)
    guard let auth = entry.auth else { return score * 0.85 }
    score *= weight(of: auth)
    return entry.isDeprecated ? score * 0.6 : score
  }

  /// What end users do for themselves counts less than what administrators do, unless it is asked for.
  private func weight(of auth: Operation.Auth) -> Double {
    let isOther = asksForAccount || asksForExperience
    switch auth {
    case .management: return isOther ? 0.85 : 1
    case .account: return asksForAccount ? 1.15 : 0.65
    case .experience: return asksForExperience ? 1.15 : asksForAccount ? 0.75 : 0.65
    case .public: return asksForPublic ? 1.2 : 0.75
    }
  }

  /// Where nothing else decides, looking comes before changing, and changing before deleting.
  private func prior(_ entry: SearchEntry) -> Double {
    switch entry.action {
    case .read: (entry.verb == "list") == asksForMany ? 0.35 : 0.1
    case .update, .create: 0.1
    default: 0
    }
  }

  /// What the verb adds: the same verb most, one that does the same nearly as much, the opposite takes away.
  private func deed(_ entry: SearchEntry) -> Double {
    guard let action, let theirs = entry.action else { return 0 }
    if verbs.contains(entry.verb) { return 1.6 }
    if action == theirs { return 1.2 }
    if action.isWrite != theirs.isWrite { return -2 }
    // Adding, replacing and removing are not the same, yet all of them are writes.
    return action == .delete || theirs == .delete ? -1.5 : 0
  }
}
