// Which account a run uses, out of what the command line, the environment and accounts.json say.

extension Account {
  /// The account to use.
  ///
  /// A named one is looked up in accounts.json (`environment` stands for the variables). Without a name the variables
  /// count, then the default of accounts.json. `LOGTO_USER_TOKEN` serves any account that has no user token itself.
  /// - Parameters:
  ///   - name: the account's name; nil as above.
  ///   - environment: the variables; those of this process by default.
  ///   - path: of accounts.json; the user's own by default.
  ///   - allowsHTTP: permits plain `http` to other hosts than this machine.
  /// - Throws: kind `auth` naming what is missing or wrong; code `account.none` where there is no account at all.
  public static func choose(
    named name: String? = nil, environment: [String: String]? = nil, path: String? = AccountsFile.userPath,
    allowsHTTP: Bool = false
  ) throws(LogtoError) -> Account {
    if name == nil || name == "environment",
      let account = try fromEnvironment(environment, allowsHTTP: allowsHTTP)
    {
      return account
    }
    if name != "environment", let file = try AccountsFile.load(path: path) {
      var account = try file.account(named: name, allowsHTTP: allowsHTTP)
      account.userToken = account.userToken ?? variable(.userToken, environment).map { Secret($0) }
      return account
    }
    let wanted = name.map { "no account '\($0.prefix(60))'" } ?? "no account"
    throw LogtoError(
      .auth, "\(wanted): neither the environment nor \(path ?? "accounts.json") has one", code: "account.none",
      hint: "set LOGTO_ENDPOINT, LOGTO_APP_ID and LOGTO_APP_SECRET, or run logto-lua configure, or try --demo")
  }
}
