// The machine token of one account: kept, renewed early, fetched once however many calls wait for it.

import HTTPTransport
import Synchronization

/// Hands out the token of one account.
final class TokenProvider: Sendable {
  private let fetcher: TokenFetcher
  private let executor: (any TaskExecutor)?
  private let clock: ClientClock
  private let alarm: @Sendable (ContinuousClock.Instant) async throws -> Void

  private struct State {
    var token: AccessToken?
    var fetch: SharedTask<Result<TokenFetcher.Answer, LogtoError>>?

    /// The token that is kept, where it can be sent.
    func kept(unixTime: Double, rejecting rejected: Secret?) -> TokenFetcher.Answer? {
      guard let token, token.isUsable(unixTime: unixTime), token.value != rejected else { return nil }
      return TokenFetcher.Answer(token: token, wasKept: true)
    }
  }

  // Guards the token kept and the fetch under way.
  private let state = Mutex(State())

  init(account: Account, transport: any HTTPTransport, options: ClientOptions) {
    fetcher = TokenFetcher(account: account, transport: transport, options: options)
    executor = transport as? any TaskExecutor
    clock = options.clock
    alarm = options.alarm ?? { try await transport.sleep(until: $0) }
  }

  /// The token to send.
  ///
  /// - Parameter rejected: a token that the tenant no longer takes; another one is fetched in its place.
  /// - Throws: what ``TokenEndpoint`` says about the account; `network` or `timeout` where it did not answer.
  func token(
    rejecting rejected: Secret? = nil, deadline: ContinuousClock.Instant
  ) async throws(LogtoError) -> TokenFetcher.Answer {
    var answer = try await once(rejecting: rejected, deadline: deadline)
    // Another caller's fetch, begun before the token was refused, may have found the same one in the file.
    if answer.token.value == rejected { answer = try await once(rejecting: rejected, deadline: deadline) }
    return answer
  }

  /// The token that is kept, where it can be sent: what nearly every call finds, without waiting.
  func kept(rejecting rejected: Secret?) -> TokenFetcher.Answer? {
    let now = clock.unixTime()
    return state.withLock { $0.kept(unixTime: now, rejecting: rejected) }
  }

  private enum Way {
    case kept(TokenFetcher.Answer)
    case fetch(SharedTask<Result<TokenFetcher.Answer, LogtoError>>, isNew: Bool)
  }

  private func once(
    rejecting rejected: Secret?, deadline: ContinuousClock.Instant
  ) async throws(LogtoError) -> TokenFetcher.Answer {
    let now = clock.unixTime()
    let way: Way = state.withLock { state in
      if let kept = state.kept(unixTime: now, rejecting: rejected) { return .kept(kept) }
      if let fetch = state.fetch, !fetch.isAbandoned { return .fetch(fetch, isNew: false) }
      let fetch = SharedTask<Result<TokenFetcher.Answer, LogtoError>>()
      state.fetch = fetch
      return .fetch(fetch, isNew: true)
    }
    switch way {
    case .kept(let answer): return answer
    case .fetch(let fetch, let isNew):
      if isNew { start(fetch, rejecting: rejected) }
      let result = await fetch.value(on: executor) { [alarm] in try await alarm(deadline) }
      guard let result else {
        throw Task.isCancelled ? .cancelled() : fetcher.tooLate()
      }
      return try result.get()
    }
  }

  private func start(_ fetch: SharedTask<Result<TokenFetcher.Answer, LogtoError>>, rejecting rejected: Secret?) {
    fetch.start(on: executor) { [self] in
      let result = await fetcher.fetch(rejecting: rejected)
      state.withLock { state in
        if case .success(let answer) = result { state.token = answer.token }
        if state.fetch === fetch { state.fetch = nil }
      }
      return result
    }
  }

  func forget() {
    state.withLock { $0.token = nil }
  }

  /// A token straight from the tenant, past memory and file; neither of them changes.
  func fresh() async throws(LogtoError) -> AccessToken {
    try await fetcher.ask(deadline: clock.now() + fetcher.options.timeout).get().token
  }

  /// Forgets this token, if it is the one kept.
  func drop(_ token: AccessToken) {
    state.withLock { if $0.token?.value == token.value { $0.token = nil } }
  }
}

extension LogtoError {
  static func cancelled(outcome: Outcome = .notSent) -> LogtoError {
    LogtoError(.cancelled, "the call was cancelled", code: "cancelled", outcome: outcome)
  }
}
