// One account as accounts.json has it: secrets not yet looked up.

import JSON

/// An entry of accounts.json.
public struct AccountEntry: Sendable {
  /// Where the tenant answers, as written.
  public var endpoint: String
  /// The machine-to-machine application's id.
  public var appID: String?
  /// Where its secret is to be found.
  public var appSecret: SecretSource?
  /// The resource that tokens are asked for; nil where it follows from the endpoint.
  public var resource: String?
  /// Where a user's access token is to be found.
  public var userToken: SecretSource?
  /// Permits plain `http` to other hosts than this machine.
  public var allowsHTTP = false
  /// Requests in a span of time; nil for the default of the endpoint.
  public var rateLimit: RateLimit?
  /// The account's policy, read by the layer that knows what a policy is.
  public var policy: JSONValue?

  /// An entry to be written; nothing is checked before an account is made of it.
  public init(
    endpoint: String, appID: String? = nil, appSecret: SecretSource? = nil, resource: String? = nil,
    userToken: SecretSource? = nil
  ) {
    self.endpoint = endpoint
    self.appID = appID
    self.appSecret = appSecret
    self.resource = resource
    self.userToken = userToken
  }

  static let keys = ["endpoint", "appId", "appSecret", "resource", "userToken", "allowHttp", "rateLimit", "policy"]

  /// - Throws: what is wrong, beginning with the key at fault.
  init(_ json: JSONValue) throws(InvalidValue) {
    guard let members = json.objectValue else { throw InvalidValue("it is no object") }
    for key in members.keys where !AccountEntry.keys.contains(key) {
      throw InvalidValue(
        "it has the unknown key '\(key.prefix(40))'; known are \(AccountEntry.keys.joined(separator: ", "))")
    }
    func text(_ key: String) throws(InvalidValue) -> String? {
      guard let value = members[key], !value.isNull else { return nil }
      guard let text = value.stringValue else { throw InvalidValue("'\(key)' is no text") }
      return text
    }
    func secret(_ key: String) throws(InvalidValue) -> SecretSource? {
      guard let value = members[key], !value.isNull else { return nil }
      do {
        return try SecretSource(value)
      } catch {
        throw InvalidValue("'\(key)' \(error.reason)")
      }
    }
    guard let endpoint = try text("endpoint") else { throw InvalidValue("'endpoint' is missing") }
    self.endpoint = endpoint
    appID = try text("appId")
    appSecret = try secret("appSecret")
    resource = try text("resource")
    userToken = try secret("userToken")
    if let value = members["allowHttp"], !value.isNull {
      guard let flag = value.boolValue else { throw InvalidValue("'allowHttp' is neither true nor false") }
      allowsHTTP = flag
    }
    if let value = members["rateLimit"], !value.isNull {
      guard let requests = value["requests"]?.integerValue, (1...1_000_000).contains(requests),
        let seconds = value["seconds"]?.numberValue, seconds > 0, seconds <= 86400
      else { throw InvalidValue("'rateLimit' is not as in {\"requests\": 200, \"seconds\": 10}") }
      rateLimit = RateLimit(requests: Int(requests), per: .seconds(seconds))
    }
    policy = members["policy"].flatMap { $0.isNull ? nil : $0 }
  }

  var json: JSONValue {
    var members = JSONObject()
    members["endpoint"] = .string(endpoint)
    members["appId"] = appID.map { .string($0) }
    members["appSecret"] = appSecret?.json
    members["resource"] = resource.map { .string($0) }
    members["userToken"] = userToken?.json
    members["allowHttp"] = allowsHTTP ? true : nil
    members["rateLimit"] = rateLimit.map {
      ["requests": .integer(Int64($0.requests)), "seconds": .number($0.span / .seconds(1))]
    }
    members["policy"] = policy
    return .object(members)
  }
}
