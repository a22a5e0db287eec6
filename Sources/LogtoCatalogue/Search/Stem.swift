// Words without their endings, so that `deleting`, `deleted` and `deletes` are one word.

extension Words {
  /// The stem of a word in small letters. Made for comparing, not for showing.
  static func stem(_ word: String) -> String {
    var stem = singular(word)
    guard stem.utf8.count > 3, stem.utf8.allSatisfy({ $0 < 0x80 }) else { return stem }
    for (ending, kept) in endings where stem.hasSuffix(ending) && stem.utf8.count - ending.utf8.count >= 3 {
      stem = stem.dropLast(ending.utf8.count) + kept
      break
    }
    // `banned` and `banning` leave a doubled letter behind, `deleted` and `delete` differ in an e.
    let last = stem.utf8.suffix(2)
    if last.count == 2, last.first == last.last, let letter = last.last, !"aeiouls".utf8.contains(letter) {
      stem.removeLast()
    }
    if stem.utf8.count > 3, stem.hasSuffix("e") { stem.removeLast() }
    if stem.utf8.count > 3, stem.hasSuffix("y") { stem = stem.dropLast() + "i" }
    return stem
  }

  private static let endings: [(ending: String, kept: String)] = [
    ("ications", "i"), ("ication", "i"), ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ings", ""),
    ("ing", ""), ("ies", "y"), ("ied", "y"), ("ed", ""), ("ers", ""), ("ly", ""),
  ]
}
