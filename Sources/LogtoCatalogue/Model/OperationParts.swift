// What an operation is made of: parameters, body, answers, the segments of its path.

extension Operation {
  /// A parameter in the path or the query.
  public struct Parameter: Sendable {
    let storage: CatalogueStorage
    let record: Int

    /// Its documented spelling, such as `userId`.
    public var name: String { storage.string(storage.word(record)) }
    /// Its spelling in Lua, such as `user_id`.
    public var argument: String { storage.string(storage.word(record + 1)) }
    private func has(_ flag: UInt32) -> Bool { storage.word(record + 2) & flag != 0 }
    public var place: Place { has(Layout.ParameterFlag.query) ? .query : .path }
    public var isRequired: Bool { has(Layout.ParameterFlag.required) }
    /// Whether it takes several values, which repeat its key.
    public var isList: Bool { has(Layout.ParameterFlag.list) }
    /// Whether it is an object whose members become query parameters of their own (`search_params`).
    public var isSpread: Bool { has(Layout.ParameterFlag.spread) }
    public var schema: SchemaNode { SchemaNode(storage: storage, id: storage.word(record + 3)) }

    /// Where a parameter is put.
    public enum Place: String, Sendable { case path, query }
  }

  /// The body of a request.
  public struct Body: Sendable {
    /// `application/json`, `multipart/form-data` or `application/x-www-form-urlencoded`.
    public let contentType: String
    public let isRequired: Bool
    public let schema: SchemaNode
  }

  /// A documented answer.
  public struct Response: Sendable {
    let storage: CatalogueStorage
    let record: Int

    public var status: Int { Int(storage.word(record)) }
    /// `nil` where the answer has no body.
    public var contentType: String? { storage.optionalString(storage.word(record + 1)) }
    public var schema: SchemaNode? {
      let id = storage.word(record + 2)
      return id == 0 ? nil : SchemaNode(storage: storage, id: id)
    }
  }

  /// One part of a path between two slashes.
  public enum PathSegment: Sendable, Equatable {
    case literal(String)
    /// A placeholder, with the documented spelling of its parameter.
    case parameter(String)

    static func split(_ path: String) -> [PathSegment] {
      path.split(separator: "/").map { part in
        part.first == "{" && part.last == "}"
          ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
      }
    }
  }
}
