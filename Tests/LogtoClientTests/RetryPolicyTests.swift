import HTTPTransport
import Testing

@testable import LogtoClient

@Suite struct RetryPolicyTests {
  private let now = ContinuousClock.now

  private func policy(isRead: Bool, mayResend: Bool = true, seconds: Int = 30) -> RetryPolicy {
    RetryPolicy(isRead: isRead, mayResend: mayResend, deadline: now + .seconds(seconds))
  }

  private func isSentAgain(_ action: RetryPolicy.Action) -> Bool {
    switch action {
    case .sendAgain, .holdBack, .renewToken: true
    case .finish, .giveUp: false
    }
  }

  @Test(arguments: [HTTPFailure.Reason.dropped, .truncated], [HTTPFailure.Sent.nothing, .maybe])
  func `a read is sent again after a lost connection`(_ reason: HTTPFailure.Reason, _ sent: HTTPFailure.Sent) {
    var policy = policy(isRead: true)
    #expect(isSentAgain(policy.next(.failure(HTTPFailure(reason, "", sent: sent)), now: now, jitter: 0)))
  }

  @Test(arguments: [HTTPFailure.Reason.dropped, .truncated, .connect, .timeout, .malformed, .tooLarge])
  func `a write of which a byte may have left is never sent again`(_ reason: HTTPFailure.Reason) {
    var policy = policy(isRead: false)
    for isOld in [true, false] {
      let failure = HTTPFailure(reason, "", sent: .maybe, usedOldConnection: isOld)
      #expect(policy.next(.failure(failure), now: now, jitter: 0) == .finish)
    }
  }

  @Test func `a write of which nothing left is sent again`() {
    var policy = policy(isRead: false)
    let failure = HTTPFailure(.dropped, "", sent: .nothing, usedOldConnection: true)
    #expect(policy.next(.failure(failure), now: now, jitter: 0) == .sendAgain(after: .zero))
    #expect(isSentAgain(policy.next(.failure(failure), now: now, jitter: 0)))
  }

  @Test(arguments: [
    HTTPFailure.Reason.tls, .resolve, .timeout, .cancelled, .tooLarge, .malformed, .invalidRequest, .closed,
  ])
  func `what another attempt cannot help is final`(_ reason: HTTPFailure.Reason) {
    for isRead in [true, false] {
      var policy = policy(isRead: isRead)
      #expect(policy.next(.failure(HTTPFailure(reason, "", sent: .nothing)), now: now, jitter: 0) == .finish)
    }
  }

  @Test(arguments: [502, 503, 504])
  func `only a read is sent again after a gateway's error`(_ status: Int) {
    var read = policy(isRead: true)
    var write = policy(isRead: false)
    #expect(isSentAgain(read.next(.answer(status: status), now: now, jitter: 0)))
    #expect(write.next(.answer(status: status), now: now, jitter: 0) == .finish)
  }

  @Test(arguments: [200, 204, 302, 400, 403, 404, 405, 409, 422, 500, 501, 505])
  func `any other answer is final`(_ status: Int) {
    for isRead in [true, false] {
      var policy = policy(isRead: isRead)
      #expect(policy.next(.answer(status: status, retryAfter: .zero, keptToken: true), now: now, jitter: 0) == .finish)
    }
  }

  @Test func `a read is sent three more times at most, further and further apart`() {
    var policy = policy(isRead: true)
    var pauses: [RetryPolicy.Action] = []
    for _ in 0..<4 { pauses.append(policy.next(.answer(status: 503), now: now, jitter: 0)) }
    #expect(
      pauses == [
        .sendAgain(after: .milliseconds(50)), .sendAgain(after: .milliseconds(100)),
        .sendAgain(after: .milliseconds(200)), .finish,
      ])
    #expect(policy.retries == 3)
  }

  @Test func `a 503 that says how long is believed`() {
    var policy = policy(isRead: true)
    #expect(
      policy.next(.answer(status: 503, retryAfter: .seconds(2)), now: now, jitter: 0) == .sendAgain(after: .seconds(2)))
  }

  @Test func `a rate limit holds everyone back, reads and writes alike`() {
    for isRead in [true, false] {
      var policy = policy(isRead: isRead)
      #expect(
        policy.next(.answer(status: 429, retryAfter: .seconds(3)), now: now, jitter: 0) == .holdBack(.seconds(3)))
      #expect(policy.next(.answer(status: 429), now: now, jitter: 0) == .holdBack(.seconds(1)))
    }
  }

  @Test func `never less than Retry-After is waited`() {
    for jitter in [0, 0.3, 0.999] {
      var policy = policy(isRead: false)
      guard
        case .holdBack(let pause) = policy.next(.answer(status: 429, retryAfter: .seconds(1)), now: now, jitter: jitter)
      else {
        Issue.record("not held back")
        return
      }
      #expect(pause >= .seconds(1) && pause < .milliseconds(1250))
    }
  }

  @Test func `a wait beyond the deadline is not begun`() {
    var policy = policy(isRead: true, seconds: 5)
    #expect(
      policy.next(.answer(status: 429, retryAfter: .seconds(5)), now: now, jitter: 0) == .giveUp(wouldWait: .seconds(5))
    )
    #expect(policy.next(.answer(status: 503), now: now + .seconds(5), jitter: 0) == .finish)
    #expect(policy.retries == 0)
  }

  @Test func `a tenant that always says come back at once is not asked for ever`() {
    var policy = policy(isRead: true)
    var times = 0
    while isSentAgain(policy.next(.answer(status: 429, retryAfter: .zero), now: now, jitter: 0)) { times += 1 }
    #expect(times == RetryPolicy.maxLimited)
  }

  @Test(arguments: [
    "auth.exceed_token_limit", "subscription.limit_exceeded", "session.verification_blocked_too_many_attempts",
    "verification_code.exceed_max_try",
  ])
  func `a used-up quota is final`(_ code: String) {
    var policy = policy(isRead: true)
    #expect(policy.next(.answer(status: 429, code: code, retryAfter: .seconds(1)), now: now, jitter: 0) == .finish)
  }

  @Test func `a provider's limit is waited for only where it says how long, and holds back no one else`() {
    var policy = policy(isRead: false)
    let code = "connector.rate_limit_exceeded"
    #expect(policy.next(.answer(status: 429, code: code), now: now, jitter: 0) == .finish)
    #expect(
      policy.next(.answer(status: 429, code: code, retryAfter: .seconds(1)), now: now, jitter: 0)
        == .sendAgain(after: .seconds(1)))
  }

  @Test func `a kept token is renewed once, a fresh one never`() {
    for isRead in [true, false] {
      var policy = policy(isRead: isRead)
      #expect(policy.next(.answer(status: 401, keptToken: true), now: now, jitter: 0) == .renewToken)
      #expect(policy.next(.answer(status: 401, keptToken: true), now: now, jitter: 0) == .finish)
    }
    var fresh = policy(isRead: true)
    #expect(fresh.next(.answer(status: 401, keptToken: false), now: now, jitter: 0) == .finish)
  }

  @Test func `retry = false sends once`() {
    let results: [RetryPolicy.Result] = [
      .answer(status: 503), .answer(status: 429, retryAfter: .zero), .answer(status: 401, keptToken: true),
      .failure(HTTPFailure(.dropped, "", sent: .nothing, usedOldConnection: true)),
      .failure(HTTPFailure(.connect, "")),
    ]
    for result in results {
      var policy = policy(isRead: true, mayResend: false)
      #expect(policy.next(result, now: now, jitter: 0) == .finish)
    }
  }
}
