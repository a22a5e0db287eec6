// The four ways of authenticating that a tenant's operations have.

/// What is sent to show who calls. The raw values are those of the contract.
public enum AuthClass: String, Sendable, Hashable, CaseIterable {
  /// The machine token for the tenant's Management API resource.
  case management
  /// The user's own access token.
  case account
  /// The cookies of a sign-in session.
  case experience
  /// Nothing.
  case `public`
}
