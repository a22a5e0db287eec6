import HTTPTransport
import Synchronization
import Testing

@testable import LogtoClient

@Suite struct TokenTests {
  private let read = APIRequest(.get, "/api/users")

  @Test func `a token is asked for once and used until 60 s before its end`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "[]") }
    _ = try await client.send(read)
    fake.clock.advance(.seconds(3539))
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 1)
    fake.clock.advance(.seconds(2))
    _ = try await client.send(read)
    #expect(fake.tokenRequests.count == 2)
    #expect(fake.calls.last?.headers["Authorization"] == "Bearer token-1")
  }

  @Test func `however many calls wait, the token is asked for once`() async throws {
    let gate = Gate()
    let transport = GatedTransport(gate: gate)
    let client = LogtoClient(account: try .test(), transport: transport)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask { _ = try await client.send(APIRequest(.get, "/api/users")) }
      }
      await gate.open()
      try await group.waitForAll()
    }
    #expect(transport.tokenRequests.withLock { $0 } == 1)
  }

  @Test func `one who stops waiting for the token does not end it for the others`() async throws {
    let gate = Gate()
    let transport = GatedTransport(gate: gate)
    let client = LogtoClient(account: try .test(), transport: transport)
    let first = Task { try await client.send(APIRequest(.get, "/api/users")) }
    await transport.untilTokenRequested()
    let second = Task { try await client.send(APIRequest(.get, "/api/users")) }
    first.cancel()
    #expect(try await failure { try await first.value }.kind == .cancelled)
    await gate.open()
    #expect(try await second.value.status == 200)
  }

  @Test func `a refused kept token is replaced once, for reads and writes`() async throws {
    for call in [read, APIRequest(.post, "/api/users")] {
      let (client, fake) = try FakeTransport.client { request, number in
        number == 0 || request.headers["Authorization"] == "Bearer token-1"
          ? .json(200, "[]") : .json(401, #"{"code":"auth.unauthorized","message":"Unauthorized."}"#)
      }
      _ = try await client.send(read)
      let answer = try await client.send(call)
      #expect(answer.retries == 1)
      #expect(fake.tokenRequests.count == 2 && fake.calls.count == 3)
    }
  }

  @Test func `a refused fresh token is not replaced, and not kept either`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(401, #"{"code":"auth.unauthorized","message":"No."}"#)
    }
    let error = try await failure { try await client.send(read) }
    #expect(error.kind == .auth && error.status == 401 && error.outcome == .refused)
    #expect(fake.tokenRequests.count == 1 && fake.calls.count == 1)
    _ = try await failure { try await client.send(read) }
    #expect(fake.tokenRequests.count == 2)
  }

  @Test func `a token without the scope all is refused before any call`() async throws {
    let fake = FakeTransport { _, _ in .token("token-0", scope: "") }
    let client = try fake.client()
    let error = try await failure { try await client.send(read) }
    #expect(error.kind == .auth && error.code == "auth.missing_scope")
    #expect(fake.calls.isEmpty)
  }

  @Test func `a token endpoint that is slow down waits like anyone else`() async throws {
    let fake = FakeTransport { request, number in
      guard request.isToken else { return .json(200, "[]") }
      return number == 0 ? .json(429, "{}", [HTTPHeader("Retry-After", "2")]) : .token("token-1")
    }
    _ = try await fake.client().send(read)
    #expect(fake.tokenRequests.count == 2 && fake.clock.elapsed >= .seconds(2))
  }

  @Test func `a lost answer of the token endpoint is an error that sent no call`() async throws {
    let fake = FakeTransport { _, _ in throw HTTPFailure(.dropped, "lost", sent: .maybe) }
    let client = try fake.client()
    let error = try await failure { try await client.send(APIRequest(.post, "/api/users")) }
    #expect(error.kind == .network && error.outcome == .notSent)
    #expect(fake.sent.count == 1)
  }

  @Test func `the operations of a user send the user's token and ask for no other`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    var call = APIRequest(.get, "/api/my-account", auth: .account)
    call.userToken = Secret(Secrets.user)
    _ = try await client.send(call)
    #expect(fake.calls[0].headers["Authorization"] == "Bearer " + Secrets.user)
    call.userToken = nil
    let error = try await failure { try await client.send(call) }
    #expect(error.kind == .auth && error.message.contains("user's access token"))
    #expect(error.hint?.contains("LOGTO_USER_TOKEN") == true)
    #expect(fake.tokenRequests.isEmpty)
  }

  @Test func `public operations send nothing that shows who calls`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    _ = try await client.send(APIRequest(.get, "/api/status", auth: .public))
    #expect(fake.sent.count == 1 && fake.sent[0].headers["Authorization"] == nil)
  }

  @Test func `a refusal for want of a verified record or a scope is explained`() async throws {
    let (client, _) = try FakeTransport.client { _, number in
      number < 2
        ? .json(401, #"{"code":"verification_record.permission_denied","message":"Permission denied."}"#)
        : .json(403, #"{"code":"auth.forbidden","message":"Forbidden."}"#)
    }
    var call = APIRequest(.post, "/api/my-account/password", auth: .account)
    call.userToken = Secret(Secrets.user)
    call.scopes = ["identities"]
    #expect(try await failure { try await client.send(call) }.hint?.contains("needs logto_verification_id") == true)
    call.verificationID = "v"
    #expect(try await failure { try await client.send(call) }.hint?.contains("not verified") == true)
    #expect(try await failure { try await client.send(call) }.hint?.contains("'identities'") == true)
  }
}

/// Lets those who wait go on once it is open.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}

/// Answers token requests when its gate opens, everything else at once.
final class GatedTransport: HTTPTransport, Sendable {
  let gate: Gate
  private let asked = Gate()
  let tokenRequests = Mutex(0)

  init(gate: Gate) {
    self.gate = gate
  }

  func untilTokenRequested() async { await asked.wait() }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    guard request.isToken else { return .json(200, "[]") }
    tokenRequests.withLock { $0 += 1 }
    await asked.open()
    await gate.wait()
    return .token("token-0")
  }
}
