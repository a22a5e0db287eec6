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

  /// The recordings that are no operations, so that no script can make them.
  private static let own = Set(0...17).union([468, 469])

  @Test func `The client's own recordings come through`() async throws {
    var passed = try await fetchesToken()
    passed += try await namesWhatIsWrong()
    passed += try await passesProtocolErrors()
    passed += try await refusesTokens()
    passed += try await signsIn()
    passed.formIntersection(Self.own)
    print("the client's own recordings: \(passed.count) of \(Self.own.count)")
    #expect(passed == Self.own)
  }

  /// Plays the recordings of these ids to what `body` does, and checks that all were asked for as recorded.
  ///
  /// - Returns: the ids, or none where something differed.
  private func play(
    _ ids: [Int], id appID: String = RecordingServer.appID, secret: String = RecordingServer.appSecret,
    resource: String? = nil, _ location: SourceLocation = #_sourceLocation,
    afterwards: @Sendable (String) -> Bool = { _ in false }, _ body: (LogtoClient, [Recording]) async throws -> Void
  ) async throws -> Set<Int> {
    let all = try Recordings.all()
    let recordings = try ids.map { id in try #require(all.first { $0.id == id }) }
    let server = try RecordingServer()
    server.expect(recordings)
    let transport = CurlTransport()
    let account = try Account.machine(
      endpoint: server.endpoint, appID: appID, appSecret: secret, resource: resource)
    let client = LogtoClient(account: account, transport: transport)
    var passed = Set(ids)
    do {
      try await body(client, recordings)
    } catch {
      Issue.record(error, sourceLocation: location)
      passed = []
    }
    let differences = server.takeDifferences().filter { !afterwards($0) }
    #expect(differences == [], sourceLocation: location)
    #expect(server.pending.map(\.id) == [], sourceLocation: location)
    if !differences.isEmpty || !server.pending.isEmpty { passed = [] }
    transport.shutdown()
    await server.stop()
    return passed
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

  private func expectRecorded(_ error: LogtoError, _ recording: Recording) throws {
    try #require(error.status == recording.status)
    try #require(error.code == recording.answerBody["code"]?.stringValue)
    try #require(error.requestID == "recording-\(recording.id)")
    try #require(error.outcome == .refused)
    if let data = recording.answerBody["data"] { try #require(error.data == data) }
    if let details = recording.answerBody["details"]?.stringValue { try #require(error.message.contains(details)) }
    let message = recording.answerBody["message"]?.stringValue ?? recording.answerBody.stringValue ?? ""
    try #require(error.message.contains(message))
  }

  /// 0: a token is fetched by HTTP Basic.
  private func fetchesToken() async throws -> Set<Int> {
    // The call after the token meets a server that expects nothing more.
    let isCall: @Sendable (String) -> Bool = { $0.contains("unexpected request GET /api/users") }
    return try await play([0], id: Self.clientID, secret: Self.clientSecret, afterwards: isCall) { client, _ in
      let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
      #expect(error.status == 599)
    }
  }

  /// 2 to 5: what is wrong with an account is named.
  private func namesWhatIsWrong() async throws -> Set<Int> {
    let cases: [(id: Int, client: String, resource: String?, field: String)] = [
      (2, Self.clientID, nil, "appSecret"), (3, "no-such-client", nil, "appID"),
      (4, Self.clientID, "http://127.0.0.1:3001/api", "resource"),
      (5, Self.clientID, "https://wrong.example/api", "resource"),
    ]
    var passed: Set<Int> = []
    for (id, client, resource, field) in cases {
      let secret = [2: "wrong-secret", 3: "x"][id] ?? Self.clientSecret
      passed += try await play([id], id: client, secret: secret, resource: resource) { client, recordings in
        let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
        try #require(error.kind == .auth && error.outcome == .notSent)
        try #require(error.message.lowercased().hasPrefix(field.lowercased()))
        try #require(
          error.status == recordings[0].status && error.code == recordings[0].answerBody["code"]?.stringValue)
      }
    }
    return passed
  }

  /// 1 and 6 to 17. Requests that the client itself never makes (a token without a scope, in the form, of an unknown sort)
  /// and answers that every client has to take: passed through as they are.
  private func passesProtocolErrors() async throws -> Set<Int> {
    var passed: Set<Int> = []
    for id in [1, 6, 7, 8, 9, 11, 13, 14, 15, 16, 17] {
      passed += try await play([id]) { client, recordings in
        var call = call(recordings[0])
        if [6, 7, 8].contains(id) {
          call.application = Account.Application(id: Self.clientID, secret: Secret(Self.clientSecret))
        }
        if recordings[0].status < 400 {
          let answer = try await client.send(call)
          try #require(answer.status == recordings[0].status)
          try #require(try JSONValue.parse(answer.body) == recordings[0].answerBody)
        } else {
          try expectRecorded(try await failure { try await client.send(call) }, recordings[0])
        }
      }
    }
    return passed
  }

  /// 10 and 12: a token that opens nothing is of kind auth.
  private func refusesTokens() async throws -> Set<Int> {
    var passed: Set<Int> = []
    for (id, token) in [(10, "token-of-noscope"), (12, "not-a-token")] {
      passed += try await play([id]) { client, recordings in
        var call = APIRequest(.get, recordings[0].path, auth: .account)
        call.userToken = Secret(token)
        let error = try await failure { try await client.send(call) }
        try #require(error.kind == .auth)
        try expectRecorded(error, recordings[0])
      }
    }
    return passed
  }

  /// 453 to 469: a sign-in from start to user information and refresh.
  private func signsIn() async throws -> Set<Int> {
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
          try expectRecorded(try await failure { try await client.send(call) }, recording)
        } else {
          let answer = try await client.send(call)
          try #require(answer.status == recording.status)
          if let json = try? JSONValue.parse(answer.body) { redirect = json["redirectTo"]?.stringValue ?? redirect }
        }
      }
      let tokens = try await client.finishSignIn(session, redirectTo: redirect)
      try #require(tokens.scope == request.scope)
      let user = try await client.userInfo(token: Secret(RecordingServer.token(for: "user")))
      try #require(user == recordings[10].answerBody)
      let refreshed = try await client.refresh(try #require(tokens.refreshToken), clientID: request.clientID)
      try #require(refreshed.accessToken != tokens.accessToken)
    }
  }
}

private func += (all: inout Set<Int>, more: Set<Int>) { all.formUnion(more) }
