import LogtoClient

/// Where a run's clients come from: one a run is given, or made from accounts at their first use, so that a script
/// that calls nothing needs no account.
public struct ClientSource: Sendable {
  /// Names that scripts may give to `logto.account`; the default account has none.
  public let names: [String]
  private let make: @Sendable (String?, RunDriver) throws(LogtoError) -> LogtoClient

  /// - Parameters:
  ///   - names: as ``names``.
  ///   - make: the client of an account by its name, nil the default one. Called at most once a name and run.
  public init(
    names: [String] = [], make: @escaping @Sendable (String?, RunDriver) throws(LogtoError) -> LogtoClient
  ) {
    self.names = names
    self.make = make
  }

  /// Clients that exist already.
  public init(_ client: LogtoClient, named others: [String: LogtoClient] = [:]) {
    self.init(names: others.keys.sorted()) { (name, _) throws(LogtoError) in
      guard let name else { return client }
      guard let other = others[name] else { throw ClientSource.unknown(name, others.keys.sorted()) }
      return other
    }
  }

  /// Accounts, each with a client of its own on the run's transport.
  public init(_ account: Account, named others: [String: Account] = [:], options: ClientOptions = ClientOptions()) {
    self.init(names: others.keys.sorted()) { (name, driver) throws(LogtoError) in
      var chosen = account
      if let name {
        guard let other = others[name] else { throw ClientSource.unknown(name, others.keys.sorted()) }
        chosen = other
      }
      return LogtoClient(account: chosen, transport: driver.transport, options: options)
    }
  }

  /// No account at all: every call says what to set.
  public static let none = ClientSource { (_, _) throws(LogtoError) in
    throw LogtoError(
      .auth, "there is no account to call with", outcome: .notSent,
      hint: "set LOGTO_ENDPOINT, LOGTO_APP_ID and LOGTO_APP_SECRET, or use --demo")
  }

  static func unknown(_ name: String, _ names: [String]) -> LogtoError {
    LogtoError(
      .auth, "there is no account '\(name)'", outcome: .notSent,
      hint: names.isEmpty ? "only the default account is configured" : "configured are \(names.listed)")
  }

  func client(_ name: String?, on driver: RunDriver) throws(LogtoError) -> LogtoClient { try make(name, driver) }
}
