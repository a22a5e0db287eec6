// Finding a whole script by what it is for.

extension Search {
  /// The recipe that is about what the question asks for; `nil` where none is about most of it.
  ///
  /// A single word in common is not enough, unless a recipe, a script or an example is asked for.
  public func recipe(_ question: String) -> Recipe? {
    let asksForScript = SearchWords.words(of: question).contains { Self.scripts.contains(Words.singular($0)) }
    let stems = Question(question).stems.filter { !Self.scripts.contains($0) }
    var best: (recipe: Recipe, share: Double)?
    for recipe in Recipe.all {
      let title = Set(SearchWords.words(of: recipe.name).map { Words.stem($0) })
      let text = Set(SearchWords.words(of: recipe.comment).map { Words.stem($0) }).union(title)
      let words = stems.map { stem -> Double in
        let forms = [stem] + SearchWords.related(stem).map(\.stem)
        return forms.contains(where: title.contains) ? 1 : forms.contains(where: text.contains) ? 0.7 : 0
      }
      let matched = words.count { $0 > 0 }
      guard matched >= (asksForScript ? 1 : 2), words.contains(1) else { continue }
      let share = words.reduce(0, +) / Double(words.count)
      if share > (best?.share ?? (asksForScript ? 0.3 : 0.59)) { best = (recipe, share) }
    }
    return best?.recipe
  }

  /// What fits a question, as text: a function's signature and summary each, then a recipe; `nil` for nothing.
  public func text(for question: String, limit: Int = 5) -> String? {
    var texts = find(question, limit: limit).map {
      $0.summary.isEmpty ? $0.signature : "\($0.signature)\n  \($0.summary)"
    }
    if texts.isEmpty { return nil }
    if let recipe = recipe(question) { texts.append("\(Recipe.prefix)\(recipe.name)\n  \(recipe.summary)") }
    return texts.joined(separator: "\n")
  }

  private static let scripts: Set<String> = ["recipe", "script", "example", "sample"]
}
