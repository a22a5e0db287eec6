// Answers that stop, lie about themselves, never end or are too much.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct BrokenAnswerTests {
  private func failure(
    _ answer: String, method: HTTPMethod = .get, configure: (inout HTTPRequest) -> Void = { _ in }
  ) async throws -> HTTPFailure {
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write(answer)
    }
    defer { server.stop() }
    var request = HTTPRequest(method, server.url, timeout: .seconds(10))
    configure(&request)
    let failure = try await CurlTransport().failure(of: request)
    #expect(failure.sent == .maybe)
    #expect(server.received.count == 1)
    return failure
  }

  @Test func halfABodyIsTruncated() async throws {
    #expect(try await failure("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345").reason == .truncated)
  }

  @Test func halfAChunkedBodyIsTruncated() async throws {
    #expect(try await failure("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123").reason == .truncated)
    #expect(try await failure("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n123\r\n").reason == .truncated)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: x\r\n", "HTTP/1.1 204 No Content\r\nA: b\r\n",
  ])
  func aHeaderBlockThatIsCutOffIsTruncated(_ block: String) async throws {
    #expect(try await failure(block).reason == .truncated)
  }

  @Test func anInformationalAnswerAloneIsTruncated() async throws {
    #expect(try await failure("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").reason == .truncated)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH_9.2\r\n", "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}", "<html>hello</html>\r\n\r\n",
  ])
  func whatIsNotHTTPIsMalformed(_ text: String) async throws {
    #expect(try await failure(text).reason == .malformed)
  }

  @Test(arguments: ["zz\r\n123\r\n0\r\n\r\n", "-1\r\n1\r\n", "fffffffffffffffffff\r\n1"])
  func aBrokenChunkIsNoAnswer(_ chunk: String) async throws {
    let reason = try await failure("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk).reason
    #expect([.malformed, .truncated].contains(reason))
  }

  @Test func bytesAfterTheAnnouncedLengthAreNoPartOfThisOrTheNextAnswer() async throws {
    let server = try FaultServer { connection in
      while connection.readRequest() != nil {
        connection.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 Forged\r\nContent-Length: 0\r\n\r\n")
      }
    }
    defer { server.stop() }
    let transport = CurlTransport()
    for _ in 0..<5 {
      let answer = try await transport.send(HTTPRequest(.get, server.url))
      #expect(answer.status == 200 && answer.body == Array("ok".utf8))
    }
  }

  @Test func twoLengthsThatDifferAreNotTrusted() async throws {
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 2\r\n\r\nok")
    }
    defer { server.stop() }
    // libcurl takes the last one; what matters is that the answer ends and the connection is not used again.
    _ = try? await CurlTransport().send(HTTPRequest(.get, server.url, timeout: .seconds(5)))
  }

  @Test func aFloodOfHeadersIsTooLarge() async throws {
    let flood = (0..<5_000).map { "X-\($0): aaaaaaaaaaaaaaaaaaaaaaaa\r\n" }.joined()
    #expect(try await failure("HTTP/1.1 200 OK\r\n\(flood)\r\n").reason == .tooLarge)
  }

  @Test(arguments: [70_000, 99_000, 150_000, 400_000])
  func oneEndlessHeaderIsTooLarge(_ length: Int) async throws {
    let line = "X: " + String(repeating: "a", count: length)
    #expect(try await failure("HTTP/1.1 200 OK\r\n\(line)\r\n\r\n").reason == .tooLarge)
  }

  @Test func aFloodOfCookiesIsKeptOutOfTheNextRequest() async throws {
    let cookies = (0..<200).map { ("Set-Cookie", "c\($0)=\($0)") }
    let server = try FaultServer.answering(headers: cookies)
    defer { server.stop() }
    let transport = CurlTransport()
    #expect(try await transport.send(HTTPRequest(.get, server.url)).headers.values(of: "set-cookie").count == 200)
    _ = try await transport.send(HTTPRequest(.get, server.url))
    #expect(server.received.last?.header("cookie") == nil)
  }

  @Test func aBodyOverItsLimitIsRefusedWhetherAnnouncedOrNot() async throws {
    let body = String(repeating: "x", count: 100_000)
    let announced = try await failure("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n\(body)") {
      $0.maxResponseBytes = 99_999
    }
    let unannounced = try await failure("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(body)") {
      $0.maxResponseBytes = 99_999
    }
    #expect(announced.reason == .tooLarge && unannounced.reason == .tooLarge)
  }

  @Test func anEndlessBodyEndsAtItsLimit() async throws {
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\n\r\n")
      let block = [UInt8](repeating: 120, count: 1 << 16)
      while !connection.waitForEnd(atMost: 0) { connection.write(block) }
    }
    defer { server.stop() }
    var request = HTTPRequest(.get, server.url)
    request.maxResponseBytes = 1 << 20
    #expect(try await CurlTransport().failure(of: request).reason == .tooLarge)
  }

  @Test func aSlowDripEndsWithItsTime() async throws {
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
      while !connection.waitForEnd(atMost: 10) { connection.write("x") }
    }
    defer { server.stop() }
    let failure = try await CurlTransport().failure(
      of: HTTPRequest(.get, server.url, timeout: Sanitizer.time(.milliseconds(200))))
    #expect(failure.reason == .timeout)
    #expect(failure.sent == .maybe)
  }

  @Test func aHeaderThatDripsEndsWithItsTime() async throws {
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nX: ")
      while !connection.waitForEnd(atMost: 10) { connection.write("x") }
    }
    defer { server.stop() }
    let failure = try await CurlTransport().failure(
      of: HTTPRequest(.post, server.url, timeout: Sanitizer.time(.milliseconds(200))))
    #expect(failure.reason == .timeout)
    #expect(failure.sent == .maybe)
  }

  @Test func aServerThatNeverAnswersEndsWithItsTime() async throws {
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let failure = try await CurlTransport().failure(
      of: HTTPRequest(.delete, server.url, timeout: Sanitizer.time(.milliseconds(100))))
    #expect(failure.reason == .timeout)
    #expect(failure.sent == .maybe)
    #expect(server.received.count == 1)
  }

  @Test func aServerThatNeverAcceptsEndsWithTheTimeToConnect() async throws {
    let stalled = try StalledPort()
    defer { stalled.stop() }
    let request = HTTPRequest(
      .post, "http://127.0.0.1:\(stalled.port)/", connectTimeout: .milliseconds(100), timeout: .seconds(20))
    let failure = try await CurlTransport().failure(of: request)
    #expect(failure.reason == .timeout)
    #expect(failure.sent == .nothing)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func aRedirectIsAnAnswer(_ status: Int) async throws {
    let server = try FaultServer { connection in
      while connection.readRequest() != nil { connection.answer(status, headers: [("Location", "/again")]) }
    }
    defer { server.stop() }
    let answer = try await CurlTransport().send(HTTPRequest(.get, server.url))
    #expect(answer.status == status)
    #expect(answer.headers["location"] == "/again")
    #expect(server.received.count == 1)
  }
}
