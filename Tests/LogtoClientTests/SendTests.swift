import HTTPTransport
import JSON
import LogtoClient
import Testing

@Suite struct SendTests {
  private let read = APIRequest(.get, "/api/users", operation: "logto_list_users")
  private let write = APIRequest(.post, "/api/users", operation: "logto_create_user", body: .json(Array("{}".utf8)))

  @Test func `a call carries the token, and the answer comes back as it is`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in
      .json(200, "[]", [HTTPHeader("Total-Number", "7"), HTTPHeader("Logto-Core-Request-Id", "r1")])
    }
    var call = read
    call.query = [("page", "1"), ("search", "%x y%"), ("types", "A"), ("types", "B&C")]
    let answer = try await client.send(call)
    #expect(fake.calls[0].url == "http://127.0.0.1:3001/api/users?page=1&search=%25x%20y%25&types=A&types=B%26C")
    #expect(fake.calls[0].headers["Authorization"] == "Bearer token-0")
    #expect(fake.calls[0].headers["Content-Type"] == nil)
    #expect(answer.status == 200 && answer.body == Array("[]".utf8) && answer.total == 7)
    #expect(answer.contentType == "application/json" && answer.requestID == "r1" && answer.retries == 0)
  }

  @Test(arguments: [
    HTTPResponse(status: 204), .text(201, "text/plain; charset=utf-8", "Created"),
    HTTPResponse(status: 302, headers: ["Location": "https://elsewhere.example/x"]), .text(200, "text/xml", "<md/>"),
  ])
  func `texts, empty answers and redirects are answers`(_ response: HTTPResponse) async throws {
    let (client, fake) = try FakeTransport.client { _, _ in response }
    let answer = try await client.send(write)
    #expect(answer.status == response.status && answer.body == response.body)
    #expect(answer.location == response.headers["Location"])
    #expect(fake.calls.count == 1)
  }

  @Test func `an error holds code, message with details, data and request id`() async throws {
    let (client, _) = try FakeTransport.client { _, _ in
      .json(
        400,
        #"{"code":"guard.invalid_input","message":"Invalid.","details":"Error in key path \"a\".","data":{"issues":[1]}}"#,
        [HTTPHeader("Logto-Core-Request-Id", "r2")])
    }
    let error = try await failure { try await client.send(write) }
    #expect(error.kind == .http && error.status == 400 && error.code == "guard.invalid_input")
    #expect(error.message == "Invalid. Error in key path \"a\".")
    #expect(error.data?["issues"]?[0] == 1)
    #expect(error.requestID == "r2" && error.operation == "logto_create_user")
    #expect(error.outcome == .refused && !error.retryable && error.hint != nil)
  }

  @Test func `errors without a code say what was called and answered`() async throws {
    let (client, _) = try FakeTransport.client { _, _ in .text(404, "text/plain", "Not Found") }
    let error = try await failure { try await client.send(read) }
    #expect(error.message == "GET /api/users: the tenant answered 404: Not Found")
    #expect(error.code == nil && error.kind == .http)
  }

  @Test func `broken JSON in the request is answered without a code too`() async throws {
    let (client, _) = try FakeTransport.client { _, _ in .json(400, #"{"message":"Unexpected end of JSON input"}"#) }
    let error = try await failure { try await client.send(write) }
    #expect(error.message == "Unexpected end of JSON input")
  }

  @Test(arguments: [200, 404, 502]) func `a web page is of kind http`(_ status: Int) async throws {
    let (client, _) = try FakeTransport.client { _, _ in .text(status, "text/html", "<html>\(Secrets.cookie)</html>") }
    let error = try await failure { try await client.send(write) }
    #expect(error.kind == .http)
    #expect(error.message.contains("web page"))
  }

  @Test(arguments: [
    (401, "auth.unauthorized", LogtoError.Kind.auth), (403, "auth.forbidden", .auth), (403, "user.suspended", .http),
    (429, "auth.exceed_token_limit", .quota), (403, "subscription.limit_exceeded", .quota), (422, "user.x", .http),
    (500, "oidc.server_error", .http), (429, "connector.rate_limit_exceeded", .rateLimit),
  ])
  func `kinds follow from status and code`(_ status: Int, _ code: String, _ kind: LogtoError.Kind) async throws {
    let (client, _) = try FakeTransport.client { _, _ in .json(status, #"{"code":"\#(code)","message":"m"}"#) }
    var call = write
    call.retry = false
    #expect(try await failure { try await client.send(call) }.kind == kind)
  }

  @Test func `a read comes through two lost connections`() async throws {
    let (client, fake) = try FakeTransport.client { _, number in
      if number < 2 { throw HTTPFailure(.dropped, "lost", sent: .maybe) }
      return .json(200, "[]")
    }
    let answer = try await client.send(read)
    #expect(answer.retries == 2 && fake.calls.count == 3)
    #expect(answer.waited > .zero)
  }

  @Test(arguments: [
    (HTTPFailure(.dropped, "lost", sent: .maybe), LogtoError.Kind.network, LogtoError.Outcome.unknown),
    (HTTPFailure(.truncated, "cut", sent: .maybe), .network, .unknown),
    (HTTPFailure(.timeout, "slow", sent: .maybe), .timeout, .unknown),
    (HTTPFailure(.timeout, "slow", sent: .nothing), .timeout, .notSent),
    (HTTPFailure(.tls, "bad certificate", sent: .nothing), .network, .notSent),
    (HTTPFailure(.resolve, "no such host", sent: .nothing), .network, .notSent),
    (HTTPFailure(.tooLarge, "large", sent: .maybe), .limit, .unknown),
    (HTTPFailure(.malformed, "garbage", sent: .maybe), .network, .unknown),
  ])
  func `a write that fails is sent once, and its outcome is told`(
    _ failed: HTTPFailure, _ kind: LogtoError.Kind, _ outcome: LogtoError.Outcome
  ) async throws {
    let (client, fake) = try FakeTransport.client { _, _ in throw failed }
    let error = try await failure { try await client.send(write) }
    #expect(error.kind == kind && error.outcome == outcome)
    #expect(fake.calls.count == 1)
  }

  @Test func `a refused connection is tried again and then given up`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in throw HTTPFailure(.connect, "refused") }
    let error = try await failure { try await client.send(write) }
    #expect(error.kind == .network && error.outcome == .notSent && error.retries == 3)
    #expect(fake.calls.count == 4)
  }

  @Test func `a 5xx leaves the outcome of a write open`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(503, "{}") }
    let error = try await failure { try await client.send(write) }
    #expect(error.outcome == .unknown && fake.calls.count == 1)
  }

  @Test func `a rate limit is waited for, and said in the answer`() async throws {
    let (client, fake) = try FakeTransport.client { _, number in
      number == 0 ? .json(429, "{}", [HTTPHeader("Retry-After", "4")]) : .json(200, "{}")
    }
    let answer = try await client.send(write)
    #expect(answer.retries == 1 && answer.waited >= .seconds(4) && answer.waited < .seconds(5))
    #expect(fake.clock.elapsed >= .seconds(4))
  }

  @Test func `a rate limit beyond the deadline fails at once`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(429, "{}", [HTTPHeader("Retry-After", "60")]) }
    let error = try await failure { try await client.send(write) }
    #expect(error.kind == .rateLimit && error.outcome == .refused && error.retryable)
    #expect(error.hint?.contains("60 s") == true)
    #expect(fake.clock.elapsed == .zero && fake.calls.count == 1)
  }

  @Test func `the transport gets no more time than the call has left`() async throws {
    let (client, fake) = try FakeTransport.client { _, number in
      number == 0 ? .json(503, "", [HTTPHeader("Retry-After", "6")]) : .json(200, "{}")
    }
    var call = read
    call.timeout = .seconds(10)
    _ = try await client.send(call)
    #expect(fake.calls[0].timeout == .seconds(10))
    #expect(fake.calls[1].timeout == .seconds(4))
  }

  @Test func `the earlier of timeout and deadline counts`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    var call = read
    call.timeout = .seconds(20)
    call.deadline = fake.clock.clock.now() + .seconds(5)
    _ = try await client.send(call)
    #expect(fake.calls[0].timeout == .seconds(5))
  }

  @Test func `a cancelled call sends nothing`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.send(write)
    }
    let error = try await failure { try await task.value }
    #expect(error.kind == .cancelled && error.outcome == .notSent)
    #expect(fake.calls.isEmpty)
  }

  @Test func `the governor lets no more through than the limit`() async throws {
    let (client, fake) = try FakeTransport.client(
      options: { $0.governor = RateGovernor(limit: RateLimit(requests: 2, per: .seconds(10))) },
      tenant: { _, _ in .json(200, "{}") })
    for _ in 0..<5 { _ = try await client.send(read) }
    #expect(fake.clock.elapsed == .seconds(20))
    var call = read
    call.timeout = .seconds(3)
    let error = try await failure {
      _ = try await client.send(call)
      return try await client.send(call)
    }
    #expect(error.kind == .rateLimit && error.outcome == .notSent)
  }

  @Test func `Logto Cloud is governed by default, a self-hosted tenant is not`() throws {
    let fake = FakeTransport { _, _ in .json(200, "{}") }
    #expect(try fake.client(.test(endpoint: "https://ab12cd.logto.app")).governor.limit == .cloud)
    #expect(try fake.client(.test(endpoint: "https://auth.example.com")).governor.limit == nil)
  }
}
