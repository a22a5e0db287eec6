// The tenants of a script run, made when the script first calls: a script that calls nothing needs no account.

import LogtoClient
import LogtoDemo
import LogtoLua
import Synchronization

/// What `--demo`, `--account`, the environment and accounts.json say, looked up at the first call.
struct TenantSource {
  let clients: ClientSource
  /// The endpoint, where it is known without looking up a secret; nil for the demo tenant.
  let endpoint: String?

  init(_ words: ParsedWords) {
    guard !words.has("demo") else {
      clients = Self.demo()
      endpoint = nil
      return
    }
    let chosen = words.value("account")
    let allowsHTTP = words.has("allow-http")
    // A broken file is an error of the first call, which looks into it again.
    let file = try? AccountsFile.load()
    let names = file?.names ?? []
    let kept = (chosen ?? file?.defaultName).flatMap { file?[$0]?.endpoint }
    endpoint = Account.environmentEndpoint(chosen) ?? kept.flatMap { try? Endpoint($0).description }
    let governors = RateGovernors()
    clients = ClientSource(names: names) { (name, driver) throws(LogtoError) in
      let account = try Account.choose(named: name ?? chosen, allowsHTTP: allowsHTTP)
      var options = ClientOptions()
      options.tokenStorage = .userCache
      options.governor = governors.governor(for: account)
      return LogtoClient(account: account, transport: driver.transport, options: options)
    }
  }

  /// The demo tenant, started at the first call and kept as long as the source.
  private static func demo() -> ClientSource {
    let holder = DemoHolder()
    return ClientSource { (name, driver) throws(LogtoError) in
      guard name == nil else {
        throw LogtoError(.auth, "there is no account '\(name ?? "")'", hint: "the demo tenant is the only one here")
      }
      return LogtoClient(account: try holder.account(), transport: driver.transport)
    }
  }
}

/// Starts the demo tenant once; the lock guards the first start.
final class DemoHolder: Sendable {
  private let tenant = Mutex<DemoTenant?>(nil)

  /// - Throws: kind `network` where the server cannot start.
  func account() throws(LogtoError) -> Account {
    let started: DemoTenant
    do {
      started = try tenant.withLock { held in
        let tenant = try held ?? DemoTenant.start()
        held = tenant
        return tenant
      }
    } catch {
      throw LogtoError(.network, "the demo tenant cannot start: \(error)")
    }
    return try .machine(endpoint: started.endpoint, appID: started.appID, appSecret: started.appSecret)
  }
}
