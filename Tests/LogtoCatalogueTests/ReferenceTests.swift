// The HTML reference: everything is in it, every link leads somewhere, no text of the catalogue becomes markup.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct ReferenceTests {
  let catalogue = Catalogue.shipped
  let files: [String: String]

  init() { files = Self.files(of: .shipped) }

  private static func files(of catalogue: Catalogue) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Reference(catalogue).files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The values of an attribute, as written.
  private func values(of attribute: String, in html: String) -> [String] {
    html.split(separator: " \(attribute)=\"").dropFirst().map { rest in String(rest.prefix { $0 != "\"" }) }
  }

  /// What a reader sees of a piece of HTML.
  private func text(_ html: HTML) -> String {
    var text = ""
    var isInside = false
    for character in html.text {
      if character == "<" { isInside = true }
      if !isInside { text.append(character) }
      if character == ">" { isInside = false }
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text.replace(entity, with: character)
    }
    return text
  }

  private func dense(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func `each of the 335 functions stands on one page, and so does each helper, type and recipe`() {
    let places = files.filter { $0.key.hasSuffix(".html") }.values.flatMap { values(of: "id", in: $0) }
    let counts = Dictionary(places.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(catalogue.operations.count == 335)
    for operation in catalogue.operations { #expect(counts[operation.shortName] == 1, "\(operation.shortName)") }
    for helper in catalogue.helpers { #expect(counts[helper.name] == 1, "\(helper.name)") }
    for type in catalogue.types { #expect(counts[type.name] == 1, "\(type.name)") }
    for recipe in Recipe.all { #expect(counts["recipes/\(recipe.name)"] == 1, "\(recipe.name)") }
  }

  @Test func `every link leads to a file and a place of the reference`() {
    let places = files.mapValues { Set(values(of: "id", in: $0)) }
    var count = 0
    for (name, html) in files where name.hasSuffix(".html") {
      for link in values(of: "href", in: html) + values(of: "src", in: html) where link != "data:," {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let file = parts[0].isEmpty ? name : parts[0]
        #expect(files[file] != nil, "\(name): \(link)")
        if parts.count > 1 { #expect(places[file]?.contains(parts[1]) == true, "\(name): \(link)") }
        count += 1
      }
    }
    #expect(count > 3000)
  }

  @Test func `every related function of the words is a link`() throws {
    for operation in catalogue.operations {
      let map = PageMap(catalogue)
      for related in operation.documentation?.related ?? [] {
        #expect(map.address(of: related) != nil, "\(operation.shortName): \(related)")
      }
    }
  }

  @Test func `marked up and laid out, a signature says what it said`() {
    let markup = PageMarkup(map: PageMap(catalogue))
    for operation in catalogue.operations {
      let signature = Documentation(catalogue).signature(of: operation)
      #expect(dense(text(markup.type(signature))) == dense(signature))
      let example = operation.documentation?.example ?? ""
      #expect(text(markup.example(example, of: "")) == example)
    }
    for type in catalogue.types {
      let text = Documentation(catalogue).text(for: type)
      #expect(dense(self.text(markup.type(text))) == dense(text))
    }
  }

  @Test func `wide objects are broken at their commas`() {
    let short = "get_user{ user_id: string } -> User"
    #expect(TypeLayout.lines(short) == short)
    let member = String(repeating: "m", count: 40)
    #expect(
      TypeLayout.lines("f{ \(member): \"a, }\", \(member): { a: b, c: d } } -> { x: y }[]")
        == "f{\n  \(member): \"a, }\",\n  \(member): { a: b, c: d }\n} -> { x: y }[]")
    #expect(
      TypeLayout.lines("T = { \(member): string } | { \(member): string } | null")
        == "T = { \(member): string }\n| { \(member): string } | null")
  }

  @Test func `a function's page shows types, other functions and kinds`() throws {
    let users = try #require(files["users.html"])
    #expect(users.contains("<a href=\"types.html#UserProfile\">UserProfile</a>"))
    #expect(users.contains("<span class=\"badge destructive\">destructive</span>"))
    #expect(users.contains("<a href=\"users.html#update_user_is_suspended\"><code>update_user_is_suspended</code></a>"))
    #expect(try #require(files["hooks.html"]).contains("types.html#HookEvent"))
  }

  @Test func `what a signature leaves out is written out below it`() throws {
    let page = try #require(files["sign-in-experience.html"])
    let start = try #require(page.firstRange(of: "<details>"))
    let end = try #require(page.firstRange(of: "</details>"))
    let written = page[start.upperBound..<end.lowerBound]
    #expect(written.contains("primaryColor") && !written.contains("{…"))
    #expect(!page[..<start.lowerBound].contains("primaryColor: "))
  }

  @Test func `no text of a catalogue becomes markup`() throws {
    let text = #"<script>alert("1")</script> & 'x' `<b>`"#
    var source = Sample.source(result: ["enum": [.string(text)]], schemas: [:], name: "logto_<i>\"get")
    source.operations[0].group = "<u>Things\""
    source.operations[0].parameters[0].argument = "<em>"
    source.operations[0].parameters[0].schema = ["enum": [.string(text)]]
    source.documentation = [
      try DocumentationSource([
        "name": "<i>\"get", "summary": .string(text), "notes": [.string(text)], "arguments": ["<p>": .string(text)],
        "ids": ["<q>": "<i>\"get"], "result": .string(text), "example": .string(text), "related": ["<i>\"get"],
      ])
    ]
    let files = Self.files(of: try Catalogue(bytes: source.compile()))
    let html = files.filter { $0.key.hasSuffix(".html") }
    #expect(html.values.contains { $0.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;") })
    for (name, page) in html {
      for tag in ["<script>", "<b>", "<i>", "<u>", "<em>", "<p>", "<q>"] {
        #expect(
          !page.contains("\(tag)alert") && !page.contains("\(tag)\"get") && !page.contains("\(tag)Things"), "\(name)")
      }
      #expect(page.split(separator: "<script ").count == 3 && !page.contains("<script>"), "\(name)")
    }
  }

  @Test func `the search's data is a script of one value, whose pages exist`() throws {
    let script = try #require(files["search-data.js"])
    let start = try #require(script.firstIndex(of: "{"))
    let data = try JSONValue.parse(Array(script[start...].utf8.dropLast(2)))
    let entries = try #require(data["entries"]?.arrayValue)
    #expect(entries.count == 335 + catalogue.helpers.count + Recipe.all.count)
    for entry in entries { #expect(files[entry[2]?.stringValue ?? ""] != nil) }
    #expect(data["related"]?["company"]?.arrayValue?.contains("organiz") == true)
    #expect(data["actions"]?["remove"] == "delete")
  }

  @Test func `every file says where it is from in its first line, and none names another address`() {
    #expect(files.count == 46)
    for (name, text) in files {
      #expect(text.prefix { $0 != "\n" }.contains(Reference.mark), "\(name)")
      #expect(!text.contains("src=\"http") && !text.contains("href=\"http") && !text.contains("url("), "\(name)")
    }
  }
}
