// Everything that a catalogue is compiled from.

import JSON

/// What goes into a compiled catalogue.
public struct CatalogueSource: Sendable {
  /// What it was made from, such as `Logto 1.39`.
  public var label: String
  public var operations: [OperationSource]
  /// Schemas that `{"$ref": N}` stands for.
  public var schemas: [Int: JSONValue]
  public var secrets: [SecretSource]
  public var types: [TypeSource] = []
  /// contract/corrections.jsonl as it is: needed where a tenant's own document is read.
  public var corrections = ""
  /// The words about operations.
  public var documentation: [DocumentationSource] = []
  /// The words about helpers, in the order in which they are shown.
  public var helpers: [DocumentationSource] = []

  public init(
    label: String, operations: [OperationSource], schemas: [Int: JSONValue], secrets: [SecretSource] = []
  ) {
    self.label = label
    self.operations = operations
    self.schemas = schemas
    self.secrets = secrets
  }

  /// A line of contract/secrets.tsv.
  public struct SecretSource: Sendable, Equatable {
    public var side: SecretPath.Side
    /// The operation's name, or `*` for all.
    public var operation: String
    public var path: SecretPath
  }

  /// A line of contract/types.tsv: a name for the schema at a place.
  public struct TypeSource: Sendable, Equatable {
    public var name: String
    public var operation: String
    /// As in `Operation.node(at:)`.
    public var path: String
  }
}

extension CatalogueSource {
  /// Reads the contract's files: operations and schemas as JSON lines, secrets as tab-separated values.
  ///
  /// - Throws: `CatalogueError` naming the file and line.
  public init(
    label: String, operations: String, schemas: String, secrets: String
  ) throws(CatalogueError) {
    self.init(label: label, operations: [], schemas: [:])
    for (number, value) in try Self.lines(of: operations, in: "operations.jsonl") {
      do {
        self.operations.append(try OperationSource(value))
      } catch {
        throw CatalogueError("operations.jsonl:\(number): \(error.message)")
      }
    }
    for (number, value) in try Self.lines(of: schemas, in: "schemas.jsonl") {
      guard let id = value["id"]?.integerValue, let schema = value["schema"] else {
        throw CatalogueError("schemas.jsonl:\(number): no 'id' or no 'schema'")
      }
      self.schemas[Int(id)] = schema
    }
    for (number, line) in secrets.split(separator: "\n").enumerated().dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let side = SecretPath.Side(rawValue: fields[0]) else {
        throw CatalogueError("secrets.tsv:\(number + 1): not side, operation, path, why")
      }
      self.secrets.append(
        SecretSource(side: side, operation: fields[1], path: SecretPath(path: fields[2], why: fields[3])))
    }
  }

  /// Reads contract/types.tsv.
  public mutating func addTypes(_ text: String) throws(CatalogueError) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst()
    where !line.isEmpty {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { throw CatalogueError("types.tsv:\(number + 1): not name, operation, path") }
      types.append(TypeSource(name: fields[0], operation: fields[1], path: fields[2]))
    }
  }

  /// Reads a file of contract/docs/; `helpers` is the one about helpers.
  public mutating func addDocumentation(_ text: String, from file: String, isHelpers: Bool) throws(CatalogueError) {
    for (number, value) in try Self.lines(of: text, in: file) {
      do throws(CatalogueError) {
        let words = try DocumentationSource(value)
        if isHelpers { helpers.append(words) } else { documentation.append(words) }
      } catch {
        throw CatalogueError("\(file):\(number): \(error.message)")
      }
    }
  }

  /// The values of a text of JSON lines, with their line numbers.
  static func lines(of text: String, in file: String) throws(CatalogueError) -> [(Int, JSONValue)] {
    var values: [(Int, JSONValue)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do {
        values.append((index + 1, try JSONValue.parse(Array(line.utf8))))
      } catch {
        throw CatalogueError("\(file):\(index + 1): \(error.message)")
      }
    }
    return values
  }
}
