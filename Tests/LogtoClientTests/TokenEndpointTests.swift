import HTTPTransport
import JSON
import TestSupport
import Testing

@testable import LogtoClient

/// Recordings 0 to 9: the token endpoint.
@Suite struct TokenEndpointTests {
  private let endpoint: TokenEndpoint

  init() throws {
    endpoint = TokenEndpoint(account: try .test())
  }

  private func recording(_ id: Int) throws -> Recording {
    try #require(try Recordings.all().first { $0.id == id })
  }

  private func read(_ id: Int, _ endpoint: TokenEndpoint? = nil) throws -> AccessToken {
    let recording = try recording(id)
    let headers = recording.answerHeaders.map { HTTPHeader($0.name, $0.value) }
    let response = HTTPResponse(
      status: recording.status, headers: HTTPHeaders(headers), body: recording.answerBody.encoded())
    return try (endpoint ?? self.endpoint).token(from: response, unixTime: 1000)
  }

  @Test func `the request is the recorded one`() throws {
    let recording = try recording(0)
    let account = try Account(
      endpoint: "http://127.0.0.1:3001", appID: "yv9xnbsxwu5pqrrixia7m",
      appSecret: Secret("masked-ffffffffffffffffffffffff"))
    let request = try TokenEndpoint(account: account).request(options: ClientOptions())
    #expect(request.method.rawValue == recording.method)
    #expect(request.url == "http://127.0.0.1:3001" + recording.path)
    #expect(request.headers["Authorization"] == recording.header("authorization"))
    #expect(request.headers["Content-Type"] == recording.header("content-type"))
    #expect(request.text == recording.body.stringValue)
  }

  @Test(arguments: [0, 1]) func `a token with the scope all is taken`(_ id: Int) throws {
    let token = try read(id)
    #expect(token.value.reveal().hasPrefix("masked-"))
    #expect(token.expires == 4600)
  }

  @Test(arguments: [
    (2, "LOGTO_APP_SECRET", "oidc.invalid_client"), (3, "LOGTO_APP_ID", "oidc.invalid_client"),
    (4, "LOGTO_RESOURCE", "oidc.invalid_target"), (5, "LOGTO_RESOURCE", "oidc.invalid_target"),
    (6, "LOGTO_APP_ID", "auth.missing_scope"), (7, "LOGTO_RESOURCE", "oidc.invalid_target"),
    (8, "LOGTO_APP_ID", "auth.missing_scope"),
  ])
  func `a refusal is of kind auth and names the variable at fault`(_ id: Int, _ name: String, _ code: String)
    async throws
  {
    let error = try await failure { try read(id) }
    #expect(error.kind == .auth)
    #expect(error.message.contains(name))
    #expect(error.code == code)
    #expect(error.hint != nil)
    #expect(error.outcome == .notSent)
  }

  @Test func `an unknown sort of request is of kind auth with the tenant's reason`() async throws {
    let error = try await failure { try read(9) }
    #expect(error.kind == .auth)
    #expect(error.message.contains("no client authentication mechanism provided"))
  }

  @Test func `an account of a file is named as its field there`() async throws {
    let origin = Account.Origin.file(path: "/x/accounts.json", account: "staging")
    let account = try Account(
      endpoint: "http://127.0.0.1:3001", appID: "a", appSecret: Secret(Secrets.app), origin: origin)
    let error = try await failure { try read(2, TokenEndpoint(account: account)) }
    #expect(error.message.contains("'appSecret' of account 'staging' in /x/accounts.json"))
  }

  @Test func `a derived resource that is unknown points to custom domains`() async throws {
    let error = try await failure { try read(4) }
    #expect(error.hint?.contains("https://<tenant-id>.logto.app/api") == true)
  }

  @Test(arguments: [
    HTTPResponse.text(200, "text/html", "<html>"), .text(404, "text/plain", "Not Found"), .json(200, "{}"),
    .json(200, "[1]"), .json(200, "{\"access_token\": "), .json(200, #"{"access_token":"a\nb","scope":"all"}"#),
    HTTPResponse(status: 302, headers: ["Location": "https://elsewhere"]), HTTPResponse(status: 204),
  ])
  func `what is no token endpoint is of kind http and names the endpoint`(_ response: HTTPResponse) async throws {
    let error = try await failure { try endpoint.token(from: response, unixTime: 0) }
    #expect(error.kind == .http)
    #expect(error.message.contains("LOGTO_ENDPOINT"))
  }

  @Test func `a used-up quota, a rate limit and a broken tenant are told apart`() async throws {
    let quota = try await failure {
      try endpoint.token(from: .json(429, #"{"code":"auth.exceed_token_limit","message":"Used up."}"#), unixTime: 0)
    }
    #expect(quota.kind == .quota)
    let limit = try await failure { try endpoint.token(from: .text(429, "text/plain", "slow down"), unixTime: 0) }
    #expect(limit.kind == .rateLimit)
    let broken = try await failure { try endpoint.token(from: .json(500, "{}"), unixTime: 0) }
    #expect(broken.kind == .http)
  }

  @Test func `id and secret are form-encoded before they are joined`() {
    #expect(TokenEndpoint.basic(id: "a:b", secret: Secret("c d%é")) == "Basic YSUzQWI6YyUyMGQlMjUlQzMlQTk=")
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of RFC 4648`(_ text: String, _ encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}
