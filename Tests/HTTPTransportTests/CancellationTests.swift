// Cancelling the task, at every stage of an exchange.

import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
  /// Starts the request, waits until the stage is reached, cancels, and gives the failure.
  private func cancel(
    _ request: HTTPRequest, on transport: CurlTransport = CurlTransport(), when stage: Signal
  ) async throws -> HTTPFailure {
    let task = Task { try await transport.failure(of: request) }
    await stage.wait()
    task.cancel()
    return try await task.value
  }

  @Test func beforeItIsSent() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport()
    let start = Signal()
    let task = Task {
      await start.wait()
      return try await transport.failure(of: Sample.post.request(server.url))
    }
    task.cancel()
    start.fire()
    let failure = try await task.value
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .nothing)
    #expect(server.received.isEmpty)
  }

  @Test func whileItWaitsForItsTurn() async throws {
    let arrived = Signal()
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      arrived.fire()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1))
    let first = Task { try await transport.failure(of: HTTPRequest(.get, server.url)) }
    await arrived.wait()
    let second = Task { try await transport.failure(of: Sample.post.request(server.url + "/second")) }
    second.cancel()
    let failure = try await second.value
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .nothing)
    first.cancel()
    _ = try await first.value
    #expect(server.received.count == 1)
  }

  @Test func whileItConnects() async throws {
    let stalled = try StalledPort()
    defer { stalled.stop() }
    let transport = CurlTransport()
    let task = Task { try await transport.failure(of: Sample.post.request("http://127.0.0.1:\(stalled.port)/")) }
    // The loop serves in order: when this has failed, the other one has begun.
    let refused = "http://127.0.0.1:\(try FaultServer.unusedPort())/"
    _ = try await transport.failure(of: HTTPRequest(.get, refused))
    task.cancel()
    let failure = try await task.value
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .nothing)
  }

  @Test(arguments: Sample.allCases)
  func whileTheServerThinks(_ sample: Sample) async throws {
    let (arrived, ended) = (Signal(), Signal())
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      arrived.fire()
      connection.waitForEnd()
      ended.fire()
    }
    defer { server.stop() }
    let failure = try await cancel(sample.request(server.url), when: arrived)
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .maybe)
    await ended.wait()
    #expect(server.received.count == 1)
  }

  @Test func whileTheBodyIsSent() async throws {
    let arrived = Signal()
    let ended = Signal()
    let server = try FaultServer { connection in
      _ = connection.readHead()
      connection.read(atMost: 10_000)
      arrived.fire()
      connection.waitForEnd()
      ended.fire()
    }
    defer { server.stop() }
    let request = HTTPRequest(.post, server.url, body: .bytes([UInt8](repeating: 65, count: 32 << 20)))
    let failure = try await cancel(request, when: arrived)
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .maybe)
    await ended.wait()
  }

  @Test func whileTheAnswerArrives() async throws {
    let half = Signal()
    let ended = Signal()
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
      half.fire()
      connection.waitForEnd()
      ended.fire()
    }
    defer { server.stop() }
    let failure = try await cancel(HTTPRequest(.get, server.url), when: half)
    #expect(failure.reason == .cancelled)
    #expect(failure.sent == .maybe)
    await ended.wait()
  }

  @Test func afterTheAnswerChangesNothing() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport()
    let task = Task { try await transport.send(HTTPRequest(.get, server.url)) }
    #expect(try await task.value.status == 200)
    task.cancel()
    #expect(try await transport.send(HTTPRequest(.get, server.url)).status == 200)
    #expect(server.connectionCount == 1)
  }

  @Test func aCancelledRequestGivesItsPlaceToTheNext() async throws {
    let arrived = Signal()
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target == "/first" {
          arrived.fire()
          connection.waitForEnd()
          return
        }
        connection.answer(200)
      }
    }
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1))
    let first = Task { try await transport.failure(of: HTTPRequest(.get, server.url + "/first")) }
    await arrived.wait()
    let second = Task { try await transport.send(HTTPRequest(.get, server.url + "/second")) }
    first.cancel()
    #expect(try await first.value.reason == .cancelled)
    #expect(try await second.value.status == 200)
  }

  /// Whatever the moment, the server sees each write at most once, and one that it saw is never called unsent.
  @Test func atRandomMoments() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport()
    let unsent = Shared<Set<String>>([])
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<300 {
        group.addTask {
          let task = Task { try await transport.send(Sample.post.request(server.url + "/\(index)")) }
          for _ in 0..<(index % 40) { await Task.yield() }
          task.cancel()
          if case .failure(let error) = await task.result, (error as? HTTPFailure)?.sent == .nothing {
            unsent.withLock { _ = $0.insert("/\(index)") }
          }
        }
      }
    }
    let seen = server.received.map(\.target)
    #expect(Set(seen).count == seen.count)
    #expect(unsent.withLock { $0 }.isDisjoint(with: seen))
  }
}
