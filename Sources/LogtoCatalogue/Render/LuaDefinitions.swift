// lua/logto.lua: what editors need to complete and check scripts (LuaCATS annotations).

import JSON

/// Writes definitions of the Lua surface.
public struct LuaDefinitions {
  private let catalogue: Catalogue
  private let types: LuaType

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    types = LuaType(catalogue)
  }

  /// The whole file; `surface` is what scripts have besides the operations, from contract/surface.lua.
  public func file(surface: String) -> String {
    var parts = [Self.head]
    parts += catalogue.types.map { definition(of: $0) }
    parts += catalogue.operations.map { text(for: $0) }
    parts.append(catalogue.operations.map { "logto.\($0.name) = logto.\($0.shortName)" }.joined(separator: "\n"))
    let attempts = catalogue.operations.map { operation in
      let arguments = fields(of: operation).isEmpty ? "table" : "logto.\(operation.shortName).arguments"
      let result = result(of: operation)
      return "---@field \(operation.shortName) fun(arguments?: \(arguments), options?: logto.Options): "
        + "(\(result))?, logto.Error?"
    }
    parts.append("---@class logto.try\n" + attempts.joined(separator: "\n"))
    parts.append(surface)
    return parts.joined(separator: "\n\n")
  }

  private static let head = """
    ---@meta logto
    -- What scripts can use, for editors. Made by `swift run CatalogueGenerator`; changes belong into contract/.

    ---@class logto
    logto = {}
    """

  private func definition(of type: Catalogue.NamedType) -> String {
    guard type.node.kind == .object, !type.node.properties.isEmpty else {
      return "---@alias logto.\(type.name) \(types.text(type.node, isArgument: false, isOpen: true))"
    }
    var lines = ["---@class logto.\(type.name)"]
    lines += type.node.properties.map { property in
      let optional = property.isRequired && !property.node.isNullable ? "" : "?"
      return "---@field \(LuaType.key(property.name))\(optional) \(types.text(property.node, isArgument: false))"
    }
    return lines.joined(separator: "\n")
  }

  /// An operation's arguments and the function itself.
  public func text(for operation: Operation) -> String {
    let fields = fields(of: operation)
    let name = operation.shortName
    var lines: [String] = []
    if !fields.isEmpty {
      lines.append("---@class (exact) logto.\(name).arguments")
      lines += fields.map { "---@field \(LuaType.key($0.name))\($0.isOptional ? "?" : "") \($0.type)\($0.text)" }
      lines.append("")
    }
    if let words = operation.documentation {
      lines.append("---\(words.summary)")
      lines += words.notes.map { "---\($0)" }
    }
    if operation.isDeprecated { lines.append("---@deprecated") }
    if !fields.isEmpty {
      let optional = fields.allSatisfy(\.isOptional) ? "?" : ""
      lines.append("---@param arguments\(optional) logto.\(name).arguments")
    } else {
      lines.append("---@param arguments? table")
    }
    lines.append("---@param options? logto.Options")
    lines.append("---@return \(result(of: operation))")
    lines.append("function logto.\(name)(arguments, options) end")
    return lines.joined(separator: "\n")
  }

  private struct Field {
    var name: String
    var type: String
    var isOptional: Bool
    var text = ""
  }

  private func fields(of operation: Operation) -> [Field] {
    var fields: [Field] = []
    for parameter in operation.parameters {
      if parameter.isSpread {
        fields.append(Field(name: "search", type: "string|table<string, string|string[]>", isOptional: true))
        fields.append(Field(name: "mode", type: "logto.SearchMode|table<string, logto.SearchMode>", isOptional: true))
        fields.append(Field(name: "joint", type: #""and"|"or""#, isOptional: true))
        fields.append(Field(name: "case_sensitive", type: "boolean", isOptional: true))
      }
      let isBoolean = parameter.schema.enumStrings == ["true", "false"] || parameter.schema.kind == .union
      var type = types.text(parameter.schema, isArgument: true)
      if parameter.isList { type = "\(type)" } else if isBoolean { type += "|boolean" }
      fields.append(Field(name: parameter.argument, type: type, isOptional: !parameter.isRequired))
    }
    if operation.auth == .account {
      fields.append(Field(name: "logto_verification_id", type: "string", isOptional: true))
    }
    if let body = operation.body {
      var isWhole = false
      var properties: [SchemaNode.Property] = []
      var isUnion = false
      switch BodyShape(operation) {
      case .shorthand(let shown, _): properties = shown
      case .alternatives:
        properties = body.schema.properties
        isUnion = true
      case .whole: isWhole = true
      }
      fields += properties.map { property in
        Field(
          name: property.name,
          type: body.contentType == "multipart/form-data" ? Self.file : types.text(property.node, isArgument: true),
          isOptional: !property.isRequired || !body.isRequired || isUnion && !property.isRequired)
      }
      let type = isWhole ? types.text(body.schema, isArgument: true) : "table<string, any>"
      fields.append(Field(name: "body", type: type, isOptional: !isWhole || !body.isRequired))
    }
    let texts = operation.documentation?.arguments ?? []
    for index in fields.indices {
      if let text = texts.first(where: { $0.name == fields[index].name })?.text { fields[index].text = " \(text)" }
    }
    return fields
  }

  /// A file in a form: its bytes, or what `content` or `path` names.
  private static let file = "string|{ name?: string, type?: string, content?: string, path?: string }"

  private func result(of operation: Operation) -> String {
    switch ResultShape(operation) {
    case .nothing: "true"
    case .redirect: "{ status: integer, location: string }"
    case .text: "string"
    case .json: operation.success?.schema.map { types.text($0, isArgument: false) } ?? "any"
    }
  }
}
