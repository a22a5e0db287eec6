// `logto-lua docs NAME…`: what a function takes and gives.

import LogtoCatalogue

extension Subcommand {
  static let docs = Subcommand(
    name: "docs", synopsis: "NAME…",
    summary: "show what functions take and give: logto-lua docs create_user list_users"
  ) { (words) throws(UsageError) in
    guard !words.operands.isEmpty else {
      throw UsageError(message: "docs takes a function's name; logto-lua list shows them")
    }
    var texts: [String] = []
    for name in words.operands {
      guard let operation = Catalogue.shipped.operation(named: name) else {
        let near = Catalogue.shipped.nearest(to: name)
        let hint = near.isEmpty ? "logto-lua list shows all" : "did you mean \(near.joined(separator: ", "))?"
        throw UsageError(message: "no function is called '\(name)'; \(hint)")
      }
      texts.append(Documentation.text(for: operation))
    }
    StandardStream.output.line(texts.joined(separator: "\n\n"))
    return .done
  }
}
