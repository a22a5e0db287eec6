// Several pages at once, as `docs.read` and `logto-lua docs` are asked for them.

/// There is no page of a name that was asked for.
public struct MissingPage: Error {
  public let message: String
  /// What to do about it.
  public let hint: String
}

extension Documentation {
  /// The pages that the words ask for, with an empty line between.
  ///
  /// A word names a function, a helper, a type (`HookEvent`), a recipe (`recipes/NAME`, or `recipes` for a list of
  /// them), or, after a function, a place within it (`body.profile`), which is then shown instead of the function.
  public func pages(_ words: [String]) throws(MissingPage) -> String {
    var pages: [String] = []
    var function: Operation?
    for (index, word) in words.enumerated() {
      if let function, isPlace(word, in: function) {
        guard let page = text(for: function, at: word) else {
          throw MissingPage(
            message: "\(function.shortName) has no place '\(word)'", hint: signature(of: function))
        }
        pages.append(page)
        continue
      }
      guard let page = read(word) else { throw missing(word) }
      function = catalogue.operation(named: word)
      // Who asks for a place knows the function.
      let isPlaceNext = function.map { index + 1 < words.count && isPlace(words[index + 1], in: $0) }
      if isPlaceNext != true { pages.append(page) }
    }
    return pages.joined(separator: "\n\n")
  }

  /// Whether a word means a place within a function: `body.profile` and `result[].id` do, and a property's name that
  /// is no page's.
  private func isPlace(_ word: String, in function: Operation) -> Bool {
    let first = word.prefix { $0 != "." && $0 != "[" }
    if ["body", "result", "parameter"].contains(first) { return true }
    return read(word) == nil && (text(for: function, at: word) != nil || first.count < word.count)
  }

  private func missing(_ word: String) -> MissingPage {
    let isRecipe = word.hasPrefix(Recipe.prefix)
    let near =
      isRecipe
      ? Nearest.matches(String(word.dropFirst(Recipe.prefix.count)), among: Recipe.all.map(\.name))
        .map { Recipe.prefix + $0 }
      : catalogue.nearest(to: word)
    return MissingPage(
      message: "there is no page '\(word)'",
      hint: near.isEmpty
        ? "see \(isRecipe ? "docs.read(\"recipes\")" : "docs.list()")"
        : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
  }
}
