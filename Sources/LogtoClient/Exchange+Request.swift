// The request of a call, with what shows who calls, and the time that is left.

import HTTPTransport

extension Exchange {
  /// Adds what shows who calls, after fetching a token where there is none.
  func authorize(_ request: inout HTTPRequest) async throws(LogtoError) {
    if try authorizeNow(&request) { return }
    authorize(&request, by: try await client.tokens.token(rejecting: rejected, deadline: deadline))
  }

  /// Adds what shows who calls; false where a token has to be fetched for that.
  func authorizeNow(_ request: inout HTTPRequest) throws(LogtoError) -> Bool {
    switch call.auth {
    case .management:
      guard let kept = client.tokens.kept(rejecting: rejected) else { return false }
      authorize(&request, by: kept)
    case .account:
      guard let token = call.userToken ?? client.account.userToken else {
        throw LogtoError(
          .auth, "\(call.operation ?? what) acts for a user, and there is no user's access token",
          code: "account.missing_userToken",
          hint:
            "set \(client.account.origin.name(of: .userToken)), or pass the option 'user_token'; logto.sign_in gives one"
        )
      }
      guard Account.isHeaderSafe(token.reveal()) else {
        throw LogtoError(
          .auth, "the user's access token has a space, a line break or a character outside ASCII in it",
          code: "account.invalid_userToken")
      }
      request.headers["Authorization"] = "Bearer " + token.reveal()
    case .experience:
      request.headers["Cookie"] = call.session?.cookieHeader(path: call.path, unixTime: clock.unixTime())
    case .public:
      if let application = call.application {
        request.headers["Authorization"] = TokenEndpoint.basic(id: application.id, secret: application.secret)
      }
    }
    return true
  }

  private func authorize(_ request: inout HTTPRequest, by answer: TokenFetcher.Answer) {
    token = answer
    request.headers["Authorization"] = answer.token.bearer.reveal()
  }

  func builtRequest() throws(LogtoError) -> HTTPRequest {
    try RequestBuilder(client: client).build(call)
  }

  /// Gives the request the time that is left.
  func time(_ request: inout HTTPRequest) throws(LogtoError) {
    let now = clock.now()
    guard now < deadline else { throw tooLate() }
    request.timeout = deadline - now
  }

  private func tooLate() -> LogtoError {
    LogtoError(.timeout, "\(what): the call's time was over before it could be sent", code: "timeout", retryable: true)
  }
}
