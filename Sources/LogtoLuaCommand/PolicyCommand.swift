// `logto-lua policy explain NAME`: which rule of which source decides about a function.

import LogtoCatalogue
import LogtoLua

extension Subcommand {
  static let policy = Subcommand(
    name: "policy", synopsis: "explain NAME",
    summary: "say which rule of which source decides about a function",
    options: OptionDeclaration.account + OptionDeclaration.policy
  ) { (words) throws(UsageError) in
    guard words.operands.count == 2, words.operands[0] == "explain" else {
      throw UsageError(message: "policy takes: explain NAME")
    }
    guard let operation = Catalogue.shipped.operation(named: words.operands[1]) else {
      let near = Catalogue.shipped.nearest(to: words.operands[1])
      let hint = near.isEmpty ? "logto-lua list shows all" : "did you mean \(near.joined(separator: ", "))?"
      throw UsageError(message: "no function is called '\(words.operands[1])'; \(hint)")
    }
    let subject = CallSubject(
      name: operation.shortName, group: operation.group, isWrite: operation.isWrite,
      isDestructive: operation.isDestructive, method: operation.method, path: operation.path)
    let decision = try PolicyOptions.engine(words).decide(on: subject)
    let source = decision.source.map { " (\($0))" } ?? ""
    StandardStream.output.line("\(operation.shortName): \(decision.verdict): \(decision.rule)\(source)")
    return .done
  }
}
