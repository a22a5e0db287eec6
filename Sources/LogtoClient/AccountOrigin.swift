// How the fields of an account are called by the one who filled them in, and the errors that say so.

extension Account {
  /// A field of an account that can be at fault.
  public enum Field: String, Sendable, CaseIterable {
    /// The address.
    case endpoint
    /// The application's id.
    case appID = "appId"
    /// Its secret.
    case appSecret
    /// The resource that tokens are asked for.
    case resource
    /// A user's own access token.
    case userToken

    /// The environment variable that holds the field.
    public var variable: String {
      switch self {
      case .endpoint: "LOGTO_ENDPOINT"
      case .appID: "LOGTO_APP_ID"
      case .appSecret: "LOGTO_APP_SECRET"
      case .resource: "LOGTO_RESOURCE"
      case .userToken: "LOGTO_USER_TOKEN"
      }
    }

    /// What to look up, and where.
    var whereToFind: String {
      switch self {
      case .endpoint: "the tenant's address, such as \(Endpoint.example)"
      case .appID: "the App ID of a machine-to-machine application (Console, Applications)"
      case .appSecret: "a secret of that application (Console, Applications, its page)"
      case .resource: "the Management API's identifier (Console, API resources)"
      case .userToken: "a user's access token"
      }
    }
  }

  /// Where an account was read from.
  public enum Origin: Sendable, Equatable {
    /// `LOGTO_…` variables.
    case environment
    /// An entry of accounts.json.
    case file(path: String, account: String)
    /// Swift code.
    case code

    /// What to call `field` in a message.
    public func name(of field: Field) -> String {
      switch self {
      case .environment: field.variable
      case .file(let path, let account): "'\(field.rawValue)' of account '\(account)' in \(path)"
      case .code: field.rawValue
      }
    }

    func missing(_ field: Field) -> LogtoError {
      LogtoError(
        .auth, "\(name(of: field)) is not set", code: "account.missing_\(field.rawValue)",
        hint: "set it to \(field.whereToFind)")
    }

    func invalid(_ field: Field, _ value: InvalidValue, hint: String? = nil) -> LogtoError {
      var message = "\(name(of: field)) \(value.reason)"
      if let example = value.example { message += " (example: \(example))" }
      return LogtoError(
        .auth, message, code: "account.invalid_\(field.rawValue)", hint: hint ?? "set it to \(field.whereToFind)")
    }
  }
}
