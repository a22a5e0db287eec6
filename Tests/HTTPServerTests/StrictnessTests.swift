// What a lax parser would let through is refused, and the connection closed.

import HTTPServer
import TestSupport
import Testing

struct StrictnessTests {
  @Test(
    "a request that two parsers could read differently is refused with 400",
    arguments: [
      "GET /hello/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
      "GET /hello/%00x HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /hello/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /hello/%ff HTTP/1.1\r\nHost: a\r\n\r\n",
      "get /hello/x HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
  func refused(request: String) throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    client.send(request)
    #expect(client.answer()?.status == 400)
    #expect(client.isClosed)
  }

  @Test(
    "what libmicrohttpd itself refuses is 400 too",
    arguments: [
      "GET /hello/x HTTP/1.1\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    ])
  func refusedByTheLibrary(request: String) throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    client.send(request)
    #expect(client.answer()?.status == 400)
  }

  @Test("a body over the limit is answered as configured, and can be read")
  func bodyLimit() throws {
    let server = try makeServer {
      $0.bodyLimit = 1_000
      $0.tooLarge = .text("Not Found", status: 404)
    }
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("POST", "/echo", body: String(repeating: "x", count: 1_000))?.status == 200)
    #expect(client.request("POST", "/echo", body: String(repeating: "x", count: 200_000))?.status == 404)
    #expect(client.request("GET", "/hello/x")?.status == 200)
  }

  @Test("a body that claims to be enormous is answered before it is sent")
  func enormous() throws {
    let server = try makeServer()
    let client = try #require(RawClient(port: server.port))
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n")
    #expect(client.answer()?.status == 413)
  }

  @Test("a header over the limit is refused")
  func headerLimit() throws {
    let server = try makeServer { $0.headerLimit = 4_096 }
    let client = try #require(RawClient(port: server.port))
    client.send("GET /hello/x HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 100_000))\r\n\r\n")
    let status = client.answer()?.status
    #expect(status == nil || status == 413 || status == 431)
  }

  @Test("a header that drips in does not outlive the request timeout")
  func dripping() throws {
    let server = try makeServer { $0.requestTimeout = .milliseconds(300) }
    let client = try #require(RawClient(port: server.port))
    client.send("GET /hello/x HTTP/1.1\r\nHost: a\r\nX-Drip: ")
    #expect(client.answer() == nil)
    #expect(client.isClosed)
  }
}
