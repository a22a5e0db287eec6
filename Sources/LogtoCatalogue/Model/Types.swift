// Names of recurring schema nodes: `User`, `HookEvent`. They come from contract/types.tsv.

extension Catalogue {
  /// A recurring shape or long enumeration that has a name.
  public struct NamedType: Sendable {
    public let name: String
    public let node: SchemaNode
    /// Where the contract has it: an operation's name and a place within it.
    let origin: (operation: String, path: String)
  }

  /// All named types, sorted by name.
  public var types: [NamedType] {
    let start = Int(storage.header(.types))
    return (0..<storage.count(storage.header(.typeCount), of: Layout.typeWords, at: start)).map { position in
      let record = start + position * Layout.typeWords
      return NamedType(
        name: storage.string(storage.word(record)), node: SchemaNode(storage: storage, id: storage.word(record + 1)),
        origin: (storage.string(storage.word(record + 2)), storage.string(storage.word(record + 3))))
    }
  }

  /// The named type of that name.
  public func type(named name: String) -> NamedType? { types.first { $0.name == name } }
}

extension Operation {
  /// The schema node at a place: `body`, `body.profile.address`, `result`, `result[].roles`, `parameter.language_tag`.
  ///
  /// `[]` goes into an array and may be left out before another name; `|2` is the third branch of a union. A path
  /// that begins with none of the three words is meant within the body, then among the parameters, then the result.
  public func node(at path: String) -> SchemaNode? {
    let steps = SchemaPath.steps(of: path)
    guard let first = steps.first else { return nil }
    let rest = Array(steps.dropFirst())
    switch first {
    case "body": return SchemaPath.walk(from: body?.schema, rest)
    case "result": return SchemaPath.walk(from: success?.schema, rest)
    case "parameter":
      guard let name = rest.first else { return nil }
      return SchemaPath.walk(from: parameter(named: name)?.schema, Array(rest.dropFirst()))
    default:
      return SchemaPath.walk(from: body?.schema, steps)
        ?? SchemaPath.walk(from: parameter(named: first)?.schema, rest)
        ?? SchemaPath.walk(from: success?.schema, steps)
    }
  }

  /// The parameter of that name, in its documented or its Lua spelling.
  public func parameter(named name: String) -> Parameter? {
    parameters.first { $0.argument == name || $0.name == name }
  }
}

/// Places within a schema, written as text.
enum SchemaPath {
  /// `result[].a|1` to `result`, `[]`, `a`, `|1`.
  static func steps(of path: String) -> [String] {
    var steps: [String] = []
    var step = ""
    func finish() {
      if !step.isEmpty { steps.append(step) }
      step = ""
    }
    for character in path {
      switch character {
      case ".": finish()
      case "[", "|":
        finish()
        step.append(character)
      default: step.append(character)
      }
    }
    finish()
    return steps
  }

  static func walk(from root: SchemaNode?, _ steps: [String]) -> SchemaNode? {
    guard var node = root else { return nil }
    for step in steps {
      if step.hasPrefix("[") {
        guard let items = node.items else { return nil }
        node = items
      } else if step.hasPrefix("|") {
        guard let number = Int(step.dropFirst()), node.branches.indices.contains(number) else { return nil }
        node = node.branches[number]
      } else {
        while node.property(named: step) == nil, let items = node.items { node = items }
        if let property = node.property(named: step) {
          node = property.node
        } else if case .schema(let schema) = node.additional, node.accepts.contains(.object) {
          node = schema
        } else {
          return nil
        }
      }
    }
    return node
  }
}
