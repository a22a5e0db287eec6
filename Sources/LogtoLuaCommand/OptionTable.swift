// The options of the command, each declared once: parsing, help and completion are derived from this table.

/// One option of the command line.
struct OptionDeclaration: Sendable {
  /// What follows the option's name.
  enum Value: Sendable, Equatable {
    /// Nothing: the option is there or not.
    case flag
    /// One value, shown in the help under this name.
    case one(String)
    /// One value a time; the option may be repeated.
    case many(String)
  }

  /// The long name, without the dashes.
  let name: String
  /// A one-letter form, where there is one.
  let letter: Character?
  let value: Value
  let help: String

  init(_ name: String, letter: Character? = nil, _ value: Value = .flag, help: String) {
    self.name = name
    self.letter = letter
    self.value = value
    self.help = help
  }
}

extension OptionDeclaration {
  /// Options that say which tenant is spoken to, and how it is reached.
  static let account: [OptionDeclaration] = [
    OptionDeclaration("account", .one("NAME"), help: "the account; without it that of LOGTO_ENDPOINT and friends"),
    OptionDeclaration("demo", help: "run against an in-memory demo tenant on a loopback port"),
    OptionDeclaration("allow-http", help: "allow an endpoint with plain http on another host than loopback"),
    OptionDeclaration("ca-file", .one("FILE"), help: "a PEM file with one more authority to trust"),
  ]

  /// Options that every way of running a script takes. The defaults are those of `Limits`.
  static let run: [OptionDeclaration] =
    account + policy + [
      OptionDeclaration("json", help: "print one JSON envelope as the last line of standard output"),
      OptionDeclaration("timeout", .one("TIME"), help: "wall time of the whole run: 30s, 500ms, 2m (default 30s)"),
      OptionDeclaration("cpu", .one("TIME"), help: "CPU time of the script (default: the wall time)"),
      OptionDeclaration("memory", .one("SIZE"), help: "memory of the script: 64MB, 512KB (default 64MB)"),
      OptionDeclaration("max-calls", .one("N"), help: "calls to the tenant at most (default 10000)"),
      OptionDeclaration("max-output", .one("SIZE"), help: "bytes printed at most (default 256KB)"),
      OptionDeclaration("module-path", .many("DIR"), help: "a folder that `require` may load Lua modules from"),
      OptionDeclaration("upload-path", .many("DIR"), help: "a folder whose files a script may upload by path"),
      OptionDeclaration("reveal-secrets", help: "show secrets of the tenant in output, values and errors"),
    ]

  /// Options that are understood everywhere.
  static let common: [OptionDeclaration] = [
    OptionDeclaration("help", letter: "h", help: "print this help"),
    OptionDeclaration("version", help: "print the version"),
  ]
}
