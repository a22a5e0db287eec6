// Who may come in: bearer tokens, Host and Origin.

import HTTPServer
import TestSupport
import Testing

struct AccessTests {
  private func server() throws -> HTTPServer {
    let check = OriginCheck(origins: ["https://app.example"])
    return try HTTPServer.start(routes: [
      .immediate("GET", "/token") {
        BearerCheck.accepts($0, token: "s3cret") ? .text("in") : .text("out", status: 401)
      },
      .immediate("GET", "/origin") { request in
        check.refusal(of: request).map { .text($0, status: 403) } ?? .text("in")
      },
    ])
  }

  @Test(
    "only the whole token is accepted, in one header of the right scheme",
    arguments: [
      (["Authorization: Bearer s3cret"], 200), (["authorization: bearer s3cret"], 200),
      (["Authorization: Bearer s3cre"], 401), (["Authorization: Bearer s3cret2"], 401),
      (["Authorization: Basic s3cret"], 401), (["Authorization: Bearer "], 401), ([], 401),
      (["Authorization: Bearer s3cret", "Authorization: Bearer s3cret"], 401),
    ])
  func bearer(headers: [String], status: Int) throws {
    let server = try server()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/token", headers: headers)?.status == status)
  }

  @Test("pages of other sites are refused, naming them")
  func origin() throws {
    let server = try server()
    let client = try #require(RawClient(port: server.port))
    #expect(client.request("GET", "/origin")?.status == 200)
    #expect(client.request("GET", "/origin", headers: ["Origin: https://app.example"])?.status == 200)
    let refused = try #require(client.request("GET", "/origin", headers: ["Origin: https://evil.example"]))
    #expect(refused.status == 403)
    #expect(refused.text.contains("https://evil.example"))
  }

  @Test("a request addressed to another name is refused")
  func host() throws {
    let server = try server()
    let client = try #require(RawClient(port: server.port))
    client.send("GET /origin HTTP/1.1\r\nHost: rebound.example:8080\r\n\r\n")
    #expect(client.answer()?.status == 403)
    client.send("GET /origin HTTP/1.1\r\nHost: localhost:8080\r\n\r\n")
    #expect(client.answer()?.status == 200)
  }
}
