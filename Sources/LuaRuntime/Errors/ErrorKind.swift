/// Whose fault an error is, and of which nature. The raw value is what scripts and envelopes see.
public enum ErrorKind: String, Sendable, CaseIterable {
  /// The script's own mistake.
  case script
  /// Refused before anything was sent.
  case validation
  case auth, http
  case rateLimit = "rate_limit"
  case quota, network, timeout, policy
  /// A limit of the run; the field `limit` says which.
  case limit
}
