// `logto-lua docs NAME…`: what functions take and give, and the types they name.

import LogtoCatalogue

extension Subcommand {
  static let docs = Subcommand(
    name: "docs", synopsis: "NAME [PLACE]…",
    summary: "show what functions take and give: logto-lua docs create_user list_users"
  ) { (words) throws(UsageError) in
    guard !words.operands.isEmpty else {
      throw UsageError(message: "docs takes a function's name; logto-lua list shows them")
    }
    let documentation = Documentation(.shipped)
    var texts: [String] = []
    var operands = words.operands[...]
    while let name = operands.popFirst() {
      // A place within the function follows its name: `create_user body.profile`.
      let isOperation = Catalogue.shipped.operation(named: name) != nil
      if isOperation, let place = operands.first, place.contains("."), let text = documentation.read(name, at: place) {
        operands.removeFirst()
        texts.append(text)
      } else if let text = documentation.read(name) {
        texts.append(text)
      } else {
        let near = Catalogue.shipped.nearest(to: name)
        let hint = near.isEmpty ? "logto-lua list shows all" : "did you mean \(near.joined(separator: ", "))?"
        throw UsageError(message: "no function is called '\(name)'; \(hint)")
      }
    }
    StandardStream.output.line(texts.joined(separator: "\n\n"))
    return .done
  }
}
