// An access token for the Management API, and how long it can be used.

/// A machine token. An object, since each call under way holds the one that it was sent with.
final class AccessToken: Sendable {
  let value: Secret
  /// As requests carry it. Made once: all of them share its bytes.
  let bearer: Secret
  /// Seconds since 1970.
  let expires: Double

  init(value: Secret, expires: Double) {
    self.value = value
    bearer = Secret("Bearer " + value.reveal())
    self.expires = expires
  }

  /// A token is renewed this long before its end, so that none ends on the way to the tenant.
  static let margin: Double = 60

  func isUsable(unixTime: Double) -> Bool { unixTime < expires - AccessToken.margin }
}
