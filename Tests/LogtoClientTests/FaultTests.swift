// Calls over real connections to a server that misbehaves: nothing hangs, writes arrive at most once, outcomes are right.

import HTTPTransport
import LogtoClient
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct FaultTests {
  /// What a connection does with an API call; the request before is answered in order.
  enum Fault: String, CaseIterable {
    case closeUnanswered, resetUnanswered, halfHeaders, halfBody, wrongLength, garbage, headerFlood
  }

  private static func misbehave(_ fault: Fault, _ connection: FaultConnection) {
    switch fault {
    case .closeUnanswered: connection.close()
    case .resetUnanswered: connection.reset()
    case .halfHeaders: connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
    case .halfBody: connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
    case .wrongLength: connection.write("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}")
    case .garbage: connection.write("\u{0}\u{1}\u{2} this is no HTTP at all\r\n\r\n")
    case .headerFlood:
      connection.write("HTTP/1.1 200 OK\r\n")
      for number in 0..<20000 { connection.write("X-\(number): \(String(repeating: "x", count: 100))\r\n") }
    }
    connection.close()
  }

  /// A client of a server that gives tokens and answers API calls by `behave`; also counts the API calls.
  private func tenant(
    _ behave: @escaping @Sendable (ReceivedRequest, FaultConnection) -> Bool
  ) throws -> (FaultServer, LogtoClient, CurlTransport) {
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target == "/oidc/token" {
          connection.answerToken("token-0")
        } else if !behave(request, connection) {
          return
        }
      }
    }
    let transport = CurlTransport()
    var options = ClientOptions()
    options.timeout = .seconds(30)
    options.writeGrace = .milliseconds(100)
    options.jitter = { 0 }
    let client = LogtoClient(account: try .test(endpoint: server.url), transport: transport, options: options)
    return (server, client, transport)
  }

  private func writes(_ server: FaultServer) -> Int {
    server.received.count { $0.method == "POST" && $0.target != "/oidc/token" }
  }

  @Test(arguments: Fault.allCases, [true, false])
  func `a write is received once, and its outcome is unknown`(_ fault: Fault, _ onOldConnection: Bool) async throws {
    for body: APIRequest.Body in [.none, .json(Array(#"{"a":1}"#.utf8))] {
      let (server, client, transport) = try tenant { request, connection in
        if request.target == "/api/first" {
          connection.answer(200, headers: onOldConnection ? [] : [("Connection", "close")], body: "{}")
          return onOldConnection
        }
        Self.misbehave(fault, connection)
        return false
      }
      _ = try await client.send(APIRequest(.get, "/api/first"))
      let error = try await failure { try await client.send(APIRequest(.post, "/api/users", body: body)) }
      #expect(writes(server) == 1)
      #expect(error.outcome == .unknown)
      #expect([.network, .limit].contains(error.kind))
      transport.shutdown()
      server.stop()
    }
  }

  @Test(arguments: [Fault.closeUnanswered, .resetUnanswered, .halfHeaders, .halfBody])
  func `a read comes through on the next attempt`(_ fault: Fault) async throws {
    let shared = SharedFlag()
    let (server, client, transport) = try tenant { _, connection in
      guard shared.raise() else {
        Self.misbehave(fault, connection)
        return false
      }
      connection.answer(200, body: "{}")
      return true
    }
    let answer = try await client.send(APIRequest(.get, "/api/users"))
    #expect(answer.retries == 1)
    transport.shutdown()
    server.stop()
  }

  @Test func `a write on a connection that the server has closed meanwhile arrives once`() async throws {
    let (server, client, transport) = try tenant { _, connection in
      connection.answer(200, body: "{}")
      // Closes after each answer without having said so.
      return false
    }
    for _ in 0..<5 {
      do {
        _ = try await client.send(APIRequest(.post, "/api/users", body: .json(Array("{}".utf8))))
      } catch {
        // The close may cross the request: then it was received at most once, and the outcome is open or nothing was sent.
        #expect(error.kind == .network)
      }
    }
    #expect(writes(server) <= 5)
    transport.shutdown()
    server.stop()
  }

  @Test func `a tenant that does not listen is of kind network, and nothing was sent`() async throws {
    let port = try FaultServer.unusedPort()
    let transport = CurlTransport()
    let client = LogtoClient(account: try .test(endpoint: "http://127.0.0.1:\(port)"), transport: transport)
    let error = try await failure { try await client.send(APIRequest(.post, "/api/users")) }
    #expect(error.kind == .network && error.outcome == .notSent)
    transport.shutdown()
  }

  @Test func `a name without an address is of kind network`() async throws {
    let transport = CurlTransport()
    let client = LogtoClient(account: try .test(endpoint: "https://no-such-host.invalid"), transport: transport)
    let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
    #expect(error.kind == .network && error.outcome == .notSent)
    transport.shutdown()
  }

  @Test func `a tenant that never answers is of kind timeout`() async throws {
    let (server, client, transport) = try tenant { request, connection in
      if request.method == "GET" {
        connection.answer(200, body: "{}")
        return true
      }
      connection.waitForEnd()
      return false
    }
    _ = try await client.send(APIRequest(.get, "/api/first"))
    var call = APIRequest(.post, "/api/users")
    call.timeout = .seconds(1)
    let error = try await failure { try await client.send(call) }
    #expect(error.kind == .timeout && error.outcome == .unknown)
    #expect(writes(server) == 1)
    transport.shutdown()
    server.stop()
  }

  @Test func `a token endpoint that never answers is of kind timeout, and the call was not sent`() async throws {
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.waitForEnd()
    }
    let transport = CurlTransport()
    let client = LogtoClient(account: try .test(endpoint: server.url), transport: transport)
    var call = APIRequest(.post, "/api/users")
    call.timeout = .milliseconds(300)
    let error = try await failure { try await client.send(call) }
    #expect(error.kind == .timeout && error.outcome == .notSent)
    transport.shutdown()
    server.stop()
  }

  @Test func `an answer that drips is cut off at the deadline`() async throws {
    let (server, client, transport) = try tenant { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
      while !connection.waitForEnd(atMost: 20) { connection.write("x") }
      return false
    }
    var call = APIRequest(.get, "/api/users")
    call.timeout = .milliseconds(300)
    #expect(try await failure { try await client.send(call) }.kind == .timeout)
    transport.shutdown()
    server.stop()
  }

  @Test func `an endless answer is of kind limit`() async throws {
    let (server, client, transport) = try tenant { _, connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n")
      let piece = [UInt8](repeating: 120, count: 1 << 16)
      while !connection.waitForEnd(atMost: 0) { connection.write(piece) }
      return false
    }
    let error = try await failure { try await client.send(APIRequest(.get, "/api/users")) }
    #expect(error.kind == .limit && error.code == "response_too_large")
    transport.shutdown()
    server.stop()
  }

  @Test func `a redirect is an answer and is never followed`() async throws {
    let (server, client, transport) = try tenant { request, connection in
      connection.answer(302, headers: [("Location", request.target)])
      return true
    }
    let answer = try await client.send(APIRequest(.get, "/api/loop"))
    #expect(answer.status == 302 && answer.location == "/api/loop")
    #expect(server.received.count == 2)
    transport.shutdown()
    server.stop()
  }

  @Test func `a cancelled write waits for its answer a while, and then says that the outcome is unknown`() async throws
  {
    let arrived = Gate()
    let (server, client, transport) = try tenant { _, connection in
      Task { await arrived.open() }
      connection.waitForEnd()
      return false
    }
    let task = Task { try await client.send(APIRequest(.post, "/api/users")) }
    await arrived.wait()
    task.cancel()
    let error = try await failure { try await task.value }
    #expect(error.kind == .cancelled && error.outcome == .unknown)
    #expect(writes(server) == 1)
    transport.shutdown()
    server.stop()
  }
}

/// False the first time, true ever after.
private final class SharedFlag: Sendable {
  private let isRaised = Atomic(false)

  func raise() -> Bool { isRaised.exchange(true, ordering: .sequentiallyConsistent) }
}
