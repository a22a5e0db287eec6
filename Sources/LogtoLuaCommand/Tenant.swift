// The tenant that a command speaks to: an account's, or the demo tenant inside the process.

import HTTPTransport
import LogtoClient
import LogtoDemo

/// A client for one account, with the transport that the command's thread drives.
struct Tenant: Sendable {
  let client: LogtoClient
  let transport: CurlTransport
  /// Kept as long as the command speaks to it.
  private let demo: DemoTenant?

  /// The tenant that the options name: `--demo`, `--account NAME`, or the one of the environment or accounts.json.
  ///
  /// - Throws: kind `auth` naming what is missing or wrong.
  init(_ words: ParsedWords) throws(LogtoError) {
    let account: Account
    if words.has("demo") {
      let tenant: DemoTenant
      do {
        tenant = try DemoTenant.start()
      } catch {
        throw LogtoError(.network, "the demo tenant cannot start: \(error)")
      }
      demo = tenant
      account = try .machine(endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret)
    } else {
      demo = nil
      account = try .choose(named: words.value("account"), allowsHTTP: words.has("allow-http"))
    }
    transport = CurlTransport(
      driver: .caller, options: TransportOptions(caFile: words.value("ca-file"), proxy: .environment))
    var options = ClientOptions()
    if !words.has("demo") { options.tokenStorage = .userCache }
    client = LogtoClient(account: account, transport: transport, options: options)
  }
}
