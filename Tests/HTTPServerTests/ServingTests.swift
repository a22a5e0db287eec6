// A server answers what it is asked.

import HTTPServer
import TestSupport
import Testing

/// A server with one route of each kind.
func makeServer(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws -> HTTPServer {
  var configuration = ServerConfiguration()
  change(&configuration)
  return try HTTPServer.start(
    configuration,
    routes: [
      .immediate("GET", "/hello/{name}") { .text("hello \($0.captures["name"] ?? "")") },
      .immediate("GET", "/hello/world") { _ in .text("the world itself") },
      .immediate("POST", "/echo") { ServerResponse(status: 200, body: .bytes($0.body)) },
      .task("POST", "/later") { request in
        await Task.yield()
        return .text("later: \(request.body.count)", status: 201)
      },
      .immediate("GET", "/rest/{path...}") { .text($0.captures["path"] ?? "") },
      .immediate("DELETE", "/nothing") { _ in ServerResponse(status: 204) },
      .task("GET", "/numbers") { _ in
        .events { stream in
          for number in 1...3 { try? await stream.send(event: "n", data: "\(number)\nof 3") }
        }
      },
      .task("GET", "/flood") { _ in
        ServerResponse(
          status: 200,
          body: .stream { stream in
            for _ in 0..<64 { try? await stream.write([UInt8](repeating: 0x61, count: 32 << 10)) }
          })
      },
    ])
}

struct ServingTests {
  @Test("a free port is found and told")
  func port() throws {
    #expect(try makeServer().port > 0)
  }

  @Test("several requests are answered on one connection")
  func keepAlive() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    for name in ["ada", "bob", "cyd"] {
      let answer = try #require(client.request("GET", "/hello/\(name)"))
      #expect(answer.status == 200)
      #expect(answer.text == "hello \(name)")
      #expect(answer.header("content-type") == "text/plain; charset=utf-8")
    }
  }

  @Test("a task answers as a handler at once does")
  func task() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    for length in [0, 10, 100_000] {
      let answer = try #require(client.request("POST", "/later", body: String(repeating: "x", count: length)))
      #expect(answer.status == 201)
      #expect(answer.text == "later: \(length)")
    }
  }

  @Test("requests sent in one go are answered in order")
  func pipelining() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    client.send((1...5).map { "GET /hello/\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
    #expect((1...5).map { _ in client.answer()?.text } == (1...5).map { "hello \($0)" })
  }

  @Test("a literal segment wins over a placeholder")
  func literal() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/hello/world")?.text == "the world itself")
  }

  @Test("a rest takes all remaining segments")
  func rest() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/rest/a/b%20c/d")?.text == "a/b c/d")
  }

  @Test("an escaped slash stays within its segment")
  func escapes() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/hello/a%2Fb%3Fc?d=e")?.text == "hello a/b?c")
  }

  @Test("an unknown path is 404, another method 405 with the allowed ones")
  func unknown() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/nope")?.status == 404)
    let answer = try #require(client.request("PUT", "/hello/x"))
    #expect(answer.status == 405)
    #expect(answer.header("allow") == "GET, HEAD")
  }

  @Test("HEAD answers a GET route without its body")
  func head() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    let answer = try #require(client.request("HEAD", "/hello/x"))
    #expect(answer.status == 200)
    #expect(answer.header("content-length") == "7")
    #expect(client.request("GET", "/hello/y")?.text == "hello y")
  }

  @Test("204 has no body, and the connection goes on")
  func noContent() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("DELETE", "/nothing")?.status == 204)
    #expect(client.request("GET", "/hello/y")?.text == "hello y")
  }

  @Test("a chunked body is put together")
  func chunked() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    #expect(client.answer()?.text == "abcde")
  }

  @Test("events arrive as they are written, and the stream ends")
  func events() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    let answer = try #require(client.request("GET", "/numbers"))
    #expect(answer.header("content-type") == "text/event-stream")
    #expect(answer.text == (1...3).map { "event: n\ndata: \($0)\ndata: of 3\n\n" }.joined())
  }

  @Test("a stream longer than its buffer arrives whole")
  func flood() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/flood")?.body.count == 64 * (32 << 10))
  }

  @Test("an address that is none is refused, naming it")
  func badAddress() {
    #expect(throws: HTTPServerError.self) { try makeServer { $0.address = "localhost" } }
  }

  @Test("a port in use is refused, naming it")
  func portInUse() throws {
    let server = try makeServer()
    let error = #expect(throws: HTTPServerError.self) { try makeServer { $0.port = server.port } }
    #expect(error?.message.contains("\(server.port)") == true)
  }
}
