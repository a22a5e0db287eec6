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
  /// them), or, after a function, a place within it (`body.profile`).
  public func pages(_ words: [String]) throws(MissingPage) -> String {
    var pages: [String] = []
    var function: Operation?
    for word in words {
      let place = function.flatMap { text(for: $0, at: word) }
      if let place, Self.looksLikePlace(word) {
        pages.append(place)
      } else if let page = read(word) {
        pages.append(page)
        function = catalogue.operation(named: word)
      } else if let place {
        pages.append(place)
      } else if let function, Self.looksLikePlace(word) {
        throw MissingPage(
          message: "\(function.shortName) has no place '\(word)'", hint: signature(of: function))
      } else {
        throw missing(word)
      }
    }
    return pages.joined(separator: "\n\n")
  }

  /// `body`, `body.profile`, `result[].id`: a place even where something else is called like it.
  private static func looksLikePlace(_ word: String) -> Bool {
    let first = word.prefix { $0 != "." && $0 != "[" }
    return first.count < word.count || ["body", "result"].contains(first)
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
