// One call from its first attempt to its end: waits, authorizes, sends, and does what the retry policy says.

import HTTPTransport

/// One call under way. An object, so that the frames of the functions that wait hold no copies of it.
final class Exchange {
  private let client: LogtoClient
  private let call: APIRequest
  private let began: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant
  private var policy: RetryPolicy
  private var waited = Duration.zero
  /// The token that the tenant refused, until another one is there.
  private var rejected: Secret?

  var retries: Int { policy.retries }

  private var clock: ClientClock { client.options.clock }
  private var what: String { "\(call.method) \(call.path)" }

  init(client: LogtoClient, call: APIRequest) {
    self.client = client
    self.call = call
    began = client.options.clock.now()
    let own = began + (call.timeout ?? client.options.timeout)
    deadline = min(own, call.deadline ?? own)
    policy = RetryPolicy(isRead: call.method == .get && !call.isWrite, mayResend: call.retry, deadline: deadline)
  }

  func run() async throws(LogtoError) -> APIResponse {
    var request = try RequestBuilder(endpoint: client.account.endpoint, options: client.options).build(call)
    while true {
      try await waitForTurn()
      let token = try await authorize(&request)
      let now = clock.now()
      guard now < deadline else { throw tooLate() }
      request.timeout = deadline - now
      let failed: LogtoError
      let action: RetryPolicy.Action
      switch await transfer(request) {
      case .success(let response):
        call.session?.store(response.headers, requestPath: call.path, unixTime: clock.unixTime())
        let describe = AnswerError(call: call, account: client.account)
        if response.status < 400 {
          if let page = describe.webPage(response, what: what) { throw page }
          return answer(response)
        }
        let body = AnswerBody(response)
        failed = describe.describe(response, body, what: what)
        action = policy.next(
          .answer(
            status: response.status, code: body.code, retryAfter: retryAfter(response),
            keptToken: token?.wasKept ?? false),
          now: clock.now(), jitter: client.options.jitter())
      case .failure(let failure):
        failed = FailureError.describe(failure, what: what, options: client.options)
        action = policy.next(.failure(failure), now: clock.now(), jitter: client.options.jitter())
      }
      try await perform(action, after: failed, token)
    }
  }

  /// Waits as `action` says, or throws `failed`.
  private func perform(
    _ action: RetryPolicy.Action, after failed: LogtoError, _ token: TokenFetcher.Answer?
  ) async throws(LogtoError) {
    switch action {
    case .finish:
      if failed.status == 401, let token { client.tokens.drop(token.token) }
      throw failed
    case .sendAgain(let pause): try await wait(until: clock.now() + pause)
    case .holdBack(let pause):
      // The next turn waits for the end of the pause, as does everyone else's.
      client.governor.pause(until: clock.now() + pause)
    case .giveUp(let pause):
      client.governor.pause(until: clock.now() + pause)
      var failed = failed
      failed.hint = "the tenant asks to wait \(pause.components.seconds) s, which is longer than this call has"
      throw failed
    case .renewToken: rejected = token?.token.value
    }
  }

  private func waitForTurn() async throws(LogtoError) {
    guard let turn = client.governor.take(now: clock.now(), deadline: deadline) else {
      throw LogtoError(
        .rateLimit, "\(what): its turn within the tenant's rate limit would come after the call's time is over",
        code: "rate_limit_wait", retryable: true,
        hint: "allow more time, or make fewer calls at once; the limit can be set in the account")
    }
    if turn > clock.now() { try await wait(until: turn) }
    while let end = client.governor.pause(after: clock.now()) { try await wait(until: end) }
  }

  private func wait(until instant: ContinuousClock.Instant) async throws(LogtoError) {
    let before = clock.now()
    guard instant < deadline else {
      throw LogtoError(
        .rateLimit, "\(what): the tenant takes no more requests before the call's time is over",
        code: "rate_limit_wait", retryable: true)
    }
    do {
      try await client.transport.sleep(until: instant)
    } catch {
      throw .cancelled()
    }
    waited += clock.now() - before
  }

  /// Adds what shows who calls. For the class `management`, gives the token that was added.
  private func authorize(_ request: inout HTTPRequest) async throws(LogtoError) -> TokenFetcher.Answer? {
    switch call.auth {
    case .management:
      let answer: TokenFetcher.Answer
      if let kept = client.tokens.kept(rejecting: rejected) {
        answer = kept
      } else {
        answer = try await client.tokens.token(rejecting: rejected, deadline: deadline)
      }
      request.headers["Authorization"] = "Bearer " + answer.token.value.reveal()
      return answer
    case .account:
      guard let token = call.userToken ?? client.account.userToken else {
        throw LogtoError(
          .auth, "\(call.operation ?? what) acts for a user, and there is no user's access token",
          code: "account.missing_userToken",
          hint:
            "set \(client.account.origin.name(of: .userToken)), or pass the option 'user_token'; logto.sign_in gives one"
        )
      }
      guard Account.isHeaderSafe(token.reveal()) else {
        throw LogtoError(
          .auth, "the user's access token has a space, a line break or a character outside ASCII in it",
          code: "account.invalid_userToken")
      }
      request.headers["Authorization"] = "Bearer " + token.reveal()
    case .experience:
      request.headers["Cookie"] = call.session?.cookieHeader(path: call.path, unixTime: clock.unixTime())
    case .public:
      if let application = call.application {
        request.headers["Authorization"] = TokenEndpoint.basic(id: application.id, secret: application.secret)
      }
    }
    return nil
  }

  private func transfer(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    if call.isWrite {
      return await WriteShield(transport: client.transport, grace: client.options.writeGrace, clock: clock)
        .send(request)
    }
    do throws(HTTPFailure) {
      return .success(try await client.transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  private func retryAfter(_ response: HTTPResponse) -> Duration? {
    response.headers["Retry-After"].flatMap { RetryAfter.read($0, unixTime: clock.unixTime()) }
  }

  private func answer(_ response: HTTPResponse) -> APIResponse {
    APIResponse(
      status: response.status, headers: response.headers, body: response.body, retries: policy.retries, waited: waited,
      elapsed: clock.now() - began)
  }

  private func tooLate() -> LogtoError {
    LogtoError(.timeout, "\(what): the call's time was over before it could be sent", code: "timeout", retryable: true)
  }
}
