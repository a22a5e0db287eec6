import LogtoCatalogue
import LuaRuntime

// docs.read, docs.search and docs.list: the catalogue's own texts, as strings to print.
extension Bridge {
  func docs(_ function: HostFunction, _ arguments: LuaArguments) throws(LuaError) -> Reply {
    switch function {
    case .docsList:
      return .result(.string(try listing(of: arguments.isNoneOrNil(0) ? nil : text(arguments, 0, "docs.list"))))
    case .docsSearch: return .result(.string(try found(arguments)))
    default: return .result(.string(try page(arguments)))
    }
  }

  /// `docs.read(name, …)`: functions, helpers, types, recipes; after a function a place within it (`body.profile`).
  private func page(_ arguments: LuaArguments) throws(LuaError) -> String {
    var words: [String] = []
    for index in 0..<max(1, arguments.count) where index == 0 || !arguments.isNoneOrNil(index) {
      words.append(try text(arguments, index, "docs.read"))
    }
    do throws(MissingPage) {
      return try Documentation(catalogue).pages(words)
    } catch {
      throw .script(error.message, hint: error.hint)
    }
  }

  /// `docs.search(question, { limit = n })`: a line for each function, best first, and a recipe where one fits.
  private func found(_ arguments: LuaArguments) throws(LuaError) -> String {
    let question = try text(arguments, 0, "docs.search")
    let limit = arguments.field("limit", of: 1) { $0.integer(0) } ?? nil
    return settings.known.search(catalogue).text(for: question, limit: Int(min(limit ?? 5, 50)))
      ?? "nothing fits; docs.list() shows the groups of functions"
  }

  /// The groups with the number of their functions, or a group's functions with a line for each.
  private func listing(of group: String?) throws(LuaError) -> String {
    var groups: [String: [Operation]] = [:]
    for operation in catalogue.operations { groups[operation.group, default: []].append(operation) }
    guard let group else {
      return groups.keys.sorted().map { "\($0): \(groups[$0]?.count ?? 0)" }.joined(separator: "\n")
    }
    guard let name = groups.keys.first(where: { $0.lowercased() == group.lowercased() }), let operations = groups[name]
    else {
      let near = Nearest.matches(group, among: groups.keys.sorted())
      throw .script(
        "there is no group '\(group)'", hint: near.isEmpty ? "see docs.list()" : "did you mean \(near.quotedChoice)?")
    }
    return operations.map { "\($0.shortName): \($0.documentation?.summary ?? "\($0.method) \($0.path)")" }
      .joined(separator: "\n")
  }

  private func text(_ arguments: LuaArguments, _ index: Int, _ function: String) throws(LuaError) -> String {
    guard let text = arguments.string(index) else {
      throw .script("\(function) takes a text, not \(view(arguments, index).described)")
    }
    return text
  }
}
