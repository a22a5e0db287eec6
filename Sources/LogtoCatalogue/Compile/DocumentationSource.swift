// The words about a function, as they stand in contract/docs/.

import JSON

/// A line of a file of contract/docs/: what the project says about one operation or helper.
public struct DocumentationSource: Sendable, Equatable {
  /// The operation's name in any spelling, or the helper's.
  public var name: String
  public var summary: String
  public var isIdempotent: Bool
  /// What else people call it or what it is about, for the search alone: words with spaces between.
  public var words: String?
  public var notes: [String]
  /// Meanings of arguments and body properties whose name does not say it.
  public var arguments: [(name: String, text: String)]
  /// For an argument that is an id: the operation that lists such ids.
  public var ids: [(name: String, text: String)]
  public var result: String?
  public var example: String?
  public var related: [String]
  /// Of a helper: how it is called. Operations' signatures come from their schemas.
  public var signature: String?

  public static func == (one: DocumentationSource, other: DocumentationSource) -> Bool {
    one.name == other.name && one.summary == other.summary && one.words == other.words
      && one.isIdempotent == other.isIdempotent
      && one.notes == other.notes && one.arguments.elementsEqual(other.arguments, by: ==)
      && one.ids.elementsEqual(other.ids, by: ==) && one.result == other.result && one.example == other.example
      && one.related == other.related && one.signature == other.signature
  }

  /// The longest summary that is allowed, in characters.
  public static let summaryLimit = 90

  private static let keys: Set<String> = [
    "name", "summary", "words", "idempotent", "notes", "arguments", "ids", "result", "example", "related", "signature",
  ]

  /// Reads a line.
  ///
  /// - Throws: `CatalogueError` for a missing name or summary, one that is too long, and an unknown key.
  public init(_ value: JSONValue) throws(CatalogueError) {
    guard let name = value["name"]?.stringValue else { throw CatalogueError("no 'name'") }
    for member in value.members where !Self.keys.contains(member.key) {
      throw CatalogueError("\(name): unknown key '\(member.key)'")
    }
    guard let summary = value["summary"]?.stringValue, !summary.isEmpty else {
      throw CatalogueError("\(name): no 'summary'")
    }
    guard summary.count <= Self.summaryLimit else {
      throw CatalogueError("\(name): the summary has \(summary.count) characters, \(Self.summaryLimit) are allowed")
    }
    self.name = name
    self.summary = summary
    words = value["words"]?.stringValue
    isIdempotent = value["idempotent"]?.boolValue ?? false
    notes = Self.texts(value["notes"])
    arguments = Self.pairs(value["arguments"])
    ids = Self.pairs(value["ids"])
    result = value["result"]?.stringValue
    example = value["example"]?.stringValue
    related = Self.texts(value["related"])
    signature = value["signature"]?.stringValue
  }

  private static func texts(_ value: JSONValue?) -> [String] { (value?.arrayValue ?? []).compactMap(\.stringValue) }

  private static func pairs(_ value: JSONValue?) -> [(name: String, text: String)] {
    (value?.members ?? []).compactMap { member in member.value.stringValue.map { (member.key, $0) } }
  }
}
