// The parts of a sign-in that are no operations: opening it, following its redirects, exchanging its code.

import HTTPTransport
import JSON

extension LogtoClient {
  /// Opens an interaction: the tenant sets the cookies that the operations of the class `experience` need.
  ///
  /// - Throws: kind `http` with the tenant's reason where it refuses the request (an unknown application, a redirect
  ///   address that is not registered, a scope).
  public func startSignIn(
    _ request: SignInRequest, timeout: Duration? = nil
  ) async throws(LogtoError) -> SignInSession {
    let proof = try PKCE(verifier: request.codeVerifier)
    let session = SignInSession(
      request: request, verifier: proof.verifier, state: request.state ?? PKCE.random(bytes: 16))
    var call = APIRequest(.get, "/oidc/auth", operation: "sign_in.start", auth: .experience)
    call.query = [
      ("client_id", request.clientID), ("redirect_uri", request.redirectURI), ("response_type", "code"),
      ("scope", request.scope),
    ]
    if let prompt = request.prompt { call.query.append(("prompt", prompt)) }
    call.query.append(("state", session.state))
    call.query += [("code_challenge", proof.challenge), ("code_challenge_method", "S256")]
    if let resource = request.resource { call.query.append(("resource", resource)) }
    call.query += request.parameters
    call.session = session
    call.timeout = timeout
    let answer = try await send(call)
    let redirect = try Redirect(answer, from: "/oidc/auth", session: session, endpoint: account.endpoint)
    if case .callback(let fields) = redirect { throw SignInFlow.refusal(fields) }
    return session
  }

  /// Follows the redirects after `submit_interaction`, on this tenant only, up to the application's redirect address, and
  /// exchanges the code that comes with it. Nothing is sent to that address.
  ///
  /// - Parameters:
  ///   - session: of ``startSignIn(_:timeout:)``.
  ///   - redirectTo: the `redirectTo` of `submit_interaction`.
  ///   - timeout: for all redirects and the exchange together; nil takes the client's.
  /// - Throws: a ``LogtoError``; kind `auth` where the tenant gives no code, or one that is not of this sign-in.
  public func finishSignIn(
    _ session: SignInSession, redirectTo: String, timeout: Duration? = nil
  ) async throws(LogtoError) -> UserTokens {
    let deadline = options.clock.now() + (timeout ?? options.timeout)
    var next = try Redirect(location: redirectTo, session: session, endpoint: account.endpoint)
    for _ in 0..<SignInFlow.mostRedirects {
      switch next {
      case .callback(let fields):
        return try await exchange(try SignInFlow.code(in: fields, session: session), session, deadline: deadline)
      case .page(let path, let query):
        var call = APIRequest(.get, path, operation: "sign_in.finish", query: query, auth: .experience)
        call.session = session
        call.deadline = deadline
        let answer = try await send(call)
        next = try Redirect(answer, from: path, session: session, endpoint: account.endpoint)
      }
    }
    throw LogtoError(
      .http,
      "the sign-in went through \(SignInFlow.mostRedirects) redirects without coming to the application's address",
      code: "too_many_redirects", outcome: .unknown)
  }

  private func exchange(
    _ code: Secret, _ session: SignInSession, deadline: ContinuousClock.Instant
  ) async throws(LogtoError) -> UserTokens {
    let request = session.request
    var form = [(name: "grant_type", value: "authorization_code")]
    if request.clientSecret == nil { form.append(("client_id", request.clientID)) }
    form += [
      ("redirect_uri", request.redirectURI), ("code", code.reveal()), ("code_verifier", session.verifier.reveal()),
    ]
    return try await userTokens(
      form, "sign_in.finish", clientID: request.clientID, secret: request.clientSecret, deadline: deadline)
  }

  /// Exchanges a refresh token for new tokens.
  public func refresh(
    _ refreshToken: Secret, clientID: String, clientSecret: Secret? = nil, resource: String? = nil,
    timeout: Duration? = nil
  ) async throws(LogtoError) -> UserTokens {
    var form = [(name: "grant_type", value: "refresh_token")]
    if clientSecret == nil { form.append(("client_id", clientID)) }
    form.append(("refresh_token", refreshToken.reveal()))
    if let resource { form.append(("resource", resource)) }
    return try await userTokens(
      form, "sign_in.refresh", clientID: clientID, secret: clientSecret,
      deadline: options.clock.now() + (timeout ?? options.timeout))
  }

  /// What the tenant says about the user of a token (`/oidc/me`).
  public func userInfo(token: Secret? = nil, timeout: Duration? = nil) async throws(LogtoError) -> JSONValue {
    var call = APIRequest(.get, "/oidc/me", operation: "sign_in.user_info", auth: .account)
    call.userToken = token
    call.timeout = timeout
    let answer = try await send(call)
    guard let json = try? JSONValue.parse(answer.body), json.objectValue != nil else {
      throw SignInFlow.unreadable(answer, "/oidc/me")
    }
    return json
  }

  private func userTokens(
    _ form: [(name: String, value: String)], _ operation: String, clientID: String, secret: Secret?,
    deadline: ContinuousClock.Instant
  ) async throws(LogtoError) -> UserTokens {
    var call = APIRequest(.post, "/oidc/token", operation: operation, body: .form(form), auth: .public)
    call.application = secret.map { Account.Application(id: clientID, secret: $0) }
    call.deadline = deadline
    let answer = try await send(call)
    guard let tokens = UserTokens(answer.body) else { throw SignInFlow.unreadable(answer, "/oidc/token") }
    return tokens
  }
}

/// What the steps of a sign-in have in common.
enum SignInFlow {
  /// A sign-in takes four; more than ten go in a circle.
  static let mostRedirects = 10

  /// The code in the fields that came back with the redirect address.
  static func code(in fields: [String: String], session: SignInSession) throws(LogtoError) -> Secret {
    guard fields["error"] == nil, let code = fields["code"], !code.isEmpty else { throw refusal(fields) }
    guard fields["state"] == session.state else {
      throw LogtoError(
        .http, "the sign-in came back with another 'state' than it began with: it is not this session's",
        code: "state_mismatch", outcome: .unknown)
    }
    return Secret(code)
  }

  static func refusal(_ fields: [String: String]) -> LogtoError {
    let reason = [fields["error"], fields["error_description"]].compactMap(\.self).joined(separator: ": ")
    return LogtoError(
      .http, "the tenant refused the sign-in" + (reason.isEmpty ? "" : ": \(reason)"),
      code: fields["error"].map { "oidc.\($0)" }, outcome: .refused)
  }

  static func unreadable(_ answer: APIResponse, _ path: String) -> LogtoError {
    LogtoError(
      .http, "\(path) answered \(answer.status) with something else than JSON", status: answer.status,
      code: "unreadable_answer", outcome: .done, requestID: answer.requestID)
  }
}
