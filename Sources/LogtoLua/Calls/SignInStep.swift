import JSON
import LogtoClient
import Synchronization

/// The session of the sign-in that is open on an account: the 36 functions of a sign-in run in it.
final class SignInBox: Sendable {
  private struct State {
    var session: SignInSession?
    var redirectTo: String?
  }

  private let state = Mutex(State())

  var session: SignInSession? { state.withLock { $0.session } }
  /// Where the tenant said to go on when the sign-in was submitted.
  var redirectTo: String? { state.withLock { $0.redirectTo } }

  func open(_ session: SignInSession) { state.withLock { $0 = State(session: session) } }
  func submitted(_ redirectTo: String) { state.withLock { $0.redirectTo = redirectTo } }
}

/// The two steps of a sign-in that are no operations.
indirect enum SignInStep: Sendable {
  /// Opens an interaction; its cookies stay in the box.
  case start(SignInRequest, timeout: Duration?)
  /// Follows the redirects on this tenant and exchanges the code.
  case finish(redirectTo: String, timeout: Duration?)

  func send(by client: LogtoClient, _ box: SignInBox) async throws(LogtoError) -> APIResponse {
    switch self {
    case .start(let request, let timeout):
      box.open(try await client.startSignIn(request, timeout: timeout))
      return APIResponse(status: 204)
    case .finish(let redirectTo, let timeout):
      guard let session = box.session else {
        throw LogtoError(
          .validation, "no sign-in is open", outcome: .notSent,
          hint: "begin with logto.sign_in.start{ client_id = …, redirect_uri = … }")
      }
      let tokens = try await client.finishSignIn(session, redirectTo: redirectTo, timeout: timeout)
      return APIResponse(status: 200, headers: ["Content-Type": "application/json"], body: Self.json(tokens))
    }
  }

  private static func json(_ tokens: UserTokens) -> [UInt8] {
    var object: JSONObject = [
      "access_token": .string(tokens.accessToken.reveal()), "token_type": .string(tokens.tokenType),
      "expires_in": .integer(Int64(tokens.lifetime.inSeconds)),
    ]
    if let scope = tokens.scope { object["scope"] = .string(scope) }
    if let token = tokens.idToken { object["id_token"] = .string(token.reveal()) }
    if let token = tokens.refreshToken { object["refresh_token"] = .string(token.reveal()) }
    return JSONValue.object(object).encoded()
  }
}
