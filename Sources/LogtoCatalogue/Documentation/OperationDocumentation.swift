// The words about a function, read from the catalogue.

/// What the project says about one function.
public struct FunctionDocumentation: Sendable {
  let storage: CatalogueStorage
  let record: Int

  private func list(after words: Int, count: Int) -> [String] {
    let start = record + Layout.documentationWords + words
    return (0..<storage.count(UInt32(count), of: 1, at: start)).map { storage.string(storage.word(start + $0)) }
  }
  private var noteCount: Int { Int(storage.word(record + 4)) }
  private var argumentCount: Int { Int(storage.word(record + 5)) }
  private var idCount: Int { Int(storage.word(record + 6)) }
  private var relatedCount: Int { Int(storage.word(record + 7)) }

  /// One line of at most 90 characters.
  public var summary: String { storage.string(storage.word(record)) }
  /// What else people call it or what it is about, for the search alone.
  public var words: String? { storage.optionalString(storage.word(record + 8)) }
  /// Whether doing it twice is the same as doing it once.
  public var isIdempotent: Bool { storage.word(record + 1) & 1 != 0 }
  /// What the result is, where its type does not say it.
  public var result: String? { storage.optionalString(storage.word(record + 2)) }
  /// A line or more of Lua.
  public var example: String? { storage.optionalString(storage.word(record + 3)) }
  /// Preconditions and traps.
  public var notes: [String] { list(after: 0, count: noteCount) }
  /// Meanings of arguments.
  public var arguments: [(name: String, text: String)] { pairs(after: noteCount, count: argumentCount) }
  /// Where ids come from: argument, operation.
  public var ids: [(name: String, text: String)] { pairs(after: noteCount + 2 * argumentCount, count: idCount) }
  /// Short names of functions that belong together with this one.
  public var related: [String] {
    list(after: noteCount + 2 * (argumentCount + idCount), count: relatedCount)
  }

  private func pairs(after words: Int, count: Int) -> [(name: String, text: String)] {
    let texts = list(after: words, count: 2 * count)
    return stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], texts[$0 + 1]) }
  }
}

extension Operation {
  /// The words about it; `nil` for one that came from a tenant's own document.
  public var documentation: FunctionDocumentation? {
    let record = Int(word(.documentation))
    return record == 0 ? nil : FunctionDocumentation(storage: storage, record: record)
  }
}

/// A function that is no operation: `each`, `parallel.map`, `json.encode`.
public struct Helper: Sendable {
  /// Its name as it is called, such as `parallel.map`.
  public let name: String
  /// Its arguments and result: `each(name, args?) -> iterator`.
  public let signature: String
  public let documentation: FunctionDocumentation
}

extension Catalogue {
  /// The documented helpers, in the order of their file.
  public var helpers: [Helper] {
    let start = Int(storage.header(.helpers))
    return (0..<storage.count(storage.header(.helperCount), of: 3, at: start)).map { position in
      let record = start + position * 3
      return Helper(
        name: storage.string(storage.word(record)), signature: storage.string(storage.word(record + 1)),
        documentation: FunctionDocumentation(storage: storage, record: Int(storage.word(record + 2))))
    }
  }

  /// The helper of that name, with or without `logto.` before it.
  public func helper(named name: String) -> Helper? {
    let plain = name.hasPrefix("logto.") ? String(name.dropFirst("logto.".count)) : name
    return helpers.first { $0.name == name || $0.name == plain || $0.name == "logto.\(plain)" }
  }
}
