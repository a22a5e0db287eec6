// Misspelt words of a question, put right where one known word is near.

extension Search {
  /// The text with each unknown word replaced by the known one that differs least: by one letter, by two in long
  /// words, never in the first. Names of people and things mostly stay what they are.
  func corrected(_ text: String) -> String {
    let words = Words.split(text)
    let unknown = words.filter { isMisspelt($0) }
    guard !unknown.isEmpty else { return text }
    // Gathered when one is misspelt only: most are not.
    let known = Spelling.words(of: catalogue)
    return words.map { unknown.contains($0) ? Spelling.nearest(to: $0, among: known) ?? $0 : $0 }
      .joined(separator: " ")
  }

  private func isMisspelt(_ word: String) -> Bool {
    word.utf8.count >= Spelling.shortest && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      && !SearchWords.empty.contains(word) && !index.knows(word)
  }
}

enum Spelling {
  /// Shorter words are too easily other words.
  static let shortest = 5

  /// The words that the search knows, as they are written, sorted.
  static func words(of catalogue: Catalogue) -> [String] {
    var texts = catalogue.operations.flatMap { [$0.shortName, $0.group] + self.texts($0.documentation) }
    texts += catalogue.helpers.flatMap { [$0.name] + self.texts($0.documentation) }
    texts += SearchWords.allTexts + Synonyms.allActions.map(\.word)
    return Set(texts.flatMap { Words.split($0) }).filter { $0.utf8.count >= shortest - 1 }.sorted()
  }

  private static func texts(_ words: FunctionDocumentation?) -> [String] {
    [words?.summary, words?.words].compactMap(\.self)
  }

  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.utf8)
    var best: (word: String, distance: Int)?
    let allowed = letters.count >= 8 ? 2 : 1
    for candidate in words where candidate.utf8.first == letters.first {
      let limit = best.map { $0.distance - 1 } ?? allowed
      guard limit > 0 else { break }
      if let distance = Nearest.distance(letters, Array(candidate.utf8), atMost: limit) { best = (candidate, distance) }
    }
    return best?.word
  }
}
