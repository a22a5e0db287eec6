// The one error of this module: what went wrong, whether the tenant did it all the same, and what to do about it.

import JSON

/// A call that did not succeed, or an account that cannot be used.
///
/// No part of it holds a credential, a query or a body that was sent.
public struct LogtoError: Error, Sendable {
  /// What sort of failure it is; decides the exit code and what a script may catch.
  public var kind: Kind
  /// The status of the answer, where there was one.
  public var status: Int?
  /// The tenant's error code (`entity.not_found`), or one of ours (`response_too_large`).
  public var code: String?
  /// What went wrong, in one sentence that names the value at fault; the tenant's details included.
  public var message: String
  /// The tenant's `data`, as answered.
  public var data: JSONValue?
  /// The tenant's `details`, as answered.
  public var details: String?
  /// The operation that was called (`logto_list_users`).
  public var operation: String?
  /// The tenant's id of the request (`Logto-Core-Request-Id`), for its support and logs.
  public var requestID: String?
  /// Whether the same call may succeed later without any change.
  public var retryable: Bool
  /// What is known about the effect of the call.
  public var outcome: Outcome
  /// What to do about it, where we know.
  public var hint: String?
  /// How many times the request was sent again before giving up.
  public var retries: Int

  /// An error as the client throws it; `data`, `details` and `operation` are set afterwards.
  public init(
    _ kind: Kind, _ message: String, status: Int? = nil, code: String? = nil, outcome: Outcome = .notSent,
    retryable: Bool = false, hint: String? = nil, requestID: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.status = status
    self.code = code
    self.outcome = outcome
    self.retryable = retryable
    self.hint = hint
    self.requestID = requestID
    self.retries = 0
  }

  /// The sort of a failure. A struct over a string, so that a later kind breaks no one's `switch`.
  public struct Kind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// Refused before sending: the request itself cannot be right.
    public static let validation = Kind(rawValue: "validation")
    /// Credentials, token, scope or account.
    public static let auth = Kind(rawValue: "auth")
    /// An answer of the tenant that is an error.
    public static let http = Kind(rawValue: "http")
    /// Too many requests; waiting helps.
    public static let rateLimit = Kind(rawValue: "rate_limit")
    /// A used-up quota; waiting does not help.
    public static let quota = Kind(rawValue: "quota")
    /// No connection, or one that was lost.
    public static let network = Kind(rawValue: "network")
    /// No answer in time.
    public static let timeout = Kind(rawValue: "timeout")
    /// An answer over the size cap.
    public static let limit = Kind(rawValue: "limit")
    /// The caller's task was cancelled.
    public static let cancelled = Kind(rawValue: "cancelled")
  }

  /// What is known about the effect of a call that failed.
  public enum Outcome: String, Sendable, Hashable {
    /// No byte of it left this machine.
    case notSent = "not_sent"
    /// The tenant answered that it did not do it.
    case refused
    /// The tenant did it; only the answer is unusable.
    case done
    /// It may have been done: no answer, or one that does not tell.
    case unknown
  }
}

extension LogtoError: CustomStringConvertible {
  /// One line for a log: kind, status and code, message, request id.
  public var description: String {
    var text = kind.rawValue
    if let status { text += " \(status)" }
    if let code { text += " \(code)" }
    text += ": \(message)"
    if let requestID { text += " (request \(requestID))" }
    return text
  }
}
