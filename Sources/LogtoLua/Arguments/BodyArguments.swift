import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime

/// Collects a call's body: the whole of it from `body = …`, or its properties from among the other arguments.
///
/// Values are encoded while the table is read, straight from the Lua stack, and put together in documented order.
struct BodyArguments {
  private let shape: CallShape
  private let validate: Bool
  private let uploadFolders: [String]
  private var parts: [Part] = []
  private var files: [MultipartFile] = []
  /// `body = …`, encoded. It may stand beside other keys of the body in six operations only.
  private var whole: [UInt8]?
  private var wholeIsObject = false

  private struct Part {
    var order: Int
    var key: String
    var bytes: [UInt8]
  }

  init(shape: CallShape, options: CallOptions) {
    self.shape = shape
    validate = options.validate
    uploadFolders = options.uploadFolders
  }

  private var contentType: String { shape.operation.body?.contentType ?? "application/json" }
  private var isMultipart: Bool { contentType == "multipart/form-data" }

  mutating func add(property index: Int, key: String, _ value: LuaView) throws(LuaError) {
    if isMultipart { return files.append(try MultipartFile(value, field: key, shape: shape, folders: uploadFolders)) }
    let schema = SchemaID(rawValue: shape.properties[index].node.id)
    let bytes = try value.encoded(schema: schema, path: "body.\(key)", name: shape.name)
    parts.append(Part(order: index, key: key, bytes: bytes))
  }

  /// A key that nothing documents, sent because the script asked for no checks.
  mutating func add(unknown key: String, _ value: LuaView) throws(LuaError) {
    if isMultipart { return files.append(try MultipartFile(value, field: key, shape: shape, folders: uploadFolders)) }
    let bytes = try value.encoded(schema: .none, path: "body.\(key)", name: shape.name)
    parts.append(Part(order: .max, key: key, bytes: bytes))
  }

  mutating func add(whole value: LuaView) throws(LuaError) {
    if isMultipart {
      try value.eachField { (key, value) throws(LuaError) in
        guard let field = key.text else {
          throw shape.badParameter("body", "has the key \(key.described), which is no name")
        }
        files.append(try MultipartFile(value, field: field, shape: shape, folders: uploadFolders))
      }
      return
    }
    let schema = shape.operation.body.map { SchemaID(rawValue: $0.schema.id) } ?? .none
    whole = try value.encoded(schema: schema, path: "body", name: shape.name)
    wholeIsObject = value.isTable && whole?.first == UInt8(ascii: "{")
  }

  /// What is to be sent; checked against the body's schema unless the script asked for no checks.
  func encoded() throws(LuaError) -> APIRequest.Body {
    if isMultipart {
      if validate { try checkFiles() }
      return files.isEmpty ? .none : .multipart(files.map(\.part).sorted { $0.name < $1.name })
    }
    let bytes = try joined()
    if validate { try check(bytes) }
    guard let bytes else { return .none }
    if contentType == "application/x-www-form-urlencoded" { return .form(try form(bytes)) }
    return .json(bytes)
  }

  /// `body` and the shorthand keys in one text; nil where there is neither.
  private func joined() throws(LuaError) -> [UInt8]? {
    guard !parts.isEmpty else { return whole }
    let ordered = parts.sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    if let whole {
      guard !shape.ambiguous.isEmpty || !validate, wholeIsObject else { throw shape.bodyTwice(ordered[0].key) }
      let members = (try? JSONValue.parse(whole))?.objectValue ?? JSONObject()
      if let twice = ordered.first(where: { members[$0.key] != nil }) { throw shape.bodyTwice(twice.key) }
      return object(ordered, further: members)
    }
    return object(ordered, further: JSONObject())
  }

  private func object(_ parts: [Part], further: JSONObject) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for part in parts {
      writer.key(part.key)
      writer.raw(part.bytes)
    }
    for member in further {
      writer.key(member.key)
      member.value.write(into: &writer)
    }
    writer.endObject()
    return writer.finish()
  }

  private func check(_ bytes: [UInt8]?) throws(LuaError) {
    guard let body = shape.operation.body else { return }
    var value: JSONValue
    if let bytes {
      guard let parsed = try? JSONValue.parse(bytes) else { return }
      value = parsed
    } else {
      // Nothing is sent where nothing was given; what is required is missed in either case.
      guard body.isRequired else { return }
      if shape.bodyKind == .opaque {
        throw CallFailure.validation("'body' is missing", name: shape.name, hint: "give it as body = { … }")
      }
      value = [:]
    }
    if let fault = SchemaCheck.fault(in: value, schema: body.schema) {
      throw CallFailure.validation("'\(fault.path)' \(fault.message)", name: shape.name, hint: fault.hint)
    }
  }

  private func checkFiles() throws(LuaError) {
    for file in files
    where !shape.properties.isEmpty && !shape.properties.contains(where: { $0.name == file.part.name }) {
      throw shape.unknownArgument(file.part.name)
    }
    guard files.isEmpty, shape.operation.body?.isRequired == true, let first = shape.properties.first else { return }
    throw CallFailure.validation("'\(first.name)' is missing", name: shape.name, hint: MultipartFile.form)
  }

  private func form(_ bytes: [UInt8]) throws(LuaError) -> [(name: String, value: String)] {
    guard let members = (try? JSONValue.parse(bytes))?.objectValue else {
      throw CallFailure.validation("'body' is an object of texts, since it is sent as a form", name: shape.name)
    }
    var fields: [(name: String, value: String)] = []
    for member in members {
      switch member.value {
      case .string(let text): fields.append((member.key, text))
      case .integer(let value): fields.append((member.key, "\(value)"))
      case .number(let value): fields.append((member.key, "\(value)"))
      case .bool(let value): fields.append((member.key, "\(value)"))
      case .null, .array, .object:
        throw CallFailure.validation(
          "'body.\(member.key)' is \(member.value.described), which a form cannot carry", name: shape.name)
      }
    }
    return fields
  }
}
