// From an answer that is an error, or not from the tenant at all, to the error of a call.

import HTTPTransport
import JSON

/// What an answer of 400 and above means for a call.
struct AnswerError {
  let call: APIRequest
  let account: Account

  /// - Parameters:
  ///   - response: with a status of 400 or above.
  ///   - what: what was called, without query and credentials: `GET /api/users`.
  func describe(_ response: HTTPResponse, _ body: AnswerBody, what: String) -> LogtoError {
    let status = response.status
    let kind = kind(status, body)
    let message = body.message.flatMap { $0.isEmpty ? nil : $0 }
    var error = LogtoError(
      kind,
      message.map { body.text == nil ? $0 : "\(what): the tenant answered \(status): \($0)" }
        ?? bare(status, body, what),
      status: status, code: body.code)
    error.data = body.data
    error.details = body.details
    error.requestID = response.headers["Logto-Core-Request-Id"]
    error.outcome = status >= 500 ? .unknown : .refused
    error.retryable = kind == .rateLimit || [502, 503, 504].contains(status) && !call.isWrite
    error.hint = hint(status, body)
    return error
  }

  /// An answer below 400 that is a web page where only the API's own kinds of answers can come from the tenant.
  static func isWebPage(_ response: HTTPResponse, path: String) -> Bool {
    response.status < 300 && path.hasPrefix("/api/")
      && response.headers["Content-Type"].map(MediaType.isHTML) == true
  }

  func webPage(_ response: HTTPResponse, what: String) -> LogtoError {
    LogtoError(
      .http, "\(what): a web page came back, not an answer of the API", status: response.status, code: "not_a_tenant",
      outcome: .unknown, hint: "check that \(account.origin.name(of: .endpoint)) is the tenant's own address")
  }

  private func kind(_ status: Int, _ body: AnswerBody) -> LogtoError.Kind {
    if let code = body.code, RetryPolicy.isQuota(code) { return .quota }
    switch status {
    case 401: return .auth
    case 403:
      let code = body.code ?? ""
      return code.hasPrefix("auth.") || code == "oidc.insufficient_scope" ? .auth : .http
    case 429: return RetryPolicy.isFinal(body.code) ? .http : .rateLimit
    default: return .http
    }
  }

  private func bare(_ status: Int, _ body: AnswerBody, _ what: String) -> String {
    "\(what): the tenant answered \(status)\(body.isHTML ? " with a web page" : "")"
  }

  private func hint(_ status: Int, _ body: AnswerBody) -> String? {
    if call.auth == .account, let hint = accountHint(status, body) { return hint }
    if call.auth == .experience, body.code == "session.not_found", call.session == nil {
      return "this operation works inside a sign-in session: open one with logto.sign_in.start"
    }
    if call.auth == .management, body.code == "auth.forbidden" {
      return
        "give the application of \(account.origin.name(of: .appID)) a machine-to-machine role with the Management API's permission 'all'"
    }
    if call.auth == .management, status == 401 {
      return "the tenant refuses a token that it gave itself: logto-lua doctor looks at clock, address and resource"
    }
    if let code = body.code { return Hints.byCode[code] }
    return body.isHTML
      ? "something in front of the tenant answered; check \(account.origin.name(of: .endpoint))"
      : Hints.byStatus[status]
  }

  private func accountHint(_ status: Int, _ body: AnswerBody) -> String? {
    let scopes = call.scopes.map { "'\($0)'" }.joined(separator: ", ")
    switch (status, body.code) {
    case (_, "verification_record.permission_denied"?):
      return call.verificationID == nil
        ? "this operation needs logto_verification_id: the id of a record that create_verification_by_password, or another verification, has made"
        : "the record named by logto_verification_id is not verified, has ended, or is another user's: verify again"
    case (401, _):
      return "the user's access token is wrong or has ended; it must be one that this tenant gave without a resource"
    case (403, _) where !scopes.isEmpty:
      return "the user's access token needs the scope \(scopes): ask for it at sign-in"
    default: return nil
    }
  }
}
