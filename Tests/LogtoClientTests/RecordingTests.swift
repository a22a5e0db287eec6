// The recordings that belong to the client itself: the token endpoint, raw protocol errors, and the parts of a sign-in that
// are no operations. They are played by a server over real HTTP that checks each request.

import HTTPTransport
import JSON
import TestSupport
import Testing

@testable import LogtoClient

@Suite struct RecordingTests {
  private static let clientID = "yv9xnbsxwu5pqrrixia7m"
  private static let clientSecret = "masked-ffffffffffffffffffffffff"

  /// Plays the recordings of these ids to what `body` does, and checks that all were asked for as recorded.
  private func play(
    _ ids: [Int], id appID: String = RecordingServer.appID, secret: String = RecordingServer.appSecret,
    resource: String? = nil, _ location: SourceLocation = #_sourceLocation,
    afterwards: @Sendable (String) -> Bool = { _ in false }, _ body: (LogtoClient, [Recording]) async throws -> Void
  ) async throws {
    let all = try Recordings.all()
    let recordings = try ids.map { id in try #require(all.first { $0.id == id }) }
    let server = try RecordingServer()
    server.expect(recordings)
    let transport = CurlTransport()
    let account = try Account.machine(
      endpoint: server.endpoint, appID: appID, appSecret: secret, resource: resource)
    let client = LogtoClient(account: account, transport: transport)
    do {
      try await body(client, recordings)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
    #expect(server.takeDifferences().filter { !afterwards($0) } == [], sourceLocation: location)
    #expect(server.pending.map(\.id) == [], sourceLocation: location)
    transport.shutdown()
    await server.stop()
  }

  /// A call of the tenant as recorded, whatever it asks for.
  private func call(_ recording: Recording) -> APIRequest {
    var call = APIRequest(HTTPMethod(rawValue: recording.method), recording.path, auth: .public)
    if let authorization = recording.header("authorization"), authorization == "Bearer {m2m}" {
      call.auth = .management
    }
    switch (recording.mediaType, recording.body) {
    case (nil, _): break
    case ("application/x-www-form-urlencoded"?, .string(let form)):
      call.body = .bytes(Array(form.utf8), contentType: "application/x-www-form-urlencoded")
    case (let type?, .string(let text)): call.body = .bytes(Array(text.utf8), contentType: type)
    case (_, let json): call.body = .json(json.encoded())
    }
    return call
  }

  private func expectRecorded(_ error: LogtoError, _ recording: Recording) {
    #expect(error.status == recording.status)
    #expect(error.code == recording.answerBody["code"]?.stringValue)
    #expect(error.requestID == "recording-\(recording.id)")
    #expect(error.outcome == .refused)
    if let data = recording.answerBody["data"] { #expect(error.data == data) }
    if let details = recording.answerBody["details"]?.stringValue { #expect(error.message.contains(details)) }
    let message = recording.answerBody["message"]?.stringValue ?? recording.answerBody.stringValue ?? ""
    #expect(error.message.contains(message))
  }

  @Test func `0: a token is fetched by HTTP Basic`() async throws {
    // The call after the token meets a server that expects nothing more.
    let isCall: @Sendable (String) -> Bool = { $0.contains("unexpected request GET /api/users") }
    try await play([0], id: Self.clientID, secret: Self.clientSecret, afterwards: isCall) { client, _ in
      let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
      #expect(error.status == 599)
    }
  }

  @Test(
    arguments: [
      (2, clientID, nil, "appSecret"), (3, "no-such-client", nil, "appID"),
      (4, clientID, "http://127.0.0.1:3001/api", "resource"), (5, clientID, "https://wrong.example/api", "resource"),
    ] as [(Int, String, String?, String)])
  func `2 to 5: what is wrong with an account is named`(
    _ id: Int, _ client: String, _ resource: String?, _ field: String
  ) async throws {
    let secret = [2: "wrong-secret", 3: "x"][id] ?? Self.clientSecret
    try await play([id], id: client, secret: secret, resource: resource) { client, recordings in
      let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
      #expect(error.kind == .auth && error.outcome == .notSent)
      #expect(error.message.lowercased().hasPrefix(field.lowercased()))
      #expect(error.status == recordings[0].status && error.code == recordings[0].answerBody["code"]?.stringValue)
    }
  }

  /// Requests that the client itself never makes (a token without a scope, in the form, of an unknown sort) and answers that
  /// every client has to take: passed through as they are.
  @Test(arguments: [1, 6, 7, 8, 9, 11, 13, 14, 15, 16, 17])
  func `1 and 6 to 17: the protocol's own answers come through`(_ id: Int) async throws {
    try await play([id]) { client, recordings in
      var call = call(recordings[0])
      if [6, 7, 8].contains(id) {
        call.application = Account.Application(id: Self.clientID, secret: Secret(Self.clientSecret))
      }
      if recordings[0].status < 400 {
        let answer = try await client.send(call)
        #expect(answer.status == recordings[0].status)
        #expect(try JSONValue.parse(answer.body) == recordings[0].answerBody)
      } else {
        let error = try await failure { try await client.send(call) }
        expectRecorded(error, recordings[0])
      }
    }
  }

  @Test(arguments: [(10, "token-of-noscope", 403), (12, "not-a-token", 401)])
  func `10 and 12: a token that opens nothing is of kind auth`(_ id: Int, _ token: String, _ status: Int) async throws {
    try await play([id]) { client, recordings in
      var call = APIRequest(.get, recordings[0].path, auth: .account)
      call.userToken = Secret(token)
      let error = try await failure { try await client.send(call) }
      #expect(error.kind == .auth)
      expectRecorded(error, recordings[0])
    }
  }

  @Test func `453 to 469: a sign-in from start to user information and refresh`() async throws {
    try await play([453, 454, 456, 459, 461, 463, 464, 465, 466, 467, 468, 469]) { client, recordings in
      var request = SignInRequest(
        clientID: "xd012jnkbnw6xjlfizc2f", redirectURI: "http://127.0.0.1:9/callback",
        scope:
          "openid profile email offline_access custom_data phone identities urn:logto:scope:sessions urn:logto:scope:organizations roles"
      )
      request.state = "st"
      request.codeVerifier = Secret(Secrets.verifier)
      let session = try await client.startSignIn(request)
      var redirect = ""
      for recording in recordings[1...5] {
        var call = call(recording)
        call.auth = .experience
        call.session = session
        if recording.status >= 400 {
          expectRecorded(try await failure { try await client.send(call) }, recording)
        } else {
          let answer = try await client.send(call)
          #expect(answer.status == recording.status)
          if let json = try? JSONValue.parse(answer.body) { redirect = json["redirectTo"]?.stringValue ?? redirect }
        }
      }
      let tokens = try await client.finishSignIn(session, redirectTo: redirect)
      #expect(tokens.scope == request.scope)
      let user = try await client.userInfo(token: Secret(RecordingServer.token(for: "user")))
      #expect(user == recordings[10].answerBody)
      let refreshed = try await client.refresh(try #require(tokens.refreshToken), clientID: request.clientID)
      #expect(refreshed.accessToken != tokens.accessToken)
    }
  }
}
