// `logto-lua accounts`: what accounts there are, without their secrets.

import JSON
import LogtoClient

extension Subcommand {
  static let accounts = Subcommand(
    name: "accounts", synopsis: "",
    summary: "list the accounts of accounts.json and of the environment, without secrets",
    options: [OptionDeclaration("json", help: "print a JSON array")]
  ) { (words) throws(UsageError) in
    guard words.operands.isEmpty else { throw UsageError(message: "accounts takes no arguments") }
    do throws(LogtoError) {
      let rows = try AccountRow.all()
      if words.has("json") {
        StandardStream.output.line(String(decoding: JSONValue.array(rows.map(\.json)).encoded(), as: UTF8.self))
      } else if rows.isEmpty {
        StandardStream.output.line("no accounts; add one with logto-lua configure, or set LOGTO_ENDPOINT and friends")
      } else {
        for row in rows { StandardStream.output.line(row.line) }
      }
      return .done
    } catch {
      return Report.failure(error)
    }
  }
}

/// One account, as it is shown.
private struct AccountRow {
  let name: String
  let endpoint: String
  let appID: String?
  let secret: String
  let isDefault: Bool

  static func all() throws(LogtoError) -> [AccountRow] {
    var rows: [AccountRow] = []
    let environment = try Account.fromEnvironment(allowsHTTP: true)
    if let account = environment {
      rows.append(
        AccountRow(
          name: account.name, endpoint: "\(account.endpoint)", appID: account.application?.id,
          secret: "environment", isDefault: true))
    }
    guard let file = try AccountsFile.load() else { return rows }
    for name in file.names {
      guard let entry = file[name] else { continue }
      rows.append(
        AccountRow(
          name: name, endpoint: entry.endpoint, appID: entry.appID,
          secret: (entry.appSecret ?? entry.userToken)?.summary ?? "none",
          isDefault: environment == nil && name == file.defaultName))
    }
    return rows
  }

  var line: String {
    let mark = isDefault ? "* " : "  "
    return "\(mark)\(name)  \(endpoint)  \(appID ?? "user token")  secret: \(secret)"
  }

  var json: JSONValue {
    [
      "name": .string(name), "endpoint": .string(endpoint), "app_id": appID.map { .string($0) } ?? .null,
      "secret": .string(secret), "default": .bool(isDefault),
    ]
  }
}
