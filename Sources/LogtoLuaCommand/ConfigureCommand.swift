// `logto-lua configure`: asks for an account, tests it, and keeps it in accounts.json.

import HTTPTransport
import LogtoClient

extension Subcommand {
  static let configure = Subcommand(
    name: "configure", synopsis: "[NAME]",
    summary: "add, change, test or remove an account of accounts.json",
    options: [
      OptionDeclaration("from-env", help: "take what LOGTO_ENDPOINT and friends say"),
      OptionDeclaration("endpoint", .one("URL"), help: "the tenant's address"),
      OptionDeclaration("app-id", .one("ID"), help: "the machine-to-machine application"),
      OptionDeclaration("resource", .one("URL"), help: "the Management API's indicator, where it does not follow"),
      OptionDeclaration("secret-env", .one("NAME"), help: "the environment variable that holds the secret"),
      OptionDeclaration("secret-command", .one("COMMAND"), help: "a command that prints the secret"),
      OptionDeclaration("secret-stdin", help: "read the secret from standard input and keep it in the file"),
      OptionDeclaration("default", help: "make it the default account"),
      OptionDeclaration("remove", help: "remove the account"),
      OptionDeclaration("no-test", help: "keep it without trying the credentials"),
      OptionDeclaration("allow-http", help: "allow plain http to another host than loopback"),
      OptionDeclaration("ca-file", .one("FILE"), help: "a PEM file with a certificate authority to trust"),
    ],
    discussion: "A secret is never taken from the command line, where other users of the machine could read it."
  ) { (words) throws(UsageError) in
    guard words.operands.count <= 1 else { throw UsageError(message: "configure takes one account name") }
    let name = words.operands.first ?? "default"
    do throws(LogtoError) {
      if words.has("remove") { return try remove(name) }
      let isOnlyDefault = words.has("default") && words.values.count == 1
      let entry = isOnlyDefault ? nil : try AccountForm(words, name: name).entry()
      if let entry, !words.has("no-test") { try test(entry, name: name, words) }
      try AccountsFile.update { (file) throws(LogtoError) in
        if let entry { try file.set(name, entry) }
        guard file[name] != nil else {
          throw LogtoError(.auth, "there is no account '\(name)'", hint: "logto-lua accounts lists them")
        }
        if words.has("default") { file.defaultName = name }
      }
      StandardStream.output.line("kept account '\(name)' in \(AccountsFile.userPath ?? "accounts.json")")
      return .done
    } catch {
      return Report.failure(error)
    }
  }

  private static func remove(_ name: String) throws(LogtoError) -> ExitCode {
    try AccountsFile.update { (file) throws(LogtoError) in
      guard file[name] != nil else {
        throw LogtoError(.auth, "there is no account '\(name)'", hint: "logto-lua accounts lists them")
      }
      file.remove(name)
    }
    StandardStream.output.line("removed account '\(name)'")
    return .done
  }

  /// Fetches a token and makes one read.
  private static func test(_ entry: AccountEntry, name: String, _ words: ParsedWords) throws(LogtoError) {
    var file = AccountsFile(path: AccountsFile.userPath ?? "accounts.json")
    try file.set(name, entry)
    let account = try file.account(named: name)
    let transport = CurlTransport(
      driver: .caller, options: TransportOptions(caFile: words.value("ca-file"), proxy: .environment))
    let client = LogtoClient(account: account, transport: transport)
    let failed = wait(on: transport) { await Doctor(client).run().first { $0.status == .failed } }
    guard let failed else { return }
    throw LogtoError(
      .auth, "the account does not work, nothing is kept: \(failed.message)", hint: failed.advice)
  }
}
