// From a failed exchange to the error of a call.

import HTTPTransport

/// What a failure of the transport means for a call.
enum FailureError {
  /// - Parameter what: what was being called, without query and credentials: `GET /api/users`.
  static func describe(_ failure: HTTPFailure, what: String, options: ClientOptions) -> LogtoError {
    let outcome: LogtoError.Outcome = failure.sent == .nothing ? .notSent : .unknown
    let code = failure.reason.description
    switch failure.reason {
    case .timeout:
      return LogtoError(
        .timeout, "\(what): no answer in time", code: code, outcome: outcome, retryable: true,
        hint: "allow more time with the option 'timeout', or check the connection to the tenant")
    case .cancelled: return .cancelled(outcome: outcome)
    case .tooLarge:
      return LogtoError(
        .limit, "\(what): the answer is larger than \(options.maxResponseBytes) bytes, or has too many headers",
        code: "response_too_large", outcome: outcome,
        hint: "ask for less at once: fewer elements a page, or a narrower search")
    case .invalidRequest:
      return LogtoError(.validation, "\(what): \(failure.message)", code: code, outcome: .notSent)
    case .resolve:
      return LogtoError(
        .network, "\(what): \(failure.message)", code: code, outcome: outcome, retryable: true,
        hint: "check the tenant's address and the name server")
    case .tls:
      return LogtoError(
        .network, "\(what): \(failure.message)", code: code, outcome: outcome,
        hint: "certificates are always checked; a private authority's one is added with --ca-file")
    case .connect:
      return LogtoError(
        .network, "\(what): \(failure.message)", code: code, outcome: outcome, retryable: true,
        hint: "check that the tenant runs and that its address and port are right")
    default:
      return LogtoError(
        .network, "\(what): \(failure.message)", code: code, outcome: outcome, retryable: outcome == .notSent)
    }
  }
}
