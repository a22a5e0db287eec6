// accounts.json: the accounts of a user, several by name, one of them the default.

import JSON

/// The file in which `logto-lua configure` keeps accounts: `$XDG_CONFIG_HOME/logto-lua/accounts.json`, 0600.
///
///     {"version": 1, "default": "prod", "accounts": {
///       "prod": {"endpoint": "https://auth.example.com", "appId": "…", "appSecret": {"command": "pass logto"}}}}
///
/// A file that others can read, a broken or half-written one, and one with unknown keys are errors: none of them is
/// ever taken for an empty file.
public struct AccountsFile: Sendable {
  /// Where the file is, or would be.
  public let path: String
  /// The account that is used where none is named.
  public var defaultName: String?
  /// In the order of the file.
  public private(set) var names: [String] = []
  private var entries: [String: AccountEntry] = [:]

  /// An empty one, to be filled.
  public init(path: String) {
    self.path = path
  }

  /// Where this user's file is; `nil` where there is no home.
  public static var userPath: String? { UserDirectory.configuration.map { $0 + "/accounts.json" } }

  /// The entry of that name; nil where there is none.
  public subscript(name: String) -> AccountEntry? { entries[name] }

  /// Adds or replaces an entry; the first one becomes the default.
  ///
  /// - Throws: kind `validation` for a name that is none.
  public mutating func set(_ name: String, _ entry: AccountEntry) throws(LogtoError) {
    guard AccountsFile.isName(name) else {
      throw LogtoError(
        .validation,
        "'\(name.prefix(60))' cannot be an account's name: letters, digits, '_' and '-', beginning with a letter",
        code: "invalid_account_name")
    }
    if entries.updateValue(entry, forKey: name) == nil { names.append(name) }
    defaultName = defaultName ?? name
  }

  /// Removes an entry. Where it was the default there is none afterwards, unless just one account is left.
  public mutating func remove(_ name: String) {
    entries[name] = nil
    names.removeAll { $0 == name }
    if defaultName == name { defaultName = names.count == 1 ? names[0] : nil }
  }

  /// The account of that name, or the default one, with its secrets looked up (a command is run and waited for).
  ///
  /// - Throws: kind `auth`, naming the account, the field and what to do.
  public func account(named name: String? = nil, allowsHTTP: Bool = false) throws(LogtoError) -> Account {
    guard let name = name ?? defaultName else {
      throw fault("names no default account", code: "account.no_default", hint: "say which: \(list)")
    }
    guard let entry = entries[name] else {
      throw fault(
        "has no account '\(name.prefix(60))'", code: "account.unknown",
        hint: names.isEmpty ? "add one with logto-lua configure" : "there are: \(list)")
    }
    let origin = Account.Origin.file(path: path, account: name)
    var account = try Account(
      name: name, endpoint: entry.endpoint, appID: entry.appID,
      appSecret: try AccountsFile.secret(entry.appSecret, .appSecret, origin),
      userToken: try AccountsFile.secret(entry.userToken, .userToken, origin), resource: entry.resource,
      allowsHTTP: allowsHTTP || entry.allowsHTTP, origin: origin)
    account.rateLimit = entry.rateLimit
    return account
  }

  private var list: String { names.joined(separator: ", ") }

  private static func secret(
    _ source: SecretSource?, _ field: Account.Field, _ origin: Account.Origin
  ) throws(LogtoError) -> Secret? {
    do throws(InvalidValue) {
      return try source?.resolve()
    } catch {
      throw origin.invalid(field, error)
    }
  }

  static func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isASCII, first.isLetter, name.utf8.count <= 60 else { return false }
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
  }

  func fault(_ what: String, code: String, hint: String? = nil) -> LogtoError {
    LogtoError(.auth, "\(path) \(what)", code: code, hint: hint)
  }
}

extension AccountsFile {
  mutating func take(_ json: JSONValue) throws(LogtoError) {
    guard let members = json.objectValue, json["version"]?.integerValue == 1 else {
      throw fault(
        "is not an accounts file of a version this program knows (\"version\": 1)", code: "accounts.broken_file",
        hint: AccountsFile.repair)
    }
    for key in members.keys where !["version", "default", "accounts"].contains(key) {
      throw fault("has the unknown key '\(key.prefix(40))'", code: "accounts.broken_file", hint: AccountsFile.repair)
    }
    guard let accounts = json["accounts"]?.objectValue else {
      throw fault("has no object 'accounts'", code: "accounts.broken_file", hint: AccountsFile.repair)
    }
    for member in accounts {
      let entry: AccountEntry
      do throws(InvalidValue) {
        entry = try AccountEntry(member.value)
      } catch {
        throw fault(
          "has an account '\(member.key.prefix(60))' that cannot be used: \(error.reason)",
          code: "accounts.broken_entry",
          hint: AccountsFile.repair)
      }
      try set(member.key, entry)
    }
    defaultName = json["default"]?.stringValue
    if let name = defaultName, entries[name] == nil {
      throw fault(
        "names the default account '\(name.prefix(60))', which it does not have", code: "accounts.broken_file",
        hint: "set it again: logto-lua configure --default NAME")
    }
    if defaultName == nil, names.count == 1 { defaultName = names[0] }
  }

  static let repair = "correct it, or move it away and run logto-lua configure again"

  var json: JSONValue {
    var members = JSONObject()
    members["version"] = 1
    members["default"] = defaultName.map { .string($0) }
    members["accounts"] = .object(JSONObject(names.compactMap { name in entries[name].map { (name, $0.json) } }))
    return .object(members)
  }
}
