// Connections that end before there is an answer: what was sent is said right, and nothing is sent twice.

import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct DroppedConnectionTests {
  @Test(arguments: Sample.allCases)
  func aRefusedConnectionHasSentNothing(_ sample: Sample) async throws {
    let url = "http://127.0.0.1:\(try FaultServer.unusedPort())/"
    let failure = try await CurlTransport().failure(of: sample.request(url))
    #expect(failure.reason == .connect)
    #expect(failure.sent == .nothing)
  }

  @Test(arguments: Sample.allCases)
  func aFreshConnectionThatDiesAfterTheRequestMayHaveSentIt(_ sample: Sample) async throws {
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.reset()
    }
    defer { server.stop() }
    let failure = try await CurlTransport().failure(of: sample.request(server.url))
    #expect(failure.reason == .dropped)
    #expect(failure.sent == .maybe)
    #expect(!failure.usedOldConnection)
    #expect(server.received.count == 1)
  }

  @Test(arguments: Sample.allCases)
  func aUsedConnectionThatDiesAfterTheRequestIsNotReplacedInSilence(_ sample: Sample) async throws {
    let last = Shared(-1)
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target == "/second" {
          last.withLock { $0 = connection.number }
          return connection.reset()
        }
        connection.answer(200)
      }
    }
    defer { server.stop() }
    let transport = CurlTransport()
    _ = try await transport.send(HTTPRequest(.get, server.url))
    let failure = try await transport.failure(of: sample.request(server.url + "/second"))
    #expect(failure.reason == .dropped)
    #expect(failure.sent == .maybe)
    // On a machine so slow that the connection is too old by then, a new one is made.
    #expect(failure.usedOldConnection == (last.withLock { $0 } == 0))
    #expect(server.received.filter { $0.target == "/second" }.count == 1)
  }

  @Test(arguments: Sample.allCases)
  func aUsedConnectionThatIsClosedAfterTheRequestIsNotReplacedInSilence(_ sample: Sample) async throws {
    let server = try FaultServer { connection in
      while let request = connection.readRequest(), request.target != "/second" { connection.answer(200) }
    }
    defer { server.stop() }
    let transport = CurlTransport()
    _ = try await transport.send(HTTPRequest(.get, server.url))
    let failure = try await transport.failure(of: sample.request(server.url + "/second"))
    #expect(failure.reason == .dropped)
    #expect(failure.sent == .maybe)
    #expect(server.received.filter { $0.target == "/second" }.count == 1)
  }

  @Test(arguments: Sample.allCases)
  func aConnectionThatDiesBeforeReadingNeverCountsAsUnsentOnceBytesLeft(_ sample: Sample) async throws {
    let server = try FaultServer { connection in connection.reset() }
    defer { server.stop() }
    let failure = try await CurlTransport().failure(of: sample.request(server.url))
    #expect([.dropped, .connect].contains(failure.reason))
    #expect(server.received.isEmpty)
  }

  @Test func aConnectionClosedWhileItRestedIsReplacedBeforeAnythingIsSent() async throws {
    let closed = Signal()
    let server = try FaultServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer(200)
      guard connection.number > 0 else {
        connection.close()
        return closed.fire()
      }
      while connection.readRequest() != nil { connection.answer(200) }
    }
    defer { server.stop() }
    let transport = CurlTransport()
    _ = try await transport.send(HTTPRequest(.get, server.url))
    await closed.wait()
    let answer = try await transport.send(Sample.post.request(server.url))
    #expect(answer.status == 200)
    #expect(server.connectionCount == 2)
    #expect(server.received.count == 2)
  }

  @Test func aBodyOfWhichOnlyAPartWasReadMayHaveBeenSent() async throws {
    let server = try FaultServer { connection in
      _ = connection.readHead()
      connection.read(atMost: 1_000)
      connection.reset()
    }
    defer { server.stop() }
    let request = HTTPRequest(.post, server.url, body: .bytes([UInt8](repeating: 65, count: 8 << 20)))
    let failure = try await CurlTransport().failure(of: request)
    #expect(failure.reason == .dropped)
    #expect(failure.sent == .maybe)
    #expect(server.connectionCount == 1)
  }

  @Test func anEarlyAnswerToALongBodyIsAnAnswer() async throws {
    let server = try FaultServer { connection in
      _ = connection.readHead()
      connection.answer(413, headers: [("Connection", "close")], body: "too much")
      connection.read(atMost: .max)
    }
    defer { server.stop() }
    let request = HTTPRequest(.post, server.url, body: .bytes([UInt8](repeating: 65, count: 8 << 20)))
    #expect(try await CurlTransport().send(request).status == 413)
  }
}
