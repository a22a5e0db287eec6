// The client: one account, one transport, any number of calls at once.

import HTTPTransport

/// Calls one tenant for any number of tasks at once.
///
/// It fetches and renews the token, waits for the rate governor, sends again where that is safe, and turns every
/// failure into a ``LogtoError``. It knows neither Lua nor the operations.
public final class LogtoClient: Sendable {
  public let account: Account
  public let options: ClientOptions
  /// Shared by everything that calls this tenant.
  public let governor: RateGovernor
  public let transport: any HTTPTransport
  let tokens: TokenProvider

  /// - Parameter transport: where it is a `TaskExecutor`, work of the client that outlives a call runs on it too.
  public init(account: Account, transport: any HTTPTransport, options: ClientOptions = ClientOptions()) {
    self.account = account
    self.transport = transport
    self.options = options
    self.governor = options.governor ?? RateGovernors().governor(for: account)
    self.tokens = TokenProvider(account: account, transport: transport, options: options)
  }

  /// Forgets the token in memory, so that the next call asks the tenant (or the token file) anew.
  public func forgetToken() {
    tokens.forget()
  }
}
