// Misspelt words of a question, put right where one known word is near.

/// The words that the search knows, as they are written.
struct Spelling: Sendable {
  private let words: [String]
  private let stems: Set<String>

  init(_ texts: some Sequence<String>) {
    var known: Set<String> = SearchWords.empty
    for text in texts { known.formUnion(Words.split(text)) }
    known.formUnion(Synonyms.allActions.map(\.word))
    for text in SearchWords.allTexts { known.formUnion(Words.split(text)) }
    words = known.filter { $0.utf8.count >= Self.shortest - 1 }.sorted()
    stems = Set(known.map { Words.stem($0) })
  }

  /// Shorter words are too easily other words.
  private static let shortest = 5

  /// The text with each unknown word replaced by the known one that differs least: by one letter, by two in long
  /// words, never in the first. Names of people and things mostly stay what they are.
  func corrected(_ text: String) -> String {
    Words.split(text).map { word in
      guard word.utf8.count >= Self.shortest, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
        !stems.contains(Words.stem(word))
      else { return word }
      return nearest(to: word) ?? word
    }
    .joined(separator: " ")
  }

  private func nearest(to word: String) -> String? {
    let letters = Array(word.utf8)
    var best: (word: String, distance: Int)?
    var allowed = letters.count >= 8 ? 2 : 1
    for candidate in words where candidate.utf8.first == letters.first {
      guard let distance = Nearest.distance(letters, Array(candidate.utf8), atMost: allowed) else { continue }
      if let best, best.distance <= distance { continue }
      best = (candidate, distance)
      if distance == 1 { break }
      allowed = distance
    }
    return best?.word
  }
}
