// `logto-lua docs NAME…`: what functions take and give, the types they name, and recipes; all of it as web pages.

import LogtoCatalogue

extension Subcommand {
  static let docs = Subcommand(
    name: "docs", synopsis: "NAME [PLACE]…",
    summary: "show what functions take and give: logto-lua docs create_user list_users",
    options: [
      OptionDeclaration("html", .one("DIR"), help: "write the reference of all functions as web pages into DIR")
    ]
  ) { (words) throws(UsageError) in
    if let folder = words.value("html") {
      guard words.operands.isEmpty else { throw UsageError(message: "--html goes without names: it writes all") }
      try ReferenceFolder.write(to: folder)
      return .done
    }
    guard !words.operands.isEmpty else {
      throw UsageError(message: "docs takes a function's name (logto-lua list shows them), or recipes")
    }
    do throws(MissingPage) {
      StandardStream.output.line(try Documentation(.shipped).pages(words.operands))
    } catch {
      throw UsageError(message: "\(error.message); \(error.hint)")
    }
    return .done
  }
}
