import HTTPTransport
import JSON
import LogtoClient
import Testing

@Suite struct SignInTests {
  private let callback = "http://127.0.0.1:9/callback"

  private func request() -> SignInRequest {
    var request = SignInRequest(clientID: "client", redirectURI: callback)
    request.state = "st"
    request.codeVerifier = Secret(Secrets.verifier)
    return request
  }

  private static func redirect(_ location: String, _ cookies: [String] = []) -> HTTPResponse {
    HTTPResponse(
      status: 303,
      headers: HTTPHeaders([HTTPHeader("Location", location)] + cookies.map { HTTPHeader("Set-Cookie", $0) }))
  }

  /// A tenant that plays the sign-in; `script` may answer first.
  private func tenant(
    _ script: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
  ) throws -> (LogtoClient, FakeTransport) {
    let fake = FakeTransport { request, _ in
      if let answer = script(request) { return answer }
      let path = request.url.dropFirst("http://127.0.0.1:3001".count).prefix { $0 != "?" }
      return switch path {
      case "/oidc/auth":
        Self.redirect("/sign-in?app_id=client", ["_interaction=\(Secrets.cookie); path=/", "other=1; path=/x"])
      case "/oidc/auth/i1": Self.redirect("/consent?app_id=client", ["_session=2; path=/"])
      case "/consent": Self.redirect("http://127.0.0.1:3001/oidc/auth/i2")
      case "/oidc/auth/i2":
        Self.redirect(
          "http://127.0.0.1:9/callback?code=\(Secrets.code)&state=st&iss=http%3A%2F%2F127.0.0.1%3A3001%2Foidc")
      case "/oidc/token":
        .json(
          200,
          #"{"access_token":"\#(Secrets.user)","expires_in":3600,"refresh_token":"\#(Secrets.refresh)","token_type":"Bearer"}"#
        )
      default: .json(200, "{}")
      }
    }
    return (try fake.client(), fake)
  }

