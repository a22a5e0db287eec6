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
  /// - Parameter environment: the variables; those of this process by default.
  /// - Returns: `nil` where none of them is set, which means that the environment describes no account.
  /// - Throws: kind `auth`, naming the variable that is missing or wrong. An empty variable counts as not set.
  public static func fromEnvironment(
    _ environment: [String: String]? = nil, allowsHTTP: Bool = false
  ) throws(LogtoError) -> Account? {
    func value(_ field: Field) -> String? {
      let text = environment.map { $0[field.variable] } ?? getenv(field.variable).map { String(cString: $0) }
      return text.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard Field.allCases.contains(where: { value($0) != nil }) else { return nil }
    guard let endpoint = value(.endpoint) else { throw Origin.environment.missing(.endpoint) }
    let userToken = value(.userToken).map { Secret($0) }
    if userToken == nil, value(.appID) == nil { throw Origin.environment.missing(.appID) }
    if userToken == nil, value(.appSecret) == nil { throw Origin.environment.missing(.appSecret) }
    return try Account(
      name: "environment", endpoint: endpoint, appID: value(.appID), appSecret: value(.appSecret).map { Secret($0) },
      userToken: userToken, resource: value(.resource), allowsHTTP: allowsHTTP, origin: .environment)
  }
}
