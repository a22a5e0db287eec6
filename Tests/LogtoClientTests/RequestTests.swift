import HTTPTransport
import LogtoClient
import Testing

@Suite struct RequestTests {
  /// Sends to a tenant that answers everything; nothing may reach it.
  private func refusal(_ call: APIRequest, _ location: SourceLocation = #_sourceLocation) async throws -> LogtoError {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    let error = try await failure(location) { try await client.send(call) }
    #expect(error.kind == .validation && error.outcome == .notSent, sourceLocation: location)
    #expect(fake.sent.isEmpty, sourceLocation: location)
    return error
  }

  @Test(arguments: [
    "/api/users/..", "/api/users/../x", "/api/./users", "/api/%2e%2e/x", "/api/%2E./x", "/api/.%2e", "api/users",
    "x@y", "/api/a b", "/api/a?b", "/api/a#b", "/api/a\r\nX: y", "/api/ä", "/api\\..\\x",
  ])
  func `a path that leads elsewhere is refused`(_ path: String) async throws {
    #expect(try await refusal(APIRequest(.get, path)).code == "invalid_path")
  }

  @Test(arguments: [
    "Authorization", "authorization", "Cookie", "Host", "Content-Type", "content-length", "Transfer-Encoding",
    "Connection", "Proxy-Authorization", "a b", "", "ä", "x:y",
  ])
  func `a header that is not the caller's is refused`(_ name: String) async throws {
    var call = APIRequest(.get, "/api/users")
    call.headers = [HTTPHeader(name, "x")]
    #expect(try await refusal(call).code == "invalid_header")
  }

  @Test(arguments: ["a\r\nX: y", "a\nb", "a\u{0}b", "a\u{7F}"])
  func `a header value cannot add lines`(_ value: String) async throws {
    var call = APIRequest(.get, "/api/users")
    call.headers = [HTTPHeader("X-Test", value)]
    #expect(try await refusal(call).code == "invalid_header")
    call.headers = []
    call.verificationID = value
    #expect(try await refusal(call).code == "invalid_header")
  }

  @Test func `other headers are sent`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    var call = APIRequest(.get, "/api/users")
    call.headers = [HTTPHeader("X-Test", "ä \t~"), HTTPHeader("accept", "text/plain")]
    call.verificationID = "v1"
    _ = try await client.send(call)
    #expect(fake.calls[0].headers["x-test"] == "ä \t~")
    #expect(fake.calls[0].headers.values(of: "Accept") == ["text/plain"])
    #expect(fake.calls[0].headers["logto-verification-id"] == "v1")
  }

  @Test func `a JSON body of 1 MiB is sent, a larger one is refused before the tenant misleads`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    _ = try await client.send(APIRequest(.post, "/api/users", body: .json([UInt8](repeating: 32, count: 1 << 20))))
    #expect(fake.calls.count == 1)
    let error = try await refusal(
      APIRequest(.post, "/api/users", body: .json([UInt8](repeating: 32, count: 1 << 20 + 1))))
    #expect(error.code == "request_too_large" && error.message.contains("1 MiB"))
  }

  @Test func `bodies have their content types, and no body has none`() async throws {
    let (client, fake) = try FakeTransport.client { _, _ in .json(200, "{}") }
    let part = HTTPBody.Part(name: "file", fileName: "a.png", contentType: "image/png", content: .bytes([1]))
    for body: APIRequest.Body in [
      .none, .json(Array("{}".utf8)), .form([("a b", "ü&")]), .multipart([part]), .bytes([1], contentType: "text/csv"),
    ] {
      _ = try await client.send(APIRequest(.post, "/api/x", body: body))
    }
    #expect(
      fake.calls.map { $0.headers["Content-Type"] } == [
        nil, "application/json", "application/x-www-form-urlencoded", nil, "text/csv",
      ])
    #expect(fake.calls[0].body == .empty)
    #expect(fake.calls[2].text == "a%20b=%C3%BC%26")
    #expect(fake.calls[3].body == .multipart([part]))
  }

  @Test func `the cap on answers is the client's, or the call's`() async throws {
    let (client, fake) = try FakeTransport.client(
      options: { $0.maxResponseBytes = 1000 }, tenant: { _, _ in .json(200, "{}") })
    var call = APIRequest(.get, "/api/users")
    _ = try await client.send(call)
    call.maxResponseBytes = 50
    _ = try await client.send(call)
    #expect(fake.calls.map(\.maxResponseBytes) == [1000, 50])
  }
}