  @Test func `from start to access token`() async throws {
    let (client, fake) = try tenant()
    let session = try await client.startSignIn(request())
    var call = APIRequest(.put, "/api/experience", body: .json(Array("{}".utf8)), auth: .experience)
    call.session = session
    _ = try await client.send(call)
    let tokens = try await client.finishSignIn(session, redirectTo: "http://127.0.0.1:3001/oidc/auth/i1")
    #expect(tokens.accessToken.reveal() == Secrets.user && tokens.refreshToken?.reveal() == Secrets.refresh)
    #expect(
      fake.sent.map { String($0.url.dropFirst("http://127.0.0.1:3001".count).prefix { $0 != "?" }) } == [
        "/oidc/auth", "/api/experience", "/oidc/auth/i1", "/consent", "/oidc/auth/i2", "/oidc/token",
      ])
    #expect(fake.sent[0].headers["Cookie"] == nil)
    #expect(fake.sent[1].headers["Cookie"] == "_interaction=\(Secrets.cookie)")
    #expect(fake.sent[3].headers["Cookie"] == "_interaction=\(Secrets.cookie); _session=2")
    #expect(fake.sent[5].headers["Cookie"] == nil && fake.sent[5].headers["Authorization"] == nil)
    Secrets.expectNone(in: (session, tokens))
  }

  @Test func `the challenge is the digest of the verifier, as recorded`() async throws {
    let (client, fake) = try tenant()
    _ = try await client.startSignIn(request())
    #expect(
      fake.sent[0].url.contains("code_challenge=CrlVwe1WSHWuTQYh3iczmx3aS-faRx6C92k9_hNxl4A&code_challenge_method=S256")
    )
  }

  @Test func `state and verifier are drawn anew each time`() async throws {
    let (client, fake) = try tenant()
    for _ in 0..<2 { _ = try await client.startSignIn(SignInRequest(clientID: "client", redirectURI: callback)) }
    #expect(fake.sent[0].url != fake.sent[1].url)
  }

  @Test func `an application with a secret shows it by HTTP Basic when the code is exchanged`() async throws {
    let (client, fake) = try tenant()
    var request = request()
    request.clientSecret = Secret(Secrets.app)
    let session = try await client.startSignIn(request)
    _ = try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1")
    #expect(fake.sent.last?.headers["Authorization"]?.hasPrefix("Basic ") == true)
    #expect(fake.sent.last?.text.contains("client_id") == false)
  }

  @Test(arguments: [
    "https://evil.example/oidc/auth/i1", "//evil.example/x", "http://127.0.0.1:30011/x", "http://127.0.0.1:3001.evil/x",
    "http://127.0.0.1:3001@evil.example/x", "javascript:alert(1)", "http://127.0.0.1:9/callbackk?code=CODE",
  ])
  func `a redirect that leaves the tenant is not followed`(_ location: String) async throws {
    let (client, fake) = try tenant {
      $0.url.contains("/i1") ? Self.redirect(location.replacing("CODE", with: Secrets.code)) : nil
    }
    let session = try await client.startSignIn(request())
    let error = try await failure { try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1") }
    #expect(error.code == "foreign_redirect")
    #expect(fake.sent.count == 2)
  }

  @Test func `redirects in a circle end`() async throws {
    let (client, fake) = try tenant { $0.url.contains("/i1") ? Self.redirect("/oidc/auth/i1") : nil }
    let session = try await client.startSignIn(request())
    let error = try await failure { try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1") }
    #expect(error.code == "too_many_redirects")
    #expect(fake.sent.count == 11)
  }

  @Test func `another session's code is not exchanged`() async throws {
    let (client, fake) = try tenant {
      $0.url.contains("/i1") ? Self.redirect("http://127.0.0.1:9/callback?code=\(Secrets.code)&state=other") : nil
    }
    let session = try await client.startSignIn(request())
    let error = try await failure { try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1") }
    #expect(error.code == "state_mismatch")
    #expect(fake.tokenRequests.isEmpty)
  }

  @Test func `the tenant's refusal is passed on`() async throws {
    let (client, _) = try tenant {
      $0.url.contains("/i1")
        ? Self.redirect("http://127.0.0.1:9/callback?error=access_denied&error_description=No%20way.&state=st") : nil
    }
    let session = try await client.startSignIn(request())
    let error = try await failure { try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1") }
    #expect(error.code == "oidc.access_denied" && error.message.contains("No way."))
  }

  @Test func `a page in the place of a redirect is an error`() async throws {
    let (client, _) = try tenant { $0.url.contains("/consent") ? .text(200, "text/html", "<html>") : nil }
    let session = try await client.startSignIn(request())
    let error = try await failure { try await client.finishSignIn(session, redirectTo: "/oidc/auth/i1") }
    #expect(error.code == "no_redirect")
  }

  @Test func `sessions keep their cookies apart`() async throws {
    let (client, fake) = try tenant {
      $0.url.contains("client_id=second") ? Self.redirect("/sign-in", ["_interaction=second; path=/"]) : nil
    }
    let first = try await client.startSignIn(request())
    let second = try await client.startSignIn(SignInRequest(clientID: "second", redirectURI: callback))
    for session in [first, second] {
      var call = APIRequest(.get, "/api/experience/interaction", auth: .experience)
      call.session = session
      _ = try await client.send(call)
    }
    #expect(fake.sent[2].headers["Cookie"] == "_interaction=\(Secrets.cookie)")
    #expect(fake.sent[3].headers["Cookie"] == "_interaction=second")
  }

  @Test func `without a session the tenant's answer says how to open one`() async throws {
    let (client, fake) = try tenant { _ in .json(400, #"{"code":"session.not_found","message":"Session not found."}"#) }
    let error = try await failure {
      try await client.send(APIRequest(.get, "/api/experience/interaction", auth: .experience))
    }
    #expect(error.hint?.contains("logto.sign_in.start") == true)
    #expect(fake.sent[0].headers["Cookie"] == nil)
  }

  @Test func `a verifier that is none is refused`() async throws {
    let (client, fake) = try tenant()
    var request = request()
    request.codeVerifier = Secret("short")
    let error = try await failure { try await client.startSignIn(request) }
    #expect(error.code == "invalid_verifier" && fake.sent.isEmpty)
  }
}
