/// Whose fault an error is, and of which nature. The raw value is what scripts and envelopes see.
public enum ErrorKind: String, Sendable, CaseIterable {
  /// The script's own mistake.
  case script
  /// Refused before anything was sent.
  case validation
  /// Credentials, token or account.
  case auth
  /// An answer of the tenant that is an error.
  case http
  /// Too many requests; waiting helps.
  case rateLimit = "rate_limit"
  /// A used-up quota; waiting does not help.
  case quota
  /// No connection, or one that was lost.
  case network
  /// No answer in time.
  case timeout
  /// A policy refused the call; nothing was sent.
  case policy
  /// A limit of the run; the field `limit` says which.
  case limit
}
