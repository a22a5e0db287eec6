// The one line that shows how a function is called and what it gives.

/// Writes signature lines.
struct Signature {
  private let types: TypeText

  init(_ catalogue: Catalogue) { types = TypeText(catalogue) }

  /// What a line is kept under, in bytes, by leaving the inside of objects out.
  static let target = 700

  /// A file in a form, which no schema describes.
  private static let file = "{ name?: string, type?: string, content: string } | { path: string }"

  /// The signature: `create_user{ username?: string, profile?: UserProfile } -> User`.
  func line(for operation: Operation) -> String {
    var line = ""
    for (arguments, result) in [(3, 3), (3, 2), (2, 2), (2, 1), (1, 1), (1, 0)] {
      line =
        "\(operation.shortName)\(self.arguments(of: operation, depth: arguments)) -> "
        + self.result(of: operation, depth: result)
      if line.utf8.count <= Self.target { break }
    }
    return line
  }

  /// The arguments: parameters and what may be given of the body beside them.
  func arguments(of operation: Operation, depth: Int) -> String {
    var members = parameters(of: operation, depth: depth)
    var alternatives = ""
    if let body = operation.body {
      let shape = BodyShape(operation)
      switch shape {
      case .shorthand(let properties, let hidden):
        // The tenant is always the account's: nobody names it.
        members += properties.filter { !$0.node.isDeprecated && $0.name != "tenantId" }.map {
          let isOptional = !$0.isRequired || !body.isRequired
          if body.contentType == "multipart/form-data" { return "\($0.name)\(isOptional ? "?" : ""): \(Self.file)" }
          return types.member($0.name, $0.node, isOptional: isOptional, depth: depth - 1)
        }
        // An `id` that may be given beside that of the path changes nothing.
        if hidden.contains(where: { $0.isRequired || $0.name != "id" }) {
          let inside = hidden.map { types.member($0.name, $0.node, isOptional: !$0.isRequired, depth: depth - 1) }
          let isOptional = hidden.allSatisfy { !$0.isRequired } || !body.isRequired
          members.append("body\(isOptional ? "?" : ""): { \(inside.joined(separator: ", ")) }")
        }
      case .alternatives(let branches):
        alternatives = types.branches(branches, depth: depth).joined(separator: " | ")
      case .whole:
        members.append("body\(body.isRequired ? "" : "?"): \(types.text(body.schema, depth: depth))")
      }
    }
    let own = members.isEmpty ? "" : "{ \(members.joined(separator: ", ")) }"
    if alternatives.isEmpty { return own.isEmpty ? "()" : own }
    return own.isEmpty ? "(\(alternatives))" : "(\(own) & (\(alternatives)))"
  }

  private func parameters(of operation: Operation, depth: Int) -> [String] {
    var members: [String] = []
    for parameter in operation.parameters {
      if parameter.isSpread {
        members.append("search?: Search")
      } else if parameter.name == "page" || parameter.name == "page_size" {
        members.append("\(parameter.argument)?: number")
      } else {
        members.append(
          types.member(parameter.argument, parameter.schema, isOptional: !parameter.isRequired, depth: depth - 1))
      }
    }
    if operation.auth == .account {
      // "logto_verification_id only to change the username": not always.
      let isSometimes = operation.documentation?.notes.contains { $0.hasPrefix("logto_verification_id only") } == true
      members.append("logto_verification_id\(operation.needsVerification && !isSometimes ? "" : "?"): string")
    }
    return members
  }

  /// What a call gives.
  func result(of operation: Operation, depth: Int) -> String {
    switch ResultShape(operation) {
    case .nothing: "true"
    case .redirect: "{ status: number, location: string }"
    case .text: "string"
    case .json: operation.success?.schema.map { types.text($0, depth: depth) } ?? "any"
    }
  }
}

/// How the body of an operation may be written among the arguments.
enum BodyShape {
  /// Its properties stand beside the parameters; those that are called like a parameter only inside `body`.
  case shorthand([SchemaNode.Property], hidden: [SchemaNode.Property])
  /// One of several objects, whose properties stand beside the parameters.
  case alternatives([SchemaNode])
  /// Only as `body`.
  case whole

  init(_ operation: Operation) {
    guard let schema = operation.body?.schema, schema.isStrict else {
      self = .whole
      return
    }
    let names = Set(operation.parameters.flatMap { [$0.name, $0.argument] })
    let objects = schema.branches.filter { $0.accepts.contains(.object) }
    if schema.kind == .union, objects.count > 1, names.isDisjoint(with: schema.properties.map(\.name)) {
      self = .alternatives(objects)
      return
    }
    self = .shorthand(
      schema.properties.filter { !names.contains($0.name) },
      hidden: schema.properties.filter { names.contains($0.name) })
  }
}
