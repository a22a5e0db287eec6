// A sign-in under way: its cookies, and what is needed to exchange its code at the end.

import HTTPTransport
import Synchronization

/// One user's sign-in. Calls of the class `experience` that carry it send its cookies and update them.
///
/// Made by ``LogtoClient/startSignIn(_:timeout:)``, ended by ``LogtoClient/finishSignIn(_:redirectTo:timeout:)``.
public final class SignInSession: Sendable {
  /// What was asked for at the start.
  public let request: SignInRequest
  let verifier: Secret
  let state: String
  // Guards the cookies: calls of one session may overlap.
  private let jar = Mutex(CookieJar())

  init(request: SignInRequest, verifier: Secret, state: String) {
    self.request = request
    self.verifier = verifier
    self.state = state
  }

  func cookieHeader(path: String, unixTime: Double) -> String? {
    jar.withLock { $0.header(path: path, unixTime: unixTime) }
  }

  func store(_ headers: HTTPHeaders, requestPath: String, unixTime: Double) {
    jar.withLock { $0.store(headers, requestPath: requestPath, unixTime: unixTime) }
  }

  /// The names of the cookies that are sent to `path`; their values stay inside.
  public func cookieNames(path: String, unixTime: Double) -> [String] {
    jar.withLock { jar in
      jar.cookies.filter { $0.matches(path) && !$0.isExpired(unixTime: unixTime) }.map(\.name).sorted()
    }
  }
}

extension SignInSession: CustomStringConvertible, CustomReflectable {
  public var description: String { "sign-in of application \(request.clientID)" }
  public var customMirror: Mirror { Mirror(self, children: ["clientID": request.clientID]) }
}

/// What a sign-in is asked for.
public struct SignInRequest: Sendable {
  /// The application that the user signs in to.
  public var clientID: String
  /// Its secret, where it is a traditional web application.
  public var clientSecret: Secret?
  /// One of the application's redirect addresses. Nothing is ever sent there.
  public var redirectURI: String
  /// Separated by spaces.
  public var scope: String
  /// An API that the access token is to be for.
  public var resource: String?
  /// OIDC's `prompt`, such as `login` or `consent`; nil leaves it out.
  public var prompt: String?
  /// Comes back with the code; `nil` draws a random one.
  public var state: String?
  /// The PKCE verifier; `nil` draws a random one.
  public var codeVerifier: Secret?
  /// Further parameters of the authorization request.
  public var parameters: [(name: String, value: String)]

  /// What a sign-in asks for.
  public init(
    clientID: String, redirectURI: String, scope: String = "openid profile email offline_access",
    clientSecret: Secret? = nil, resource: String? = nil, prompt: String? = "consent",
    parameters: [(name: String, value: String)] = []
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectURI = redirectURI
    self.scope = scope
    self.resource = resource
    self.prompt = prompt
    self.parameters = parameters
  }
}
