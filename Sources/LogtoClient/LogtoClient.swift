// The client: one account, one transport, any number of calls at once.

import HTTPTransport

/// Calls one tenant for any number of tasks at once.
///
/// ```swift
/// let client = try LogtoClient(account: .machine(endpoint: url, appID: id, appSecret: secret))
/// let answer = try await client.send(APIRequest(.get, "/api/users"))
/// ```
/// It fetches and renews the token, waits for the rate governor, sends again where that is safe, and turns every
/// failure into a ``LogtoError``. It knows neither Lua nor the operations.
public final class LogtoClient: Sendable {
  /// The tenant and the credentials for it.
  public let account: Account
  /// As given at the start.
  public let options: ClientOptions
  /// Shared by everything that calls this tenant.
  public let governor: RateGovernor
  /// What sends the requests.
  public let transport: any HTTPTransport
  /// The same, where it can send for somebody who is no task.
  let direct: (any DirectTransport)?
  let tokens: TokenProvider

  /// Makes a client; nothing is sent before the first call.
  ///
  /// - Parameters:
  ///   - account: the tenant and the credentials for it.
  ///   - transport: without one, libcurl on a thread of the client's own, which ends ten seconds after the last
  ///     request. Clients of several accounts may share one. Where it is a `TaskExecutor`, work of the client that
  ///     outlives a call runs on it too.
  ///   - options: timeouts, where tokens are kept, and the like.
  public init(
    account: Account, transport: any HTTPTransport = CurlTransport(), options: ClientOptions = ClientOptions()
  ) {
    self.account = account
    self.transport = transport
    direct = transport as? any DirectTransport
    self.options = options
    self.governor = options.governor ?? RateGovernors().governor(for: account)
    self.tokens = TokenProvider(account: account, transport: transport, options: options)
  }

  /// Forgets the token in memory, so that the next call asks the tenant (or the token file) anew.
  public func forgetToken() {
    tokens.forget()
  }
}
