// Texts of the documentation as HTML: names in them become links.

/// Marks up signatures, examples and sentences.
struct PageMarkup: Sendable {
  let map: PageMap

  private static let basic: Set<String> = [
    "string", "number", "boolean", "any", "object", "null", "true", "ms", "email", "url", "function",
  ]

  /// A signature or type: recurring types are links, `|` may end a line.
  func type(_ text: String) -> HTML {
    var html: HTML = ""
    var isFirst = true
    for token in PageToken.tokens(of: TypeLayout.lines(text)) {
      switch token {
      case .quoted(let quoted): html += "<span class=\"s\">\(quoted)</span>"
      case .word(let word, isKey: false):
        if isFirst {
          html += "<span class=\"f\">\(word)</span>"
        } else if let address = map.address(ofType: word) {
          html += "<a href=\"\(address)\">\(word)</a>"
        } else if Self.basic.contains(word) {
          html += "<span class=\"t\">\(word)</span>"
        } else {
          html += HTML(escaping: word)
        }
      case .word(let word, isKey: true): html += HTML(escaping: word)
      case .other("|"): html += "|<wbr>"
      case .other(let character): html += HTML(escaping: String(character))
      }
      isFirst = false
    }
    return html
  }

  /// Lua: functions are links, but for the one that the example is of.
  func example(_ text: String, of own: String) -> HTML {
    var html: HTML = ""
    for token in PageToken.tokens(of: text) {
      switch token {
      case .quoted(let quoted): html += "<span class=\"s\">\(quoted)</span>"
      case .word(let word, _):
        let address = word == own ? nil : map.address(ofFunction: word)
        html += address.map { "<a href=\"\($0)\">\(word)</a>" } ?? HTML(escaping: word)
      case .other(let character): html += HTML(escaping: String(character))
      }
    }
    return html
  }

  /// A sentence: what stands between backticks is code, names of functions are links.
  func sentence(_ text: String) -> HTML {
    var html: HTML = ""
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { html += "<code>\(part)</code>" } else { html += names(in: part) }
    }
    return html
  }

  private func names(in text: Substring) -> HTML {
    var html: HTML = ""
    var rest = text[...]
    while !rest.isEmpty {
      var word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      while word.last == "." { word.removeLast() }
      if word.isEmpty {
        html += HTML(escaping: rest.prefix(1))
        rest.removeFirst()
        continue
      }
      // Names without a `_`, such as `all`, are words of sentences too.
      let address = word.contains("_") ? map.address(ofFunction: Name.short(String(word))) : nil
      html += address.map { "<a href=\"\($0)\"><code>\(word)</code></a>" } ?? HTML(escaping: word)
      rest = rest[word.endIndex...]
    }
    return html
  }
}

/// A piece of a signature or an example.
enum PageToken: Equatable {
  /// With its quotes.
  case quoted(String)
  /// `isKey`: a member's name, which a colon follows.
  case word(String, isKey: Bool)
  case other(Character)

  static func tokens(of text: String) -> [PageToken] {
    var tokens: [PageToken] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "\"" {
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, rest[end] != "\"" {
          if rest[end] == "\\", rest.index(after: end) < rest.endIndex { end = rest.index(after: end) }
          end = rest.index(after: end)
        }
        if end < rest.endIndex { end = rest.index(after: end) }
        tokens.append(.quoted(String(rest[..<end])))
        rest = rest[end...]
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest[word.endIndex...]
        tokens.append(.word(String(word), isKey: rest.hasPrefix(":") || rest.hasPrefix("?:")))
      } else {
        tokens.append(.other(first))
        rest.removeFirst()
      }
    }
    return tokens
  }
}
