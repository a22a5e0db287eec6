// What the server sees of a request: method, path, headers, body.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct BodyTests {
  /// What arrives of this request.
  private func seen(_ method: HTTPMethod, path: String = "/", _ configure: (inout HTTPRequest) -> Void = { _ in })
    async throws -> ReceivedRequest
  {
    let server = try FaultServer.answering()
    defer { server.stop() }
    var request = HTTPRequest(method, server.url + path)
    configure(&request)
    _ = try await CurlTransport().send(request)
    return try #require(server.received.first)
  }

  @Test(arguments: ["POST", "PUT", "PATCH"])
  func aWriteWithoutABodySaysSoAndHasNoType(_ method: String) async throws {
    let request = try await seen(HTTPMethod(rawValue: method))
    #expect(request.method == method)
    #expect(request.header("content-length") == "0")
    #expect(request.header("content-type") == nil)
    #expect(request.header("expect") == nil)
  }

  @Test(arguments: ["GET", "DELETE", "OPTIONS"])
  func aRequestWithoutABodySaysNothingOfOne(_ method: String) async throws {
    let request = try await seen(HTTPMethod(rawValue: method))
    #expect(request.method == method)
    #expect(request.header("content-length") == nil)
    #expect(request.header("transfer-encoding") == nil)
    #expect(request.header("content-type") == nil)
  }

  @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE"])
  func bytesArriveAsTheyAre(_ method: String) async throws {
    let bytes = (0...255).map { UInt8($0) }
    let request = try await seen(HTTPMethod(rawValue: method)) {
      $0.body = .bytes(bytes)
      $0.headers["Content-Type"] = "application/octet-stream"
    }
    #expect(request.method == method)
    #expect(request.body == bytes)
    #expect(request.header("content-type") == "application/octet-stream")
  }

  @Test func bytesWithoutATypeGetNone() async throws {
    #expect(try await seen(.post) { $0.body = .bytes([1]) }.header("content-type") == nil)
  }

  @Test func aLargeBodyIsSentAtOnce() async throws {
    let bytes = [UInt8](repeating: 7, count: 5 << 20)
    let request = try await seen(.put) { $0.body = .bytes(bytes) }
    #expect(request.body == bytes)
    #expect(request.header("expect") == nil)
  }

  @Test func aHeadRequestHasNoBodyEitherWay() async throws {
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + (request.method == "HEAD" ? "" : "hello"))
      }
    }
    defer { server.stop() }
    let transport = CurlTransport()
    for method in [HTTPMethod.head, .get, .head, .post] {
      let answer = try await transport.send(HTTPRequest(method, server.url))
      #expect(answer.body.count == (method == .head ? 0 : 5))
    }
    #expect(server.received.map(\.method) == ["HEAD", "GET", "HEAD", "POST"])
  }

  @Test(arguments: ["/a/../b", "/api/users/..", "/a//b", "/%2e%2e/x", "/a%2Fb?q=%20&q=1"])
  func thePathIsSentAsItStands(_ path: String) async throws {
    #expect(try await seen(.get, path: path).target == path)
  }

  @Test func headersArriveAsTheyAreAnEmptyOneToo() async throws {
    let request = try await seen(.get) {
      $0.headers = ["X-Empty": "", "X-Text": "Jörg; \"q\"", "Accept": "application/json", "Cookie": "a=1; b=2"]
    }
    #expect(request.header("x-empty") == "")
    #expect(request.header("x-text") == "Jörg; \"q\"")
    #expect(request.header("accept") == "application/json")
    #expect(request.header("cookie") == "a=1; b=2")
    #expect(request.headers.filter { $0.name == "accept" }.count == 1)
  }

  @Test func headersOfOneRequestDoNotReachTheNext() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport()
    _ = try await transport.send(HTTPRequest(.get, server.url, headers: ["Authorization": "Bearer s3cret"]))
    _ = try await transport.send(HTTPRequest(.get, server.url))
    #expect(server.received.map { $0.header("authorization") } == ["Bearer s3cret", nil])
  }

  @Test func aFormHoldsBytesAndFiles() async throws {
    let path = Temporary.path("file")
    try Data("picture".utf8).write(to: URL(fileURLWithPath: path))
    let request = try await seen(.post) {
      $0.body = .multipart([
        .init(name: "field", content: .bytes(Array("value".utf8))),
        .init(name: "file", fileName: "a\"b.png", contentType: "image/png", content: .file(path: path)),
        .init(name: "memory", fileName: "m.bin", contentType: "application/x", content: .bytes([0, 1, 2])),
      ])
    }
    let text = String(decoding: request.body, as: UTF8.self)
    #expect(request.header("content-type")?.hasPrefix("multipart/form-data; boundary=") == true)
    #expect(text.contains("name=\"field\"\r\n\r\nvalue\r\n"))
    #expect(text.contains("name=\"file\"; filename=\"a%22b.png\"\r\nContent-Type: image/png\r\n\r\npicture\r\n"))
    #expect(
      text.contains("name=\"memory\"; filename=\"m.bin\"\r\nContent-Type: application/x\r\n\r\n\u{0}\u{1}\u{2}\r\n"))
  }

  @Test func aFormMayBePut() async throws {
    let request = try await seen(.put) { $0.body = .multipart([.init(name: "a", content: .bytes([65]))]) }
    #expect(request.method == "PUT")
  }

  @Test func theRequestAfterAFormIsAPlainOne() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport()
    let form = HTTPBody.multipart([.init(name: "a", content: .bytes([65]))])
    _ = try await transport.send(HTTPRequest(.post, server.url, body: form))
    _ = try await transport.send(HTTPRequest(.get, server.url))
    _ = try await transport.send(HTTPRequest(.post, server.url, body: .bytes([66])))
    #expect(server.received.map(\.method) == ["POST", "GET", "POST"])
    #expect(server.received[1].body.isEmpty && server.received[1].header("content-type") == nil)
    #expect(server.received[2].body == [66])
  }

  @Test(arguments: ["/no/such/file", "/tmp", "/dev/zero"])
  func aFileThatIsNoneIsRefusedBeforeAnythingIsSent(_ path: String) async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let body = HTTPBody.multipart([.init(name: "a", content: .file(path: path))])
    let failure = try await CurlTransport().failure(of: HTTPRequest(.post, server.url, body: body))
    #expect(failure.reason == .invalidRequest)
    #expect(failure.message.contains(path))
    #expect(failure.sent == .nothing)
    #expect(server.received.isEmpty)
  }
}
