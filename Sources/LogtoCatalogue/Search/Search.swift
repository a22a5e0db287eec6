// Finding a function by what it is for.

/// Searches a catalogue's functions by plain words.
///
/// Ranks by name, group, summary, path, body properties and related words. What end users do for themselves (their
/// account, a sign-in) comes after what administrators do, unless it is asked for. Nothing is stored: the words of
/// all functions are gathered when a value is made (a few milliseconds), so keep it for several searches.
public struct Search: Sendable {
  let catalogue: Catalogue
  let index: SearchIndex

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    index = SearchIndex(catalogue)
  }

  /// Whether this is the catalogue that is searched.
  package func isOf(_ catalogue: Catalogue) -> Bool { self.catalogue.storage === catalogue.storage }

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
    let question = Question(corrected(question))
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
