// What a reader is shown about a function or a type, as plain text.

/// Plain texts about functions and types, made for readers with little room.
public struct Documentation: Sendable {
  let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The signature line of an operation: `get_user{ user_id: string } -> User`.
  public func signature(of operation: Operation) -> String { Signature(catalogue).line(for: operation) }

  /// Everything about an operation: signature, summary, what the types cannot say, an example.
  public static func text(for operation: Operation, in catalogue: Catalogue = .shipped) -> String {
    Documentation(catalogue).text(for: operation)
  }

  /// Everything about an operation.
  public func text(for operation: Operation) -> String {
    var lines = [signature(of: operation)]
    lines.append(heading(of: operation))
    guard let words = operation.documentation else { return lines.joined(separator: "\n") }
    lines += words.notes.map { "- \($0)" }
    lines += arguments(of: words)
    if let result = words.result, result != "true" { lines.append("returns: \(result)") }
    if let example = words.example { lines.append("example: \(example)") }
    // What the lines above name already is not named again.
    let above = Set(words.ids.flatMap { CatalogueSource.names(in: $0.text) })
    let others = words.related.filter { !above.contains($0) }
    if !others.isEmpty { lines.append("see: \(others.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }

  /// The summary and, in brackets, what kind of function it is.
  private func heading(of operation: Operation) -> String {
    var kinds = [operation.group, operation.isDestructive ? "destructive" : operation.isWrite ? "write" : "read"]
    if operation.auth != .management { kinds.append(Self.auth(operation)) }
    if operation.isWrite, operation.documentation?.isIdempotent == true { kinds.append("idempotent") }
    if operation.isDeprecated {
      let other = operation.replacedBy.map { ", use \(Name.short($0))" } ?? ""
      kinds.append("deprecated\(other)")
    }
    let summary = operation.documentation?.summary ?? "\(operation.method) \(operation.path)"
    return "\(summary) [\(kinds.joined(separator: "; "))]"
  }

  private static func auth(_ operation: Operation) -> String {
    switch operation.auth {
    case .management: ""
    case .account:
      operation.scopes.isEmpty
        ? "needs user_token" : "needs user_token, scope \(operation.scopes.joined(separator: " "))"
    case .experience: "after sign_in.start"
    case .public: "no token"
    }
  }

  private func arguments(of words: FunctionDocumentation) -> [String] {
    var texts: [(name: String, text: String)] = words.arguments
    for (name, source) in words.ids {
      if let place = texts.firstIndex(where: { $0.name == name }) {
        texts[place].text += " (from \(source))"
      } else {
        texts.append((name, "from \(source)"))
      }
    }
    return texts.map { "\($0.name): \($0.text)" }
  }

  /// A helper's text, in the same form.
  public func text(for helper: Helper) -> String {
    let words = helper.documentation
    var lines = [helper.signature, words.summary]
    lines += words.notes.map { "- \($0)" }
    lines += arguments(of: words)
    if let result = words.result { lines.append("returns: \(result)") }
    if let example = words.example { lines.append("example: \(example)") }
    if !words.related.isEmpty { lines.append("see: \(words.related.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }

  /// A named type, written out: `HookEvent = "PostRegister"|…`.
  public func text(for type: Catalogue.NamedType) -> String {
    "\(type.name) = \(TypeText(catalogue).text(type.node, depth: 2, isOpen: true))"
  }

  /// The type at a place of an operation, written out: `body.profile = { … }`; `nil` where there is no such place.
  public func text(for operation: Operation, at path: String) -> String? {
    operation.node(at: path).map { "\(path) = \(TypeText(catalogue).text($0, depth: 3, isOpen: true))" }
  }

  /// What `docs.read` answers: an operation, a helper, a type or a recipe by name, or a place within an
  /// operation.
  ///
  /// - Returns: `nil` when there is nothing of that name; `Catalogue.nearest(to:)` then says what was meant.
  public func read(_ name: String, at path: String? = nil) -> String? {
    if let operation = catalogue.operation(named: name) {
      guard let path else { return text(for: operation) }
      return text(for: operation, at: path)
    }
    if let helper = catalogue.helper(named: name) { return text(for: helper) }
    if name == Self.search.name { return Self.search.text }
    if name == "recipes" || name == Recipe.prefix { return Recipe.listing }
    if name.hasPrefix(Recipe.prefix) { return Recipe.named(name)?.source }
    return catalogue.type(named: name).map { text(for: $0) }
  }

  /// The arguments that stand for `search_params`, which no schema describes.
  static let search = (
    name: "Search",
    text: """
    Search = string|{ [field]: string|string[] }
    A pattern for all fields ("%ada%"), or one a field. Beside it: mode?: SearchMode|{ [field]: SearchMode }, \
    SearchMode = "like"|"exact"|"similar_to"|"posix" (like, where % is any text); joint?: "and"|"or" (or); \
    case_sensitive?: boolean (false).
    """
  )
}
