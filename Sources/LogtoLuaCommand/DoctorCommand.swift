// `logto-lua doctor`: why an account does not work, one check a line.

import HTTPTransport
import JSON
import LogtoClient
import LogtoDemo

extension Subcommand {
  static let doctor = Subcommand(
    name: "doctor", synopsis: "",
    summary: "check the account from the outside in: endpoint, TLS, credentials, scope, one read, catalogue",
    options: OptionDeclaration.account + [OptionDeclaration("json", help: "print a JSON array of checks")]
  ) { (words) throws(UsageError) in
    guard words.operands.isEmpty else { throw UsageError(message: "doctor takes no arguments") }
    do throws(LogtoError) {
      let tenant = try Tenant(words)
      let checks = wait(on: tenant.transport) { await Doctor(tenant.client, compare: CatalogueCommand.drift).run() }
      if words.has("json") {
        StandardStream.output.line(String(decoding: JSONValue.array(checks.map(\.json)).encoded(), as: UTF8.self))
      } else {
        for check in checks { StandardStream.output.line(check.line) }
      }
      guard let failed = checks.first(where: { $0.status == .failed }) else { return .done }
      return [.credentials, .resource, .scope].contains(failed.name) ? .auth : .tenant
    } catch {
      return Report.failure(error)
    }
  }
}

extension Doctor.Check {
  fileprivate var line: String {
    let text = "\(status.rawValue.padded(to: 7))  \(name.rawValue.padded(to: 11))  \(message)"
    return advice.map { "\(text)\n\(String(repeating: " ", count: 22))→ \($0)" } ?? text
  }

  fileprivate var json: JSONValue {
    [
      "check": .string(name.rawValue), "status": .string(status.rawValue), "message": .string(message),
      "advice": advice.map { .string($0) } ?? .null,
    ]
  }
}
