import LogtoCatalogue
import LuaRuntime

/// Turns the Lua value of one parameter into the texts that go into the address. Strings, numbers and booleans are
/// taken whatever the document says about the type: eleven booleans are documented as strings.
struct ParameterReader {
  let shape: CallShape
  /// The key as the script wrote it.
  let argument: String
  let validate: Bool

  func value(
    _ view: LuaView, of parameter: Operation.Parameter, allowed: [String]
  ) throws(LuaError) -> ParameterValue {
    let value = try plainValue(view)
    if value.isList, parameter.place == .path || (validate && !parameter.isList) {
      throw shape.badParameter(argument, "takes one value, not a list")
    }
    if validate {
      for text in value.texts where !allowed.isEmpty && !allowed.contains(text) {
        throw wrongChoice(text, allowed)
      }
    }
    return value
  }

  /// `search` takes any text; the others' values are few and certain.
  func searchValue(_ view: LuaView, part: SearchPart) throws(LuaError) -> SearchValue {
    let allowed = validate ? part.allowed : []
    guard view.isTable, !view.isSequence else {
      let value = try plainValue(view)
      try check(value, allowed)
      return .plain(value)
    }
    if part == .joint || part == .caseSensitive {
      throw shape.badParameter(argument, "takes one value for all fields")
    }
    var fields: [(String, ParameterValue)] = []
    try view.eachField { (key, value) throws(LuaError) in
      guard let field = key.text else {
        throw shape.badParameter(argument, "has the key \(key.described), which names no field")
      }
      let reader = ParameterReader(shape: shape, argument: "\(argument).\(field)", validate: validate)
      let plain = try reader.plainValue(value)
      try reader.check(plain, allowed)
      fields.append((field, plain))
    }
    return .fields(fields.sorted { $0.0 < $1.0 })
  }

  /// A scalar, or a list of scalars.
  func plainValue(_ view: LuaView) throws(LuaError) -> ParameterValue {
    let texts = try Self.texts(of: view, place: argument, name: shape.name)
    return ParameterValue(texts: texts, isList: view.isTable)
  }

  /// - Parameters:
  ///   - place: what messages call the value.
  ///   - name: what messages call the function.
  static func texts(of view: LuaView, place: String, name: String) throws(LuaError) -> [String] {
    guard view.isTable else { return [try text(view, place, name)] }
    guard view.isSequence else {
      throw CallFailure.validation(
        "'\(place)' takes a string, a number or a boolean, not a table with keys", name: name)
    }
    var texts: [String] = []
    try view.eachElement { (index, element) throws(LuaError) in
      texts.append(try text(element, "\(place)[\(index)]", name))
    }
    return texts
  }

  private static func text(_ view: LuaView, _ place: String, _ name: String) throws(LuaError) -> String {
    switch view.scalar {
    case .string(let text): return text
    case .integer(let value): return "\(value)"
    case .number(let value):
      if let whole = Int64(exactly: value) { return "\(whole)" }
      guard value.isFinite else {
        throw CallFailure.validation("'\(place)' is \(value), which is no number to send", name: name)
      }
      return "\(value)"
    case .bool(let value): return value ? "true" : "false"
    case .null:
      throw CallFailure.validation(
        "'\(place)' is json.null, which a parameter cannot be", name: name, hint: "leave it out instead")
    case .invalidText: throw CallFailure.validation("'\(place)' is not valid UTF-8", name: name)
    case nil:
      throw CallFailure.validation(
        "'\(place)' takes a string, a number or a boolean, not \(view.described)", name: name)
    }
  }

  private func check(_ value: ParameterValue, _ allowed: [String]) throws(LuaError) {
    for text in value.texts where !allowed.isEmpty && !allowed.contains(text) { throw wrongChoice(text, allowed) }
  }

  private func wrongChoice(_ text: String, _ allowed: [String]) -> LuaError {
    let near = Nearest.matches(text, among: allowed)
    return shape.badParameter(
      argument, "is '\(text.shortened(to: 60))', which is none of \(allowed.listed)",
      hint: near.isEmpty ? nil : "did you mean \(near.quotedChoice)?")
  }
}

extension SearchPart {
  /// What a tenant takes (measured: anything else is a 400); empty where any text will do.
  var allowed: [String] {
    switch self {
    case .search: []
    case .mode: ["like", "exact", "similar_to", "posix"]
    case .joint: ["and", "or"]
    case .caseSensitive: ["true", "false"]
    }
  }
}

extension SchemaNode {
  /// The texts that a parameter may be, over lists and unions; empty where any will do.
  var allowedTexts: [String] {
    if !enumStrings.isEmpty { return enumStrings }
    if let items { return items.allowedTexts }
    let branches = branches.map(\.allowedTexts)
    if branches.isEmpty || branches.contains(where: \.isEmpty) { return [] }
    var result: [String] = []
    for text in branches.joined() where !result.contains(text) { result.append(text) }
    return result
  }
}
