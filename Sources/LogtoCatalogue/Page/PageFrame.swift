// What all pages have around their own part: title, search, navigation.

/// Puts pages together.
struct PageFrame: Sendable {
  /// What every file of the reference has in its first line, by which `docs --html` knows its own.
  static let mark = "Written by logto-lua docs --html"

  let map: PageMap

  func page(_ file: String, title: String, _ content: HTML) -> [UInt8] {
    let page: HTML = """
      <!doctype html><!-- \(Self.mark) -->
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="reference.css">
      <script src="search-data.js" defer></script>
      <script src="search.js" defer></script>
      </head>
      <body>
      <header class="top">
      <a class="home" href="\(PageMap.index)">\(Integration.displayName) <span>functions</span></a>
      \(Self.search)
      </header>
      <div class="frame">
      <main>
      \(content)</main>
      <nav aria-label="Pages">
      \(navigation(current: file))
      </nav>
      </div>
      </body>
      </html>

      """
    return Array(page.text.utf8)
  }

  /// Shown by the script: without it there is nothing to search with.
  private static let search: HTML = """
    <form class="search" role="search" id="page-form" hidden>
    <label class="unseen" for="page-search">Search functions</label>
    <input type="search" id="page-search" placeholder="Search functions" autocomplete="off" spellcheck="false" \
    role="combobox" aria-expanded="false" aria-controls="page-results" aria-autocomplete="list" \
    aria-keyshortcuts="/">
    <kbd aria-hidden="true">/</kbd>
    <div class="results" role="listbox" id="page-results" aria-label="Functions found" hidden></div>
    <div class="unseen" role="status" id="page-status"></div>
    </form>
    """

  private func navigation(current: String) -> HTML {
    func entry(_ name: String, _ file: String) -> HTML {
      let mark: HTML = file == current ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(file)\"\(mark)>\(name)</a></li>\n"
    }
    return """
      <ul>
      \(entry("Overview", PageMap.index))\(entry("Helpers", PageMap.helpers))\(entry("Types", PageMap.types))\
      \(entry("Recipes", PageMap.recipes))</ul>
      <h2>Groups</h2>
      <ul>
      \(map.groups.map { entry($0.name, $0.file) })</ul>
      """
  }
}
