// The account that the environment variables describe.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Account {
  /// The account of `LOGTO_ENDPOINT`, `LOGTO_APP_ID`, `LOGTO_APP_SECRET`, `LOGTO_RESOURCE` and `LOGTO_USER_TOKEN`.
  ///
  /// - Parameters:
  ///   - environment: the variables; those of this process by default.
  ///   - allowsHTTP: permits plain `http` to other hosts than this machine.
  /// - Returns: `nil` where none of the first four is set: the environment describes no account then.
  /// - Throws: kind `auth`, naming the variable that is missing or wrong. An empty variable counts as not set.
  public static func fromEnvironment(
    _ environment: [String: String]? = nil, allowsHTTP: Bool = false
  ) throws(LogtoError) -> Account? {
    func value(_ field: Field) -> String? { variable(field, environment) }
    guard Field.allCases.contains(where: { $0 != .userToken && value($0) != nil }) else { return nil }
    guard let endpoint = value(.endpoint) else { throw Origin.environment.missing(.endpoint) }
    if value(.userToken) == nil {
      for field in [Field.appID, .appSecret] where value(field) == nil { throw Origin.environment.missing(field) }
    }
    return try Account(
      name: "environment", endpoint: endpoint, appID: value(.appID), appSecret: value(.appSecret).map { Secret($0) },
      userToken: value(.userToken).map { Secret($0) }, resource: value(.resource), allowsHTTP: allowsHTTP,
      origin: .environment)
  }

  static func variable(_ field: Field, _ environment: [String: String]?) -> String? {
    let text = environment.map { $0[field.variable] } ?? getenv(field.variable).map { String(cString: $0) }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Account {
  /// The endpoint of the environment's account, where that is the one `choose(named:)` would take; nothing else of it
  /// is looked at.
  package static func environmentEndpoint(_ name: String?) -> String? {
    guard name == nil || name == "environment", let text = variable(.endpoint, nil) else { return nil }
    return (try? Endpoint(text))?.description
  }
}
