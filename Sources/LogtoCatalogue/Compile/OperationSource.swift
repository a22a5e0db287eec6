// An operation as it stands in the contract, before it is compiled.

import JSON

/// An operation in plain form: a line of contract/operations.jsonl, or one read from an OpenAPI document.
public struct OperationSource: Sendable, Equatable {
  public var name: String
  public var operationID: String
  public var method: String
  public var path: String
  public var group: String
  public var auth: Operation.Auth
  public var isWrite: Bool
  public var needsVerification = false
  public var scopes: [String] = []
  public var parameters: [Parameter] = []
  public var body: Body?
  /// By status, in ascending order.
  public var responses: [Response] = []
  public var isDeprecated = false
  public var replacedBy: String?
  public var pagination: Operation.Pagination?
  public var itemsKey: String?

  /// A parameter; its schema is JSON Schema with `{"$ref": N}` for entry N of the shared schemas.
  public struct Parameter: Sendable, Equatable {
    public var name: String
    public var argument: String
    public var place: Operation.Parameter.Place
    public var isRequired: Bool
    public var isSpread: Bool
    public var schema: JSONValue
  }

  public struct Body: Sendable, Equatable {
    public var contentType: String
    public var isRequired: Bool
    public var schema: JSONValue
  }

  public struct Response: Sendable, Equatable {
    public var status: Int
    public var contentType: String?
    public var schema: JSONValue?
  }
}

extension OperationSource {
  /// Reads the form of contract/operations.jsonl.
  ///
  /// - Throws: `CatalogueError` naming the operation and the key that is missing or of the wrong type.
  public init(_ value: JSONValue) throws(CatalogueError) {
    let name = value["name"]?.stringValue ?? "(no name)"
    func text(_ key: String) throws(CatalogueError) -> String {
      guard let text = value[key]?.stringValue else { throw CatalogueError("\(name): '\(key)' is not a text") }
      return text
    }
    self.name = try text("name")
    operationID = try text("operationId")
    method = try text("method")
    path = try text("path")
    group = try text("group")
    let auth = try text("auth")
    guard let auth = Operation.Auth(rawValue: auth) else {
      throw CatalogueError("\(name): unknown auth class '\(auth)'")
    }
    self.auth = auth
    isWrite = try text("mode") == "write"
    needsVerification = value["verification"]?.boolValue ?? false
    scopes = (value["scopes"]?.arrayValue ?? []).compactMap(\.stringValue)
    isDeprecated = value["deprecated"]?.boolValue ?? false
    replacedBy = value["replacedBy"]?.stringValue
    pagination = value["pagination"]?.stringValue.flatMap { Operation.Pagination(rawValue: $0) }
    itemsKey = value["itemsKey"]?.stringValue
    for (key, place) in [("pathParameters", Operation.Parameter.Place.path), ("queryParameters", .query)] {
      for parameter in value[key]?.arrayValue ?? [] {
        guard let documented = parameter["name"]?.stringValue, let argument = parameter["argument"]?.stringValue else {
          throw CatalogueError("\(name): a parameter without 'name' or 'argument'")
        }
        parameters.append(
          Parameter(
            name: documented, argument: argument, place: place,
            isRequired: place == .path || parameter["required"]?.boolValue == true,
            isSpread: parameter["explode"]?.boolValue == true, schema: parameter["schema"] ?? .emptySchema))
      }
    }
    if let body = value["body"], body != .null {
      self.body = Body(
        contentType: body["contentType"]?.stringValue ?? "application/json",
        isRequired: body["required"]?.boolValue ?? false, schema: body["schema"] ?? .emptySchema)
    }
    for member in value["responses"]?.members ?? [] {
      guard let status = Int(member.key) else { throw CatalogueError("\(name): '\(member.key)' is not a status") }
      let type = member.value["contentType"]?.stringValue
      let schema: JSONValue? = type.map { _ in member.value["schema"] ?? .emptySchema }
      responses.append(Response(status: status, contentType: type, schema: schema))
    }
    responses.sort { $0.status < $1.status }
  }

  /// What design calls destructive: every DELETE, replacing and resetting PUTs, and five that only look harmless.
  var isDestructive: Bool {
    let short = name.dropFirst(Name.prefix.count)
    if method == "DELETE" { return true }
    if method == "PUT", short.hasPrefix("replace_") || short.hasPrefix("reset_") { return true }
    return Self.destructiveNames.contains(String(short))
  }

  private static let destructiveNames: Set<String> = [
    "cleanup_domains", "rotate_oidc_keys", "delete_personal_access_token_post", "delete_sentinel_activities",
    "update_hook_signing_key",
  ]
}

extension JSONValue {
  /// A schema that says nothing.
  static let emptySchema = JSONValue.object(JSONObject())

  /// The members of an object in their order; none for anything else.
  var members: [JSONObject.Member] { objectValue?.members ?? [] }
}
