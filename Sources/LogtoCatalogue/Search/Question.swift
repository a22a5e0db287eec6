// What a question asks for: the things it is about, what is to be done with them, and by whom.

/// A question taken apart.
struct Question {
  /// Stems of the words that say what it is about, each once.
  private(set) var stems: [String] = []
  /// What is to be done, by the first verb.
  private(set) var action: Synonyms.Action?
  /// The thing that is asked for: of `roles of a user` and `a user's roles` the roles.
  private(set) var head: String?
  private(set) var verbs: Set<String> = []
  /// All words as they were written.
  private(set) var forms: Set<String>
  /// Some thing is in the plural.
  private(set) var asksForMany = false
  /// One thing is asked for by its id, or in detail.
  let asksForOne: Bool
  /// What is there is to be replaced as a whole.
  let asksForExactly: Bool
  let asksForAccount: Bool
  let asksForExperience: Bool
  let asksForPublic: Bool

  init(_ text: String) {
    let words = SearchWords.words(of: text)
    forms = Set(words)
    asksForAccount = Self.isAboutOneself(words)
    asksForExperience = words.contains { SearchWords.signInSteps.contains($0) }
    asksForPublic = words.contains { SearchWords.anybody.contains($0) }
    asksForOne = words.contains { Self.single.contains($0) }
    asksForExactly = words.contains { Self.whole.contains($0) }
    // "Which users …", "who has …" ask to read.
    if let first = words.first {
      if Self.asking.contains(first) { action = .read }
      // "New role", but not "new users this week".
      if first == "new" || first == "another", words.count > 1, !words.contains(where: Self.isPlural) {
        action = .create
      }
    }
    asksForMany = words.contains { Self.many.contains($0) }
    for (place, word) in words.enumerated() where !SearchWords.empty.contains(word) || word.hasPrefix("who") {
      // "Without deleting it" says what is not to be done.
      if place > 0, words[place - 1] == "without", word.hasSuffix("ing") { continue }
      let stem = Words.stem(word)
      // "Linked accounts", "failed calls": what was done says which are meant, not what to do.
      if word.hasSuffix("ed"), Self.action(word) != nil { verbs.insert(stem + " done") }
      if !word.hasSuffix("ed"), !Self.things.contains(word), let action = Self.action(word) {
        if self.action == nil { self.action = action }
        verbs.insert(stem)
        // A verb that is also a thing (`invite`, `log`) still says what it is about, a pure verb does not.
        if Self.pureVerbs.contains(stem) { continue }
      } else {
        let isOwner = place + 1 < words.count && words[place + 1] == "s"
        if head == nil, !isOwner { head = stem }
      }
      if Self.isPlural(word) { asksForMany = true }
      if !stems.contains(stem) { stems.append(stem) }
    }
    // "Members should join by themselves" is to be set up; "which roles should be there" only asks.
    if action == nil, let first = words.first, first != "should", words.contains("should") { action = .create }
    // "When a user is deleted": something is to happen at an event.
    if let place = words.firstIndex(where: { $0 == "when" || $0 == "whenever" }), action != .read || place > 0,
      words[place...].contains(where: { $0.hasSuffix("ed") || $0 == "new" })
    {
      stems += ["webhook", "event"].map { Words.stem($0) }.filter { !stems.contains($0) }
    }
  }

  /// Whether somebody asks about their own account: `my password`, not `my webhook`.
  private static func isAboutOneself(_ words: [String]) -> Bool {
    for (place, word) in words.enumerated() {
      if SearchWords.oneself.contains(word) { return true }
      guard SearchWords.owning.contains(word) else { continue }
      if words[place...].dropFirst().prefix(3).contains(where: { SearchWords.ownThings.contains(Words.singular($0)) }) {
        return true
      }
    }
    return false
  }

  private static func isPlural(_ word: String) -> Bool { Words.singular(word) != word && word.count > 1 }

  private static let many: Set<String> = ["all", "every", "each", "who", "which", "everyone", "everybody"]
  private static let single: Set<String> = ["detail", "details", "info", "information", "one", "single", "id"]
  private static let whole: Set<String> = ["exactly", "only", "overwrite", "replace", "full", "entire", "whole"]

  /// Things that look like verbs.
  private static let things: Set<String> = [
    "settings", "setting", "listing", "listings", "adds", "sends", "building", "string", "ending", "provisioning",
  ]

  private static let asking: Set<String> = [
    "which", "what", "who", "whose", "where", "when", "does", "is", "are", "count", "how",
  ]

  /// The action of a verb in any form.
  static func action(_ word: String) -> Synonyms.Action? {
    if let action = Synonyms.action(word) { return action }
    // An invitation is a thing, however much it looks like inviting.
    let isThing = ["tion", "tions", "ment", "ments", "er", "ers"].contains { word.hasSuffix($0) }
    return isThing ? nil : actionsByStem[Words.stem(word)]
  }

  private static let actionsByStem: [String: Synonyms.Action] = {
    var actions: [String: Synonyms.Action] = [:]
    for (word, action) in Synonyms.allActions where actions[Words.stem(word)] == nil {
      actions[Words.stem(word)] = action
    }
    return actions
  }()

  private static let pureVerbs = Set(
    """
    get list show find fetch read view see create add make delete remove update edit change set modify put give do has \
    erase build define correct fix adjust alter overwrite replace expel strip kill close mark open purge destroy wipe
    """
    .split { $0 == " " || $0 == "\n" }.map { Words.stem(String($0)) })
}
