// The token endpoint: how a machine token is asked for, and what its answers mean for the one who configured it.

import HTTPTransport
import JSON

/// Asks for machine tokens (RFC 6749 §4.4) the way Logto wants it, and reads the answers.
struct TokenEndpoint {
  let account: Account

  /// The scope that stands for the whole Management API. A token without it opens nothing.
  static let scope = "all"

  /// - Throws: kind `auth` where the account has no application.
  func request(options: ClientOptions) throws(LogtoError) -> HTTPRequest {
    guard let application = account.application else { throw account.origin.missing(.appID) }
    var request = HTTPRequest(.post, "\(account.endpoint)/oidc/token")
    request.headers = HTTPHeaders([
      HTTPHeader("Accept", "application/json"), HTTPHeader("User-Agent", options.userAgent),
      HTTPHeader("Authorization", TokenEndpoint.basic(id: application.id, secret: application.secret)),
      HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
    ])
    request.body = .bytes(
      PercentEncoding.form([
        ("grant_type", "client_credentials"), ("resource", account.resource), ("scope", TokenEndpoint.scope),
      ]))
    request.connectTimeout = options.connectTimeout
    request.maxResponseBytes = 1 << 20
    return request
  }

  /// Reads the answer to ``request(options:)``.
  ///
  /// - Parameter unixTime: now, in seconds since 1970.
  /// - Throws: kind `auth` naming the field at fault; `http` where this is no token endpoint; `rate_limit`, `quota`.
  func token(from response: HTTPResponse, unixTime: Double) throws(LogtoError) -> AccessToken {
    let body = AnswerBody(response)
    guard response.status == 200 else { throw failure(response.status, body, response) }
    guard let json = body.json else { throw notATenant(response) }
    guard let text = json["access_token"]?.stringValue, !text.isEmpty, Account.isHeaderSafe(text) else {
      throw notATenant(response)
    }
    let scopes = json["scope"]?.stringValue?.split(separator: " ") ?? []
    guard scopes.contains(Substring(TokenEndpoint.scope)) else { throw missingRole() }
    let lifetime = json["expires_in"]?.numberValue ?? 3600
    return AccessToken(value: Secret(text), expires: unixTime + min(max(lifetime, 0), 366 * 86400))
  }

  /// `Basic` with id and secret form-encoded before they are joined (RFC 6749 §2.3.1).
  static func basic(id: String, secret: Secret) -> String {
    let pair = PercentEncoding.encode(id) + ":" + PercentEncoding.encode(secret.reveal())
    return "Basic " + Base64.encode(Array(pair.utf8))
  }
}

extension TokenEndpoint {
  private func name(_ field: Account.Field) -> String { account.origin.name(of: field) }

  private var applicationID: String { account.application?.id ?? "" }

  private func failure(_ status: Int, _ body: AnswerBody, _ response: HTTPResponse) -> LogtoError {
    var error =
      switch (status, body.code ?? body.json?["error"]?.stringValue) {
      case (401, "oidc.invalid_client"?), (401, "invalid_client"?): wrongSecret()
      case (_, "oidc.invalid_client"?), (_, "invalid_client"?): unknownApplication()
      case (_, "oidc.invalid_target"?), (_, "invalid_target"?): wrongResource()
      case (400...403, "oidc.unauthorized_client"?), (400...403, "unauthorized_client"?),
        (400...403, "oidc.unsupported_grant_type"?), (400...403, "oidc.access_denied"?):
        notMachineToMachine()
      case (_, let code?) where RetryPolicy.isQuota(code):
        LogtoError(.quota, "no token: \(body.message ?? "the quota is used up")", hint: Hints.byCode[code])
      case (429, _):
        LogtoError(.rateLimit, "no token: the tenant takes no more requests at the moment", retryable: true)
      case (400...403, _?):
        LogtoError(
          .auth,
          "no token: \(body.message ?? "refused")\(body.json?["error_description"]?.stringValue.map { " (\($0))" } ?? "")"
        )
      case (500..., _): LogtoError(.http, "no token: the tenant answered \(status)", retryable: true)
      default: notATenant(response)
      }
    error.status = status
    error.code = body.code ?? error.code
    error.requestID = response.headers["Logto-Core-Request-Id"]
    return error
  }

  private func wrongSecret() -> LogtoError {
    LogtoError(
      .auth,
      "\(name(.appSecret)) is wrong: \(account.endpoint) does not accept it for the application '\(applicationID)'",
      hint: "copy one of the application's secrets again (Console, Applications), and check that it has not expired")
  }

  private func unknownApplication() -> LogtoError {
    LogtoError(
      .auth, "\(name(.appID)) is wrong: \(account.endpoint) knows no application '\(applicationID)'",
      hint: "use the App ID of a machine-to-machine application of this tenant (Console, Applications)")
  }

  private func notMachineToMachine() -> LogtoError {
    LogtoError(
      .auth, "\(name(.appID)): the application '\(applicationID)' may not ask for a machine token",
      hint: "use the App ID of an application of the type machine-to-machine")
  }

  private func wrongResource() -> LogtoError {
    let isDerived = account.resource == account.endpoint.defaultResource
    return LogtoError(
      .auth, "\(name(.resource)) is wrong: \(account.endpoint) has no API with the identifier '\(account.resource)'",
      hint: isDerived && !account.endpoint.isCloud
        ? "for a Logto Cloud tenant behind a domain of its own, set \(name(.resource)) to https://<tenant-id>.logto.app/api"
        : "leave \(name(.resource)) out for a self-hosted tenant or an address under logto.app; else set it to https://<tenant-id>.logto.app/api"
    )
  }

  private func missingRole() -> LogtoError {
    LogtoError(
      .auth,
      "\(name(.appID)): the application '\(applicationID)' has no role with Management API access, its token lacks the scope 'all'",
      code: "auth.missing_scope",
      hint:
        "give the application a machine-to-machine role that holds the Management API's permission 'all' (Console, Applications, Roles)"
    )
  }

  private func notATenant(_ response: HTTPResponse) -> LogtoError {
    let type = response.headers["Content-Type"].map(MediaType.bare) ?? "nothing"
    return LogtoError(
      .http,
      "\(name(.endpoint)): \(account.endpoint)/oidc/token answered \(response.status) with \(type), not as a Logto tenant does",
      status: response.status, code: "not_a_tenant",
      hint: "set it to the tenant's own address, not to the Console's or to that of a page in front of it")
  }
}
