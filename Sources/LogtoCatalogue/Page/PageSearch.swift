// What the page's search looks through, as a script: a page of the file system may load one, but no JSON.

import JSON

/// Writes search-data.js.
struct PageSearch {
  let catalogue: Catalogue
  let map: PageMap

  /// `entries`: name, summary, page, group, whether it is for end users, whether it is deprecated, names of arguments and
  /// what else people call it.
  /// `related`: beginnings of words that a word may mean. `actions`: what a verb does. `empty`: words without meaning.
  var file: [UInt8] {
    let data: JSONValue = [
      "entries": .array(map.groups.flatMap { group in group.operations.map { entry($0, group) } } + helpers + recipes),
      "related": .object(Self.related),
      "actions": .object(JSONObject(Synonyms.allActions.map { ($0.word, .string($0.action.rawValue)) })),
      "empty": .array(SearchWords.empty.sorted().map { .string($0) }),
    ]
    return Array("// \(PageFrame.mark)\nwindow.logtoReference = \(data.encodedString());\n".utf8)
  }

  private func entry(_ operation: Operation, _ group: PageMap.Group) -> JSONValue {
    var names = operation.parameters.map(\.argument) + (operation.body?.schema.properties.map(\.name) ?? [])
    if let words = operation.documentation?.words { names.append(words) }
    return [
      .string(operation.shortName), .string(operation.documentation?.summary ?? ""), .string(group.file),
      .string(group.name), .bool(operation.auth != .management), .bool(operation.isDeprecated),
      .string(names.joined(separator: " ")),
    ]
  }

  private var helpers: [JSONValue] {
    catalogue.helpers.map { other($0.name, $0.documentation.summary, PageMap.helpers, "Helpers") }
  }

  private var recipes: [JSONValue] {
    Recipe.all.map { other(Recipe.prefix + $0.name, $0.summary, PageMap.recipes, "Recipes") }
  }

  private func other(_ name: String, _ summary: String, _ page: String, _ group: String) -> JSONValue {
    [.string(name), .string(summary), .string(page), .string(group), false, false, ""]
  }

  private static var related: JSONObject {
    let words = Set(SearchWords.allTexts.flatMap { Words.split($0) }.map { Words.singular($0) })
    return JSONObject(
      words.sorted().compactMap { word in
        // A stem ends in i where its words end in y or ies.
        let stems = SearchWords.related(Words.stem(word)).map { related in
          related.stem.hasSuffix("i") ? String(related.stem.dropLast()) : related.stem
        }
        return stems.isEmpty ? nil : (word, .array(stems.map { .string($0) }))
      })
  }
}
