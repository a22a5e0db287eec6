// One function of the API: everything that is known about it before it is called.

/// An operation of the catalogue.
///
/// A value is a place in the catalogue's bytes; its properties are read when asked for.
public struct Operation: Sendable {
  let storage: CatalogueStorage
  /// Its place among `Catalogue.operations`.
  public let index: Int

  private var record: Int { Int(storage.header(.operations)) + index * Layout.operationWords }

  func word(_ field: Layout.OperationWord) -> UInt32 { storage.word(record + field.rawValue) }
  func string(_ field: Layout.OperationWord) -> String { storage.string(word(field)) }
  private func has(_ flag: UInt32) -> Bool { word(.flags) & flag != 0 }

  /// The catalogue's name, such as `logto_list_users`.
  public var name: String { string(.name) }
  /// The name without `logto_`, such as `list_users`.
  public var shortName: String { String(name.dropFirst(Name.prefix.count)) }
  /// The OpenAPI document's `operationId`, such as `ListUsers`.
  public var operationID: String { string(.operationID) }
  /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
  public var method: String { Method.all[min(Int(word(.flags) & 0xF), Method.all.count - 1)] }
  /// The path with its placeholders, such as `/api/users/{userId}`.
  public var path: String { string(.path) }
  /// The path split at `/`, placeholders told apart from fixed text.
  public var pathSegments: [PathSegment] { PathSegment.split(path) }
  /// The area of the API it belongs to, such as `Users`.
  public var group: String { string(.group) }
  /// How its requests are authenticated.
  public var auth: Auth { Auth(number: (word(.flags) >> 4) & 0xF) }
  /// Whether it changes the tenant (as documented: everything but GET, and GETs that are sign-in steps are reads).
  public var isWrite: Bool { has(Layout.OperationFlag.write) }
  /// Whether what it removes or overwrites cannot be had back by calling it again.
  public var isDestructive: Bool { has(Layout.OperationFlag.destructive) }
  public var isDeprecated: Bool { has(Layout.OperationFlag.deprecated) }
  /// The catalogue's name of the operation to use instead of a deprecated one.
  public var replacedBy: String? { storage.optionalString(word(.replacedBy)) }
  /// Whether the header `logto-verification-id` has to name a verified record.
  public var needsVerification: Bool { has(Layout.OperationFlag.verification) }
  /// Scopes of which the user's token needs at least these.
  public var scopes: [String] { strings(.scopes, .scopeCount) }

  /// How its list is paged, `nil` for anything that is not paged.
  public var pagination: Pagination? {
    if has(Layout.OperationFlag.paginationAlways) { return .always }
    return has(Layout.OperationFlag.paginationOptional) ? .optional : nil
  }
  /// The field that holds the list, where a paged operation answers an object.
  public var itemsKey: String? { storage.optionalString(word(.itemsKey)) }

  /// Path parameters first, in the order of the path, then query parameters.
  public var parameters: [Parameter] {
    let start = Int(word(.parameters))
    let count = storage.count(word(.parameterCount), of: Layout.parameterWords, at: start)
    return (0..<count).map { Parameter(storage: storage, record: start + $0 * Layout.parameterWords) }
  }

  /// The request's body, `nil` where none is documented.
  public var body: Body? {
    guard has(Layout.OperationFlag.body) else { return nil }
    return Body(
      contentType: string(.bodyType), isRequired: has(Layout.OperationFlag.bodyRequired),
      schema: SchemaNode(storage: storage, id: word(.bodySchema)))
  }

  /// The documented answers, by status.
  public var responses: [Response] {
    let start = Int(word(.responses))
    let count = storage.count(word(.responseCount), of: Layout.responseWords, at: start)
    return (0..<count).map { Response(storage: storage, record: start + $0 * Layout.responseWords) }
  }

  /// The answer documented for a status.
  public func response(for status: Int) -> Response? { responses.first { $0.status == status } }

  /// The first documented answer below 400, which is what a call returns.
  public var success: Response? { responses.first { $0.status < 400 } }

  func strings(_ start: Layout.OperationWord, _ count: Layout.OperationWord) -> [String] {
    let start = Int(word(start))
    return (0..<storage.count(word(count), of: 1, at: start)).map { storage.string(storage.word(start + $0)) }
  }
}

extension Operation {
  /// Whether it is the same one of the same catalogue, whose bytes need not be read again then.
  package func isSame(as other: Operation) -> Bool { storage === other.storage && index == other.index }
}

extension Operation: Hashable {
  public static func == (one: Operation, other: Operation) -> Bool {
    one.index == other.index && (one.storage === other.storage || one.name == other.name)
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

extension Operation {
  /// How a request is authenticated.
  public enum Auth: String, Sendable, CaseIterable {
    /// The machine's token for the tenant's resource.
    case management
    /// The user's own access token.
    case account
    /// The cookies of an open sign-in interaction.
    case experience
    /// Nothing.
    case `public`

    var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
    init(number: UInt32) { self = Self.allCases[min(Int(number), Self.allCases.count - 1)] }
  }

  /// How a list is paged.
  public enum Pagination: String, Sendable {
    /// Everything is answered, and no total, unless a page is asked for.
    case optional
    /// Twenty a page unless said otherwise.
    case always
  }

  enum Method {
    static let all = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
  }
}
