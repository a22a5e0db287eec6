// The fields of an account: from options, from the environment, or asked for on a terminal.

import LogtoClient

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct AccountForm {
  private let words: ParsedWords
  private let name: String

  init(_ words: ParsedWords, name: String) {
    self.words = words
    self.name = name
  }

  /// The entry, complete.
  ///
  /// - Throws: kind `validation` naming the field that is missing.
  func entry() throws(LogtoError) -> AccountEntry {
    var entry = AccountEntry(
      endpoint: try field("endpoint", variable: "LOGTO_ENDPOINT", prompt: "endpoint (https://<tenant-id>.logto.app)"),
      appID: try field("app-id", variable: "LOGTO_APP_ID", prompt: "application id"), appSecret: try secret())
    entry.resource = words.value("resource") ?? (words.has("from-env") ? variable("LOGTO_RESOURCE") : nil)
    entry.allowsHTTP = words.has("allow-http")
    return entry
  }

  private func field(_ option: String, variable name: String, prompt: String) throws(LogtoError) -> String {
    if let value = words.value(option) { return value }
    if words.has("from-env"), let value = variable(name) { return value }
    if let value = Terminal.ask(prompt) { return value }
    let way = words.has("from-env") ? "\(name) is not set" : "there is no --\(option), and no terminal to ask on"
    throw LogtoError(.validation, way, hint: "give --\(option), or set \(name) and use --from-env")
  }

  private func secret() throws(LogtoError) -> SecretSource {
    if let name = words.value("secret-env") { return .environment(name) }
    if let command = words.value("secret-command") { return .command(command) }
    if words.has("from-env") { return .environment("LOGTO_APP_SECRET") }
    if words.has("secret-stdin") {
      guard let text = readLine(), !text.isEmpty else {
        throw LogtoError(.validation, "standard input holds no secret", hint: "pipe it in, one line")
      }
      return .value(Secret(text))
    }
    guard let text = Terminal.ask("application secret (not shown)", hidden: true) else {
      throw LogtoError(
        .validation, "there is no secret, and no terminal to ask on",
        hint: "give --secret-env, --secret-command or --secret-stdin")
    }
    return .value(Secret(text))
  }

  private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
