// One call from its first attempt to its end: waits, authorizes, sends, and does what the retry policy says.

import HTTPTransport

/// One call under way. An object, so that the frames of the functions that wait hold no copies of it.
// Unchecked: touched by the thread that starts the call until its request is with the transport, then by the transport's
// thread when it has the answer, then by the task that goes on from there.
final class Exchange: @unchecked Sendable {
  let client: LogtoClient
  let call: APIRequest
  private let began: ContinuousClock.Instant
  let deadline: ContinuousClock.Instant
  private var policy: RetryPolicy
  private var waited = Duration.zero
  /// Its place within the tenant's rate limit, from when it has one until the request is sent.
  private var turn: ContinuousClock.Instant?
  /// The machine token that the request carries.
  var token: TokenFetcher.Answer?
  /// The token that the tenant refused, until another one is there.
  var rejected: Secret?

  var clock: ClientClock { client.options.clock }
  var what: String { "\(call.method) \(call.path)" }

  init(client: LogtoClient, call: APIRequest) {
    self.client = client
    self.call = call
    began = client.options.clock.now()
    let own = began + (call.timeout ?? client.options.timeout)
    deadline = min(own, call.deadline ?? own)
    policy = RetryPolicy(isRead: call.method == .get && !call.isWrite, mayResend: call.retry, deadline: deadline)
  }

  /// Carries the call out.
  ///
  /// - Parameter first: what came of the request that ``immediateRequest()`` gave, where it was sent.
  func outcome(after first: Result<HTTPResponse, HTTPFailure>? = nil) async -> Result<APIResponse, LogtoError> {
    do throws(LogtoError) {
      return .success(try await run(after: first))
    } catch {
      return .failure(described(error))
    }
  }

  private func run(after first: Result<HTTPResponse, HTTPFailure>?) async throws(LogtoError) -> APIResponse {
    var request = try builtRequest()
    var result: Result<HTTPResponse, HTTPFailure>
    if let first { result = first } else { result = try await attempt(&request) }
    while true {
      switch try judge(result) {
      case .answer(let response): return response
      case .failed(let error, let action): try await perform(action, after: error)
      }
      result = try await attempt(&request)
    }
  }

  /// Sends the request when its turn has come.
  private func attempt(_ request: inout HTTPRequest) async throws(LogtoError) -> Result<HTTPResponse, HTTPFailure> {
    try await waitForTurn()
    try await authorize(&request)
    try time(&request)
    return await transfer(request)
  }

  /// The request, where nothing has to be waited for before it is sent. Where something has, or something is wrong with
  /// the call, it is for ``outcome(after:)`` to find out.
  func immediateRequest() -> HTTPRequest? {
    do throws(LogtoError) {
      var request = try builtRequest()
      let now = clock.now()
      turn = client.governor.take(now: now, deadline: deadline)
      guard let place = turn, place <= now, client.governor.pause(after: now) == nil, try authorizeNow(&request) else {
        return nil
      }
      try time(&request)
      turn = nil
      return request
    } catch {
      return nil
    }
  }

  /// The answer, where the request needs no more than that.
  func immediateAnswer(_ result: Result<HTTPResponse, HTTPFailure>) -> APIResponse? {
    guard case .success(let response) = result, response.status < 400,
      case .answer(let answer)? = try? judge(result)
    else { return nil }
    return answer
  }

  private enum Judgement {
    case answer(APIResponse)
    case failed(LogtoError, RetryPolicy.Action)
  }

  /// Says what came of a request, and what is to be done.
  private func judge(_ result: Result<HTTPResponse, HTTPFailure>) throws(LogtoError) -> Judgement {
    switch result {
    case .success(let response):
      call.session?.store(response.headers, requestPath: call.path, unixTime: clock.unixTime())
      if response.status < 400 { return .answer(try accept(response)) }
      let body = AnswerBody(response)
      return .failed(
        AnswerError(call: call, account: client.account).describe(response, body, what: what),
        policy.next(
          .answer(
            status: response.status, code: body.code, retryAfter: retryAfter(response),
            keptToken: token?.wasKept ?? false),
          now: clock.now(), jitter: client.options.jitter()))
    case .failure(let failure):
      return .failed(
        FailureError.describe(failure, what: what, options: client.options),
        policy.next(.failure(failure), now: clock.now(), jitter: client.options.jitter()))
    }
  }

  /// The error as whoever made the call gets it.
  private func described(_ error: LogtoError) -> LogtoError {
    var error = error
    error.operation = call.operation
    error.retries = policy.retries
    return error
  }

  /// Waits as `action` says, or throws `failed`.
  private func perform(_ action: RetryPolicy.Action, after failed: LogtoError) async throws(LogtoError) {
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
    guard let turn = turn ?? client.governor.take(now: clock.now(), deadline: deadline) else {
      throw LogtoError(
        .rateLimit, "\(what): its turn within the tenant's rate limit would come after the call's time is over",
        code: "rate_limit_wait", retryable: true,
        hint: "allow more time, or make fewer calls at once; the limit can be set in the account")
    }
    self.turn = nil
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

  private func accept(_ response: HTTPResponse) throws(LogtoError) -> APIResponse {
    if AnswerError.isWebPage(response, path: call.path) {
      throw AnswerError(call: call, account: client.account).webPage(response, what: what)
    }
    return APIResponse(
      status: response.status, headers: response.headers, body: response.body, retries: policy.retries, waited: waited,
      elapsed: clock.now() - began)
  }
}
