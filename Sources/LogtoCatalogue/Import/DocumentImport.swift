// A tenant's own OpenAPI document as the source of a catalogue.

import JSON

/// Reads OpenAPI 3.0 documents as Logto serves them at `/api/swagger.json`.
///
/// The document comes from outside: it is read whole or refused whole, with limits on its size, its depth and the
/// number of everything, and no name in it may hide a helper or be taken twice.
public struct DocumentImport {
  /// The largest document that is read, in bytes. Logto 1.39's has 0.7 MB.
  public static let sizeLimit = 16 << 20
  static let depthLimit = 100
  static let operationLimit = 2_000
  static let parameterLimit = 64

  private let document: JSONValue
  private let corrections: [Correction]
  private let schemas: DocumentSchemas
  private let shared: [Int: JSONValue]

  /// - Throws: `CatalogueError` when the bytes are no OpenAPI document.
  public init(_ bytes: [UInt8], corrections: [Correction] = []) throws(CatalogueError) {
    guard bytes.count <= Self.sizeLimit else {
      throw CatalogueError("the document has \(bytes.count) bytes, at most \(Self.sizeLimit) are read")
    }
    do {
      document = try JSONValue.parse(bytes, maxDepth: Self.depthLimit)
    } catch {
      throw CatalogueError("the document is not JSON: \(error.message) at line \(error.line), column \(error.column)")
    }
    guard document["openapi"]?.stringValue?.hasPrefix("3.0") == true, document["paths"]?.objectValue != nil else {
      throw CatalogueError("this is no OpenAPI 3.0 document: 'openapi' or 'paths' is missing")
    }
    self.corrections = corrections
    var everywhere: [String: JSONObject] = [:]
    for case .everywhere(let property, let merge) in corrections.map(\.change) { everywhere[property] = merge }
    schemas = DocumentSchemas(document, everywhere: everywhere)
    shared = try schemas.shared()
  }

  /// The document's operations in the contract's form, sorted by name.
  ///
  /// - Throws: `CatalogueError` naming the first thing that cannot be taken.
  public func source() throws(CatalogueError) -> CatalogueSource {
    let version = document["info"]?["version"]?.stringValue ?? ""
    var source = CatalogueSource(label: "OpenAPI document \(version.prefix(40))", operations: [], schemas: shared)
    var names: Set<String> = []
    var routes: Set<String> = []
    for path in document["paths"]?.members ?? [] {
      for method in path.value.members where Self.methods.contains(method.key) {
        guard source.operations.count < Self.operationLimit else {
          throw CatalogueError("the document has more than \(Self.operationLimit) operations")
        }
        let operation = try read(method.value, method: method.key, path: path.key, of: path.value)
        guard names.insert(operation.name).inserted else {
          throw CatalogueError("two operations of the document are called '\(operation.name)'")
        }
        guard routes.insert("\(operation.method) \(Self.route(operation.path))").inserted else {
          throw CatalogueError("two operations of the document are \(operation.method) \(operation.path)")
        }
        source.operations.append(operation)
      }
    }
    source.operations.sort { $0.name < $1.name }
    return source
  }

  private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

  /// A path without the names of its placeholders.
  private static func route(_ path: String) -> String {
    path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }.joined(separator: "/")
  }

  private func read(
    _ value: JSONValue, method: String, path: String, of item: JSONValue
  ) throws(CatalogueError) -> OperationSource {
    let place = "\(method.uppercased()) \(path.prefix(120))"
    do throws(CatalogueError) {
      var reader = DocumentOperation(document: document, schemas: schemas, value: value, method: method, path: path)
      var operation = try reader.read(sharedParameters: item["parameters"]?.arrayValue ?? [], corrections: corrections)
      for correction in corrections { try operation.apply(correction, schemas: shared) }
      operation.findItems(schemas: shared)
      return operation
    } catch {
      throw CatalogueError("\(place): \(error.message)")
    }
  }
}

extension OperationSource {
  /// A paged operation that answers an object has its list in that object's one list.
  fileprivate mutating func findItems(schemas: [Int: JSONValue]) {
    guard pagination != nil, var schema = responses.first(where: { $0.status < 400 })?.schema else { return }
    if let number = schema["$ref"]?.integerValue, let shared = schemas[Int(number)] { schema = shared }
    let lists = (schema["properties"]?.members ?? []).filter { $0.value["type"]?.stringValue == "array" }
    if lists.count == 1 { itemsKey = lists[0].key }
  }
}
