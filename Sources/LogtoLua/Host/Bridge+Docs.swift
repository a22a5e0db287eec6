import LogtoCatalogue
import LuaRuntime

// docs.read and docs.list: the catalogue's own texts, as strings to print.
extension Bridge {
  func docs(_ function: HostFunction, _ arguments: LuaArguments) throws(LuaError) -> Reply {
    switch function {
    case .docsList:
      return .result(.string(try listing(of: arguments.isNoneOrNil(0) ? nil : text(arguments, 0, "docs.list"))))
    case .docsSearch: return .result(.string(try found(arguments)))
    default: return .result(.string(try page(arguments)))
    }
  }

  /// `docs.read(name, place?)`: a function, a helper or a type; with a place (`body.profile`) what belongs there.
  private func page(_ arguments: LuaArguments) throws(LuaError) -> String {
    let name = try text(arguments, 0, "docs.read")
    let place = arguments.isNoneOrNil(1) ? nil : try text(arguments, 1, "docs.read")
    let documentation = Documentation(catalogue)
    if let page = documentation.read(name, at: place) { return page }
    if let place, let operation = catalogue.operation(named: name) {
      throw .script("\(operation.shortName) has no place '\(place)'", hint: documentation.signature(of: operation))
    }
    let near = catalogue.nearest(to: name)
    throw .script(
      "there is no page '\(name)'",
      hint: near.isEmpty ? "see docs.list()" : "did you mean \(near.quotedChoice)?")
  }

  /// `docs.search(question, { limit = n })`: a line for each function, best first.
  private func found(_ arguments: LuaArguments) throws(LuaError) -> String {
    let question = try text(arguments, 0, "docs.search")
    let limit = arguments.field("limit", of: 1) { $0.integer(0) } ?? nil
    if search == nil { search = Search(catalogue) }
    let results = search?.find(question, limit: Int(min(limit ?? 5, 50))) ?? []
    if results.isEmpty { return "nothing fits; docs.list() shows the groups of functions" }
    return results.map { $0.summary.isEmpty ? $0.signature : "\($0.signature)\n  \($0.summary)" }.joined(
      separator: "\n")
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
