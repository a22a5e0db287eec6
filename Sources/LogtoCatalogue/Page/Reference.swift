// The reference as a folder of HTML: an overview, a page a group, the helpers, the types, the recipes.

import CEmbedded

/// The HTML reference of a catalogue.
///
/// The files refer to one another alone, by name: they work from the file system and below any address.
public struct Reference: Sendable {
  private let catalogue: Catalogue
  private let map: PageMap
  private let article: PageArticle
  private let frame: PageFrame

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    map = PageMap(catalogue)
    article = PageArticle(catalogue: catalogue, markup: PageMarkup(map: map))
    frame = PageFrame(map: map)
  }

  /// A text that stands in the first line of every file, by which they are known again.
  public static var mark: String { PageFrame.mark }

  /// All files: name and UTF-8 bytes. Equal catalogues give equal files.
  public var files: [(name: String, bytes: [UInt8])] {
    let pages = [overview, helpers, types, recipes] + map.groups.map { page($0) }
    return pages + [("search-data.js", PageSearch(catalogue: catalogue, map: map).file)]
      + ["reference.css", "search.js"].map { ($0, Self.embedded($0)) }
  }

  private static func embedded(_ name: String) -> [UInt8] {
    var size = 0
    guard let bytes = embedded_page_file(name, &size) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  private var overview: (String, [UInt8]) {
    let rows: [HTML] = map.groups.map { group in
      row(group.name, group.file, group.operations.map(\.shortName))
    }
    let content: HTML = """
      <h1>\(Integration.displayName) functions</h1>
      <p class="lead">\(Integration.summary) \(catalogue.operations.count) functions of \(catalogue.label), called from \
      Lua as <code>logto.NAME{ … }</code>. Press <kbd>/</kbd> to search.</p>
      \(row("Helpers", PageMap.helpers, catalogue.helpers.map(\.name)))\(rows)
      """
    return (PageMap.index, frame.page(PageMap.index, title: "\(Integration.displayName) functions", content))
  }

  private func row(_ title: String, _ file: String, _ names: [String]) -> HTML {
    """
    <section class="overview">
    <div><h2><a href="\(file)">\(title)</a></h2>
    <p class="count">\(names.count) \(names.count == 1 ? "function" : "functions")</p></div>
    <p class="names">\(names.map { "\(map.link($0)) " })</p>
    </section>

    """
  }

  private func page(_ group: PageMap.Group) -> (String, [UInt8]) {
    let summaries = group.operations.map { ($0.shortName, $0.documentation?.summary ?? "") }
    return list(
      group.name, group.file, "\(group.operations.count) \(group.operations.count == 1 ? "function" : "functions")",
      summaries, group.operations.map { article.function($0) })
  }

  private var helpers: (String, [UInt8]) {
    list(
      "Helpers", PageMap.helpers,
      "What scripts have besides the functions of the API. Names without a dot are members "
        + "of `logto`, as in `logto.each`, but for `sleep`, `inspect`, `log`, `require`, `print` and `arg`.",
      catalogue.helpers.map { ($0.name, $0.documentation.summary) }, catalogue.helpers.map { article.helper($0) })
  }

  private var types: (String, [UInt8]) {
    let documentation = Documentation(catalogue)
    var types = catalogue.types.map { (name: $0.name, text: documentation.text(for: $0)) }
    types.append((Documentation.search.name, Documentation.search.text))
    types.sort { $0.name < $1.name }
    return list(
      "Types", PageMap.types,
      "Shapes that recur. `?` is optional, `ms` a time in milliseconds since 1970, `email` and "
        + "`url` texts of that form, `= x` a default, `…` at the end of an object that it may have more.",
      types.map { ($0.name, "") }, types.map { article.type($0.name, $0.text) })
  }

  private var recipes: (String, [UInt8]) {
    list(
      "Recipes", PageMap.recipes, "Whole scripts for common tasks.",
      Recipe.all.map { (Recipe.prefix + $0.name, $0.summary) },
      Recipe.all.map { article.recipe($0) })
  }

  /// A page of articles below a list of them.
  private func list(
    _ title: String, _ file: String, _ lead: String, _ entries: [(name: String, summary: String)], _ articles: [HTML]
  ) -> (String, [UInt8]) {
    let contents: [HTML] = entries.map { entry in
      let summary: HTML = entry.summary.isEmpty ? "" : " <span>\(entry.summary)</span>"
      return "<li><a href=\"#\(PageMap.fragment(entry.name))\">\(entry.name)</a>\(summary)</li>\n"
    }
    let content: HTML = """
      <h1>\(title)</h1>
      <p class="lead">\(article.markup.sentence(lead))</p>
      <ul class="\(entries.allSatisfy { $0.summary.isEmpty } ? "contents short" : "contents")">
      \(contents)</ul>
      \(articles)
      """
    return (file, frame.page(file, title: "\(title) · \(Integration.displayName) functions", content))
  }
}
