// Where a tenant's own document is wrong or silent: contract/corrections.jsonl, each with its reason.

import JSON

/// A correction of what an OpenAPI document says.
public struct Correction: Sendable {
  /// Where and what.
  public enum Change: Sendable {
    /// Every property of that name, in any schema: the members to set, `null` to take away.
    case everywhere(property: String, merge: JSONObject)
    /// A place of an operation's schemas, as in `Operation.node(at:)`.
    case schema(operation: String, at: String, merge: JSONObject)
    /// What is said of an operation as a whole.
    case facts(operation: String, JSONObject)
  }
  public let change: Change
  /// How we know.
  public let reason: String

  /// Reads a line of the file.
  public init(_ value: JSONValue) throws(CatalogueError) {
    guard let reason = value["reason"]?.stringValue, !reason.isEmpty else { throw CatalogueError("no 'reason'") }
    self.reason = reason
    if let property = value["everywhere"]?.stringValue, let merge = value["merge"]?.objectValue {
      change = .everywhere(property: property, merge: merge)
    } else if let operation = value["operation"]?.stringValue, let facts = value["set"]?.objectValue {
      change = .facts(operation: operation, facts)
    } else if let operation = value["operation"]?.stringValue, let place = value["at"]?.stringValue,
      let merge = value["merge"]?.objectValue
    {
      change = .schema(operation: operation, at: place, merge: merge)
    } else {
      throw CatalogueError("neither 'everywhere' and 'merge', nor 'operation' with 'set' or with 'at' and 'merge'")
    }
  }

  /// Reads the file.
  ///
  /// - Throws: `CatalogueError` with the line.
  public static func read(_ text: String) throws(CatalogueError) -> [Correction] {
    var corrections: [Correction] = []
    for (number, value) in try CatalogueSource.lines(of: text, in: "corrections.jsonl") {
      do throws(CatalogueError) {
        corrections.append(try Correction(value))
      } catch {
        throw CatalogueError("corrections.jsonl:\(number): \(error.message)")
      }
    }
    return corrections
  }

  /// The schema with the members set, and taken away where they are `null`.
  static func merge(_ change: JSONObject, into schema: JSONValue) -> JSONValue {
    var result = schema.objectValue ?? JSONObject()
    for member in change { result[member.key] = member.value.isNull ? Optional.none : member.value }
    return .object(result)
  }
}

extension OperationSource {
  /// Applies what concerns this operation. Schemas that are shared are copied first.
  mutating func apply(_ correction: Correction, schemas: [Int: JSONValue]) throws(CatalogueError) {
    switch correction.change {
    case .everywhere: return
    case .facts(let operation, let facts): if operation == name { set(facts) }
    case .schema(let operation, let place, let merge):
      guard operation == name else { return }
      let steps = SchemaPath.steps(of: place)
      let rest = steps.dropFirst()
      if steps.first == "body", let schema = body?.schema {
        body?.schema = try Self.replace(in: schema, rest, schemas) { Correction.merge(merge, into: $0) }
      } else if steps.first == "result" {
        for index in responses.indices where responses[index].status < 400 {
          guard let schema = responses[index].schema else { continue }
          responses[index].schema = try Self.replace(in: schema, rest, schemas) { Correction.merge(merge, into: $0) }
        }
      } else {
        throw CatalogueError("\(name): a correction at '\(place)', which there is not")
      }
    }
  }

  private mutating func set(_ facts: JSONObject) {
    if let value = facts["verification"]?.boolValue { needsVerification = value }
    if let value = facts["scopes"]?.arrayValue { scopes = value.compactMap(\.stringValue) }
    if let value = facts["pagination"]?.stringValue, pagination != nil {
      pagination = Operation.Pagination(rawValue: value)
    }
    if let value = facts["deprecated"]?.boolValue { isDeprecated = value }
    if let value = facts["replacedBy"]?.stringValue { replacedBy = value }
    if let value = facts["auth"]?.stringValue.flatMap({ Operation.Auth(rawValue: $0) }) { auth = value }
    if let value = facts["bodyRequired"]?.boolValue { body?.isRequired = value }
  }

  private static func replace(
    in schema: JSONValue, _ steps: ArraySlice<String>, _ schemas: [Int: JSONValue],
    _ change: (JSONValue) -> JSONValue
  ) throws(CatalogueError) -> JSONValue {
    if let number = schema["$ref"]?.integerValue, let shared = schemas[Int(number)] {
      return try replace(in: shared, steps, schemas, change)
    }
    guard let step = steps.first else { return change(schema) }
    var result = schema.objectValue ?? JSONObject()
    if step.hasPrefix("["), let items = result["items"] {
      result["items"] = try replace(in: items, steps.dropFirst(), schemas, change)
    } else if var properties = result["properties"]?.objectValue, let property = properties[step] {
      properties[step] = try replace(in: property, steps.dropFirst(), schemas, change)
      result["properties"] = .object(properties)
    }
    // A place that this version's document no longer has needs no correction.
    return .object(result)
  }
}
