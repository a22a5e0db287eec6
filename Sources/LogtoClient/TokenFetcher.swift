// Getting a machine token: from the file that all processes share, else from the tenant.

import HTTPTransport

/// Fetches one token. Who else wants it at the same time in this process is ``TokenProvider``'s concern; in other
/// processes, the lock's.
struct TokenFetcher: Sendable {
  let account: Account
  let transport: any HTTPTransport
  let options: ClientOptions

  struct Answer: Sendable {
    var token: AccessToken
    /// Whether the token had been kept from earlier, here or by another process: it may have been revoked since.
    var wasKept: Bool
  }

  func fetch(rejecting rejected: Secret?) async -> Result<Answer, LogtoError> {
    let deadline = options.clock.now() + options.timeout
    guard case .files(let directory) = options.tokenStorage else { return await ask(deadline: deadline) }
    let file = TokenFile(directory: directory, account: account)
    if let token = kept(file, rejecting: rejected) { return .success(Answer(token: token, wasKept: true)) }
    // Without a lock (a directory that cannot be written, a holder that hangs) the token is asked for all the same.
    let patience = options.clock.now() + options.timeout / 3
    let lock = await FileLock.acquire(file.lockPath, until: patience, sleeper: transport, clock: options.clock)
    if lock != nil, let token = kept(file, rejecting: rejected) {
      return .success(Answer(token: token, wasKept: true))
    }
    if Task.isCancelled { return .failure(.cancelled()) }
    let result = await ask(deadline: deadline)
    if lock != nil, case .success(let answer) = result { file.write(answer.token) }
    lock?.release()
    return result
  }

  private func kept(_ file: TokenFile, rejecting rejected: Secret?) -> AccessToken? {
    guard let token = file.read(), token.value != rejected, token.isUsable(unixTime: options.clock.unixTime()) else {
      return nil
    }
    return token
  }

  /// Asks the tenant, whatever is kept.
  func ask(deadline: ContinuousClock.Instant) async -> Result<Answer, LogtoError> {
    do throws(LogtoError) {
      return .success(Answer(token: try await token(deadline: deadline), wasKept: false))
    } catch {
      return .failure(error)
    }
  }

  private func token(deadline: ContinuousClock.Instant) async throws(LogtoError) -> AccessToken {
    let endpoint = TokenEndpoint(account: account)
    var request = try endpoint.request(options: options)
    // Asking for a token is a POST, and is held to the rules of one.
    var policy = RetryPolicy(isRead: false, mayResend: true, deadline: deadline)
    while true {
      let now = options.clock.now()
      guard now < deadline else { throw tooLate() }
      request.timeout = deadline - now
      var failed: LogtoError
      let result: RetryPolicy.Result
      do throws(HTTPFailure) {
        let response = try await transport.send(request)
        let body = AnswerBody(response)
        do throws(LogtoError) {
          return try endpoint.token(from: response, unixTime: options.clock.unixTime())
        } catch {
          failed = error
        }
        let wait = response.headers["Retry-After"].flatMap {
          RetryAfter.read($0, unixTime: options.clock.unixTime())
        }
        result = .answer(status: response.status, code: body.code, retryAfter: wait)
      } catch {
        failed = FailureError.describe(error, what: "the token endpoint of \(account.endpoint)", options: options)
        failed.outcome = .notSent
        result = .failure(error)
      }
      switch policy.next(result, now: options.clock.now(), jitter: options.jitter()) {
      case .sendAgain(let pause), .holdBack(let pause):
        do {
          try await transport.sleep(until: options.clock.now() + pause)
        } catch {
          throw .cancelled()
        }
      case .finish, .giveUp, .renewToken:
        failed.retries = policy.retries
        throw failed
      }
    }
  }

  func tooLate() -> LogtoError {
    LogtoError(
      .timeout, "\(account.endpoint) gave no token in time", code: "token_timeout", retryable: true,
      hint: "check that \(account.origin.name(of: .endpoint)) is reachable, or allow more time")
  }
}
