// What to do after an attempt: hand over, send again, or give up. No clock, no network, no waiting in here.

import HTTPTransport

/// Decides whether a request is sent again.
///
/// Only a `GET` is sent again after a lost connection or a 502, 503 or 504. Anything else is sent again only where no
/// byte of it left this machine, on a 429 that is a rate limit, or once on a 401 for a token that had been kept from
/// earlier. A used-up quota is final.
struct RetryPolicy {
  /// A `GET` that is no write.
  let isRead: Bool
  /// `false` where the caller wants the request sent exactly once.
  let mayResend: Bool
  let deadline: ContinuousClock.Instant
  /// Times the request was sent again.
  private(set) var retries = 0
  private var lost = 0
  private var limited = 0
  private var hasRenewedToken = false

  /// After lost connections and 5xx: three more attempts, 0.1 to 0.8 s apart.
  static let maxLost = 3
  /// After 429: as long as the deadline allows, but not for ever where the tenant says `Retry-After: 0`.
  static let maxLimited = 10

  init(isRead: Bool, mayResend: Bool, deadline: ContinuousClock.Instant) {
    self.isRead = isRead
    self.mayResend = mayResend
    self.deadline = deadline
  }

  /// What an attempt came to.
  enum Result {
    case failure(HTTPFailure)
    /// - Parameters:
    ///   - code: the tenant's error code, where the body had one.
    ///   - retryAfter: what the tenant asked for.
    ///   - keptToken: the token was one kept from an earlier call.
    case answer(status: Int, code: String? = nil, retryAfter: Duration? = nil, keptToken: Bool = false)
  }

  enum Action: Equatable {
    /// The result is final.
    case finish
    case sendAgain(after: Duration)
    /// Everyone is to hold back for this long; then this request is sent again.
    case holdBack(Duration)
    /// As `holdBack`, but that is longer than this call has time for.
    case giveUp(wouldWait: Duration)
    case renewToken
  }

  /// - Parameter jitter: in 0..<1.
  mutating func next(_ result: Result, now: ContinuousClock.Instant, jitter: Double) -> Action {
    switch result {
    case .failure(let failure): afterFailure(failure, now: now, jitter: jitter)
    case .answer(let status, let code, let retryAfter, let keptToken):
      switch status {
      case 401 where keptToken && !hasRenewedToken && mayResend: renewToken()
      case 429 where !RetryPolicy.isFinal(code): afterRateLimit(code, retryAfter, now: now, jitter: jitter)
      case 502, 503, 504: isRead ? sendAgain(atLeast: retryAfter, now: now, jitter: jitter) : .finish
      default: .finish
      }
    }
  }

  private mutating func renewToken() -> Action {
    hasRenewedToken = true
    retries += 1
    return .renewToken
  }

  private mutating func afterFailure(_ failure: HTTPFailure, now: ContinuousClock.Instant, jitter: Double) -> Action {
    switch failure.reason {
    case .dropped, .truncated, .connect: break
    default: return .finish
    }
    guard isRead || failure.sent == .nothing else { return .finish }
    if failure.sent == .nothing, failure.usedOldConnection, lost == 0, mayResend, now < deadline {
      // The server closed an idle connection: a new one is there at once.
      lost += 1
      retries += 1
      return .sendAgain(after: .zero)
    }
    return sendAgain(atLeast: nil, now: now, jitter: jitter)
  }

  private mutating func sendAgain(atLeast: Duration?, now: ContinuousClock.Instant, jitter: Double) -> Action {
    guard mayResend, lost < RetryPolicy.maxLost else { return .finish }
    let pause = max(Backoff.afterLoss(lost, jitter: jitter), atLeast ?? .zero)
    guard now + pause < deadline else { return .finish }
    lost += 1
    retries += 1
    return .sendAgain(after: pause)
  }

  private mutating func afterRateLimit(
    _ code: String?, _ retryAfter: Duration?, now: ContinuousClock.Instant, jitter: Double
  ) -> Action {
    // A provider behind the tenant (of e-mails, of text messages) is asked again only where it says when.
    guard code != RetryPolicy.providerLimit || retryAfter != nil else { return .finish }
    guard mayResend, limited < RetryPolicy.maxLimited else { return .finish }
    let pause = retryAfter.map { $0 + Backoff.spread(jitter) } ?? Backoff.afterRateLimit(limited, jitter: jitter)
    guard now + pause < deadline else { return .giveUp(wouldWait: pause) }
    limited += 1
    retries += 1
    return code == RetryPolicy.providerLimit ? .sendAgain(after: pause) : .holdBack(pause)
  }

  static let providerLimit = "connector.rate_limit_exceeded"

  /// Codes that a 429 may carry without being a rate limit: waiting some seconds changes nothing.
  static func isFinal(_ code: String?) -> Bool {
    guard let code else { return false }
    return isQuota(code) || code == "session.verification_blocked_too_many_attempts"
      || code == "verification_code.exceed_max_try"
  }

  /// Codes of a used-up quota.
  static func isQuota(_ code: String) -> Bool {
    code == "auth.exceed_token_limit" || code == "subscription.limit_exceeded" || code == "system_limit.limit_exceeded"
  }
}
