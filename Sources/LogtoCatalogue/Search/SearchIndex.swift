// The words of all functions, weighed by where they stand. Made in memory at the first search.

/// One function as the search sees it.
struct SearchEntry {
  let name: String
  let auth: Operation.Auth?
  let isWrite: Bool
  let isDeprecated: Bool
  let action: Synonyms.Action?
  let verb: String
  /// Stems of the name without its verb.
  let nameStems: [String]
  /// The words of the name without its verb, as they are written.
  let forms: Set<String>
  /// The weight of each stem that stands anywhere.
  var weights: [String: Double] = [:]

  mutating func add(_ text: String, weight: Double) {
    for word in SearchWords.words(of: text) where !SearchWords.empty.contains(word) {
      let stem = Words.stem(word)
      weights[stem] = max(weights[stem] ?? 0, weight)
    }
  }
}

/// The words of a catalogue.
struct SearchIndex: Sendable {
  let entries: [SearchEntry]
  /// How much a stem says: rare ones say more.
  private let rarity: [String: Double]

  init(_ catalogue: Catalogue) {
    var entries = catalogue.operations.map { Self.entry($0) }
    entries += catalogue.helpers.map { Self.entry($0) }
    var counts: [String: Int] = [:]
    for entry in entries { for stem in entry.weights.keys { counts[stem, default: 0] += 1 } }
    self.entries = entries
    rarity = counts.mapValues { Self.rarity(count: $0, of: entries.count) }
  }

  /// Between 1 for a word of every function and about 4 for a word of one.
  private static func rarity(count: Int, of total: Int) -> Double {
    var value = 1.0
    var count = count
    while count < total, value < 4 {
      count *= 4
      value += 0.6
    }
    return value
  }

  func rarity(of stem: String) -> Double { rarity[stem] ?? 0 }

  /// Whether a word, in any form, stands in a text of a function or is known to mean something else.
  func knows(_ word: String) -> Bool {
    let stem = Words.stem(word)
    return rarity[stem] != nil || !SearchWords.related(stem).isEmpty || Question.action(word) != nil
  }

  private static func entry(_ operation: Operation) -> SearchEntry {
    var entry = entry(operation.shortName, operation.documentation)
    entry = SearchEntry(
      name: entry.name, auth: operation.auth, isWrite: operation.isWrite, isDeprecated: operation.isDeprecated,
      action: entry.action, verb: entry.verb, nameStems: entry.nameStems, forms: entry.forms,
      weights: entry.weights)
    entry.add(operation.group, weight: 0.55)
    entry.add(String(operation.path.trimmingPrefix("/api")), weight: 0.35)
    for parameter in operation.parameters { entry.add(parameter.argument, weight: 0.3) }
    for property in operation.body?.schema.properties ?? [] { entry.add(property.name, weight: 0.35) }
    if entry.verb == "get" {
      for property in operation.success?.schema?.properties ?? [] { entry.add(property.name, weight: 0.2) }
    }
    return entry
  }

  private static func entry(_ helper: Helper) -> SearchEntry { entry(helper.name, helper.documentation) }

  private static func entry(_ name: String, _ words: FunctionDocumentation?) -> SearchEntry {
    let parts = SearchWords.words(of: name)
    let action = parts.first.flatMap { Synonyms.action($0) }
    let things = parts.dropFirst(action == nil ? 0 : 1).filter { $0 == "new" || !SearchWords.empty.contains($0) }
    var entry = SearchEntry(
      name: name, auth: nil, isWrite: false, isDeprecated: false, action: action,
      verb: Words.stem(parts.first ?? ""), nameStems: things.map { Words.stem($0) }, forms: Set(things))
    for word in parts { entry.weights[Words.stem(word)] = 1 }
    if let words {
      entry.add(words.summary, weight: 0.7)
      if let others = words.words { entry.add(others, weight: 0.65) }
      for note in words.notes { entry.add(note, weight: 0.25) }
      for argument in words.arguments { entry.add(argument.text, weight: 0.2) }
    }
    return entry
  }
}
