// One tenant and the credentials for it. Where accounts come from is in AccountEnvironment and AccountsFile.

/// A tenant with what is needed to call it.
public struct Account: Sendable {
  /// What the account is called: `environment`, a name of accounts.json, or what the caller says.
  public var name: String
  /// Where the tenant answers.
  public let endpoint: Endpoint
  /// The resource that Management API tokens are asked for.
  public let resource: String
  /// The machine-to-machine application, where there is one.
  public let application: Application?
  /// A user's own access token for the operations of the class `account`, where there is one.
  public var userToken: Secret?
  /// Requests in a span of time, where the account sets its own; `nil` means the default for the endpoint.
  public var rateLimit: RateLimit?
  /// Where its fields came from, so that an error can name the one at fault.
  public let origin: Origin

  /// A machine-to-machine application: its id and one of its secrets.
  public struct Application: Sendable {
    /// The application's id.
    public let id: String
    /// One of its secrets.
    public let secret: Secret
  }

  /// Checks and puts together an account.
  ///
  /// - Parameters:
  ///   - name: what the account is called in messages.
  ///   - endpoint: where the tenant answers: `https://<tenant-id>.logto.app`.
  ///   - appID: the machine-to-machine application's id; nil with `appSecret`.
  ///   - appSecret: one of its secrets.
  ///   - userToken: a user's own access token.
  ///   - resource: needed only for a Logto Cloud tenant with a custom domain; otherwise it follows from the endpoint.
  ///   - allowsHTTP: permits plain `http` to other hosts than this machine.
  ///   - origin: where the fields came from, for errors.
  /// - Throws: kind `auth`, naming the field at fault as `origin` calls it.
  public init(
    name: String = "default", endpoint: String, appID: String? = nil, appSecret: Secret? = nil,
    userToken: Secret? = nil, resource: String? = nil, allowsHTTP: Bool = false, origin: Origin = .code
  ) throws(LogtoError) {
    do {
      self.endpoint = try Endpoint(endpoint)
    } catch {
      throw origin.invalid(.endpoint, error)
    }
    if self.endpoint.scheme == "http", !self.endpoint.isLoopback, !allowsHTTP {
      throw origin.invalid(
        .endpoint,
        InvalidValue(
          "is plain http to another machine (\(self.endpoint.host)), which would show the secret on the way"),
        hint: "use https, or allow it with --allow-http")
    }
    if let resource, !resource.isEmpty {
      guard resource.hasPrefix("https://") || resource.hasPrefix("http://"), Account.isHeaderSafe(resource) else {
        throw origin.invalid(
          .resource, InvalidValue("is not an address", example: "https://<tenant-id>.logto.app/api"))
      }
      self.resource = resource
    } else {
      self.resource = self.endpoint.defaultResource
    }
    self.application = try Account.application(id: appID, secret: appSecret, origin: origin)
    if let userToken, !Account.isHeaderSafe(userToken.reveal()) {
      throw origin.invalid(.userToken, InvalidValue("has a space, a line break or a character outside ASCII in it"))
    }
    self.userToken = userToken.flatMap { $0.isEmpty ? nil : $0 }
    self.name = name
    self.origin = origin
  }

  /// An account of a machine-to-machine application; see ``init(name:endpoint:appID:appSecret:userToken:resource:allowsHTTP:origin:)``.
  public static func machine(
    endpoint: String, appID: String, appSecret: String, resource: String? = nil, allowsHTTP: Bool = false
  ) throws(LogtoError) -> Account {
    try Account(
      endpoint: endpoint, appID: appID, appSecret: Secret(appSecret), resource: resource, allowsHTTP: allowsHTTP)
  }

  /// An account that holds a user's access token and no application: for the classes `account` and `public`.
  public static func user(endpoint: String, token: String, allowsHTTP: Bool = false) throws(LogtoError) -> Account {
    try Account(endpoint: endpoint, userToken: Secret(token), allowsHTTP: allowsHTTP)
  }

  private static func application(
    id: String?, secret: Secret?, origin: Origin
  ) throws(LogtoError) -> Application? {
    let id = id.flatMap { $0.isEmpty ? nil : $0 }
    let secret = secret.flatMap { $0.isEmpty ? nil : $0 }
    switch (id, secret) {
    case (nil, nil): return nil
    case (nil, _): throw origin.missing(.appID)
    case (_, nil): throw origin.missing(.appSecret)
    case (let id?, let secret?):
      if secret.reveal().hasPrefix("#internal:") {
        throw origin.invalid(
          .appSecret,
          InvalidValue("is the internal secret that create_application answers, which no token is given for"),
          hint: "use the value that list_application_secrets, or the application's page in the Console, shows")
      }
      return Application(id: id, secret: secret)
    }
  }

  /// Visible ASCII alone: what may stand in a header value without being quoted.
  static func isHeaderSafe(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension Account: CustomStringConvertible, CustomReflectable {
  /// Name and address; never a credential.
  public var description: String { "\(name) (\(endpoint))" }

  public var customMirror: Mirror {
    Mirror(self, children: ["name": name, "endpoint": endpoint.description, "resource": resource])
  }
}
