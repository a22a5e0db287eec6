import LogtoCatalogue
import LuaRuntime

/// The catalogue's schemas as the marshalling reads them: an offset in the catalogue's bytes is a schema's identity.
final class CatalogueSchemas: SchemaSource {
  private let make: @Sendable () -> Catalogue

  init(_ make: @escaping @Sendable () -> Catalogue) { self.make = make }

  var catalogue: Catalogue { make() }

  private func node(_ schema: SchemaID) -> SchemaNode? { catalogue.node(schema.rawValue) }

  private func id(_ node: SchemaNode?) -> SchemaID { node.map { SchemaID(rawValue: $0.id) } ?? .none }

  func property(_ key: UnsafeRawBufferPointer, of schema: SchemaID) -> SchemaID {
    guard let node = node(schema) else { return .none }
    if let property = node.property(utf8: key) { return id(property.node) }
    if case .schema(let additional) = node.additional { return id(additional) }
    return .none
  }

  func element(of schema: SchemaID) -> SchemaID {
    guard let node = node(schema) else { return .none }
    if let items = node.items { return id(items) }
    // A value that is a list or something else: the list's elements are those of the branch that is one.
    return id(node.branches.lazy.compactMap(\.items).first)
  }

  func shape(of schema: SchemaID) -> SchemaShape {
    guard let node = node(schema) else { return .any }
    switch node.kind {
    case .array: return .array
    case .object: return .object
    default:
      let mayBeList = node.accepts.contains(.array)
      let mayBeObject = node.accepts.contains(.object)
      if mayBeList == mayBeObject { return .any }
      return mayBeList ? .array : .object
    }
  }

  func isStrict(_ schema: SchemaID) -> Bool { node(schema)?.isStrict ?? false }

  func propertyNames(of schema: SchemaID) -> [String] { node(schema)?.properties.map(\.name) ?? [] }

  func isNullable(_ schema: SchemaID) -> Bool { node(schema)?.isNullable ?? false }

  func missingField(_ key: String, in schema: SchemaID) -> String {
    let names = propertyNames(of: schema)
    if self.shape(of: schema) == .array {
      return "'\(key)' is no field: this is the list itself, its elements are at [1], [2], …"
    }
    let near = Nearest.matches(key, among: names)
    if !near.isEmpty { return "no field '\(key)' here: did you mean \(near.quotedChoice)?" }
    return names.isEmpty ? "no field '\(key)' here" : "no field '\(key)' here: its fields are \(names.listed)"
  }
}
