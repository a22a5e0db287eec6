// One function, helper or type on its page.

/// Writes articles.
struct PageArticle: Sendable {
  let catalogue: Catalogue
  let markup: PageMarkup

  func function(_ operation: Operation) -> HTML {
    let signature = Documentation(catalogue).signature(of: operation)
    let words = operation.documentation
    return """
      <article id="\(operation.shortName)">
      \(heading(operation.shortName, badges(of: operation)))
      <p class="summary">\(markup.sentence(words?.summary ?? ""))</p>
      <pre><code>\(markup.type(signature))</code></pre>
      \(full(operation, besides: signature))\(words.map { details($0, of: operation.shortName) } ?? "")\
      <p class="route"><code>\(operation.method) \(operation.path)</code></p>
      </article>

      """
  }

  func helper(_ helper: Helper) -> HTML {
    """
    <article id="\(helper.name)">
    \(heading(helper.name, []))
    <p class="summary">\(markup.sentence(helper.documentation.summary))</p>
    <pre><code>\(markup.type(helper.signature))</code></pre>
    \(details(helper.documentation, of: helper.name))</article>

    """
  }

  /// A named type, by its text: `Name = …`, and perhaps lines about it.
  func type(_ name: String, _ text: String) -> HTML {
    var lines = text.split(separator: "\n").map(String.init)
    let definition = lines.isEmpty ? "" : lines.removeFirst()
    return """
      <article id="\(name)">
      \(heading(name, []))
      <pre><code>\(markup.type(definition))</code></pre>
      \(lines.map { "<p>\(markup.sentence($0))</p>\n" })</article>

      """
  }

  func recipe(_ recipe: Recipe) -> HTML {
    let name = Recipe.prefix + recipe.name
    return """
      <article id="\(name)">
      \(heading(name, []))
      <pre><code>\(markup.example(recipe.source, of: ""))</code></pre>
      </article>

      """
  }

  private func heading(_ name: String, _ badges: [HTML]) -> HTML {
    "<h2><a href=\"#\(PageMap.fragment(name))\">\(name)</a>\(badges.map { " \($0)" })</h2>"
  }

  private func badges(of operation: Operation) -> [HTML] {
    let mode = operation.isDestructive ? "destructive" : operation.isWrite ? "write" : "read"
    var badges: [HTML] = ["<span class=\"badge \(mode)\">\(mode)</span>"]
    func add(_ text: HTML) { badges.append("<span class=\"badge\">\(text)</span>") }
    if operation.isWrite, operation.documentation?.isIdempotent == true { add("idempotent") }
    if operation.pagination != nil { add("paged") }
    switch operation.auth {
    case .management: break
    case .account:
      let scopes = operation.scopes.joined(separator: " ")
      add(scopes.isEmpty ? "needs user_token" : "needs user_token, scope \(scopes)")
    case .experience: add("after sign_in.start")
    case .public: add("no token")
    }
    if operation.isDeprecated {
      add(operation.replacedBy.map { "deprecated, use \(markup.map.link(Name.short($0)))" } ?? "deprecated")
    }
    return badges
  }

  /// The signature with the objects that its line leaves out.
  private func full(_ operation: Operation, besides line: String) -> HTML {
    let signature = Signature(catalogue)
    // No object outside the named types is nested deeper.
    let depth = 8
    let text =
      "\(operation.shortName)\(signature.arguments(of: operation, depth: depth)) -> "
      + signature.result(of: operation, depth: depth)
    guard text != line else { return "" }
    return """
      <details><summary>All objects written out</summary>
      <pre><code>\(markup.type(text))</code></pre>
      </details>

      """
  }

  /// What types cannot say, the example, and where to go from here.
  private func details(_ words: FunctionDocumentation, of name: String) -> HTML {
    var html: HTML = ""
    if !words.notes.isEmpty {
      html += "<ul class=\"notes\">\(words.notes.map { "<li>\(markup.sentence($0))</li>" })</ul>\n"
    }
    let arguments = arguments(of: words)
    if !arguments.isEmpty { html += "<h3>Arguments</h3>\n<dl>\(arguments)</dl>\n" }
    if let result = words.result { html += "<h3>Returns</h3>\n<p>\(markup.sentence(result))</p>\n" }
    if let example = words.example {
      html += "<h3>Example</h3>\n<pre><code>\(markup.example(example, of: name))</code></pre>\n"
    }
    if !words.related.isEmpty {
      html += "<p class=\"related\">See also \(words.related.map { "\(markup.map.link($0)) " })</p>\n"
    }
    return html
  }

  private func arguments(of words: FunctionDocumentation) -> [HTML] {
    var texts: [(name: String, text: HTML)] = words.arguments.map { ($0.name, markup.sentence($0.text)) }
    for (name, source) in words.ids {
      let link = markup.map.link(source)
      if let place = texts.firstIndex(where: { $0.name == name }) {
        texts[place].text += " (from <code>\(link)</code>)"
      } else {
        texts.append((name, "from <code>\(link)</code>"))
      }
    }
    return texts.map { "<div><dt>\($0.name)</dt><dd>\($0.text)</dd></div>" }
  }
}
