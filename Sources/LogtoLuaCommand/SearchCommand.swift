// `logto-lua search WORDS…`: the functions that do what plain words ask for. No account is needed.

import JSON
import LogtoCatalogue

extension Subcommand {
  static let search = Subcommand(
    name: "search", synopsis: "WORDS…",
    summary: "find functions by what they are for: logto-lua search suspend a user",
    options: [
      OptionDeclaration("json", help: "print a JSON array"),
      OptionDeclaration("limit", .one("N"), help: "how many functions at most (5)"),
    ]
  ) { (words) throws(UsageError) in
    guard !words.operands.isEmpty else { throw UsageError(message: "search takes the words to look for") }
    guard let limit = Int(words.value("limit") ?? "5"), (1...335).contains(limit) else {
      throw UsageError(message: "--limit takes a number from 1 to 335")
    }
    let question = words.operands.joined(separator: " ")
    let search = Search(.shipped)
    if words.has("json") {
      let listing = Listing(.shipped)
      let entries = search.find(question, limit: limit).map { result in
        Catalogue.shipped.operation(named: result.name).map { listing.entry($0) } ?? helper(result)
      }
      StandardStream.output.line(JSONValue.array(entries).encodedString())
    } else if let text = search.text(for: question, limit: limit) {
      StandardStream.output.line(text)
    } else {
      StandardStream.error.line("logto-lua: nothing fits; logto-lua list shows all functions")
    }
    return .done
  }

  private static func helper(_ result: Search.Result) -> JSONValue {
    [
      "name": .string(result.name), "type": "helper", "group": "Helpers", "summary": .string(result.summary),
      "signature": .string(result.signature), "deprecated": false,
    ]
  }
}
