// What the token endpoint gives for a user.

import JSON

/// A user's tokens.
public struct UserTokens: Sendable {
  /// For the operations of the class `account`.
  public let accessToken: Secret
  /// Who signed in; where `openid` was asked for.
  public let idToken: Secret?
  /// Where `offline_access` was asked for.
  public let refreshToken: Secret?
  /// Separated by spaces.
  public let scope: String?
  /// `Bearer`
  public let tokenType: String
  /// From now.
  public let lifetime: Duration

  init?(_ body: [UInt8]) {
    guard let json = try? JSONValue.parse(body), let token = json["access_token"]?.stringValue,
      Account.isHeaderSafe(token), !token.isEmpty
    else { return nil }
    accessToken = Secret(token)
    idToken = json["id_token"]?.stringValue.map { Secret($0) }
    refreshToken = json["refresh_token"]?.stringValue.map { Secret($0) }
    scope = json["scope"]?.stringValue
    tokenType = json["token_type"]?.stringValue ?? "Bearer"
    lifetime = .seconds(min(max(json["expires_in"]?.numberValue ?? 3600, 0), 1e9))
  }
}
