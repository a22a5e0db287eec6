// The example scripts, as documentation: whole tasks to copy from.

import CEmbedded

/// A script of examples/, carried in the binary. It opens with a comment that says what it does.
public struct Recipe: Sendable {
  /// The file's name without `.lua`; it is read about as `recipes/NAME`.
  public let name: String
  /// The whole script.
  public let source: String

  public init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// What stands before a recipe's name where names of functions and recipes are taken.
  public static let prefix = "recipes/"

  /// All recipes in the order of their names. Made anew at each call, since few scripts ask for them.
  public static var all: [Recipe] {
    var count = 0
    guard let first = embedded_recipes(&count) else { return [] }
    return UnsafeBufferPointer(start: first, count: count).map { entry in
      Recipe(
        name: String(cString: entry.name),
        source: String(decoding: UnsafeBufferPointer(start: entry.text, count: entry.size), as: UTF8.self))
    }
  }

  /// The recipe of that name, with or without `recipes/` before it and `.lua` behind it.
  public static func named(_ name: String) -> Recipe? {
    var plain = name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]
    if plain.hasSuffix(".lua") { plain = plain.dropLast(4) }
    return all.first { $0.name == plain }
  }

  /// The comment that the script opens with, as one text.
  var comment: String {
    source.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("--") }
      .map { $0.drop { $0 == "-" }.trimmingPrefix(" ") }.joined(separator: " ")
  }

  /// What it does, in one sentence: the comment's first one, without the title before its colon.
  public var summary: String {
    let comment = comment
    var sentence = comment.firstRange(of: ". ").map { comment[..<$0.lowerBound] } ?? comment[...]
    if let colon = sentence.firstRange(of: ": ") { sentence = sentence[colon.upperBound...] }
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : String(sentence)
  }

  /// A line for each recipe: `recipes/access-review: who has which role, …`.
  static var listing: String {
    all.map { "\(prefix)\($0.name): \($0.summary)" }.joined(separator: "\n")
  }
}
