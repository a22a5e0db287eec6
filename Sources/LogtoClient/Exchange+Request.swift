// The request of a call: built once, with what shows who calls, and the time that is left.

import HTTPTransport

extension Exchange {
  /// Adds what shows who calls, after fetching a token where there is none.
  func authorize() async throws(LogtoError) {
    if try authorizeNow() { return }
    authorize(by: try await client.tokens.token(rejecting: rejected, deadline: deadline))
  }

  /// Adds what shows who calls; false where a token has to be fetched for that.
  func authorizeNow() throws(LogtoError) -> Bool {
    var request = try builtRequest()
    switch call.auth {
    case .management:
      guard let kept = client.tokens.kept(rejecting: rejected) else { return false }
      authorize(by: kept)
      return true
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
    self.request = request
    return true
  }

  private func authorize(by answer: TokenFetcher.Answer) {
    token = answer
    request?.headers["Authorization"] = "Bearer " + answer.token.value.reveal()
  }

  func builtRequest() throws(LogtoError) -> HTTPRequest {
    if let request { return request }
    let built = try RequestBuilder(endpoint: client.account.endpoint, options: client.options).build(call)
    request = built
    return built
  }

  /// The request with the time that is left.
  func timedRequest() throws(LogtoError) -> HTTPRequest {
    var request = try builtRequest()
    let now = clock.now()
    guard now < deadline else { throw tooLate() }
    request.timeout = deadline - now
    return request
  }

  private func tooLate() -> LogtoError {
    LogtoError(.timeout, "\(what): the call's time was over before it could be sent", code: "timeout", retryable: true)
  }
}
