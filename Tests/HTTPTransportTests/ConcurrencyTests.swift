// Many requests on one thread, and the queue of a host.

import TestSupport
import Testing

@testable import HTTPTransport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite(.timeLimit(.minutes(1))) struct ConcurrencyTests {
  /// Answers nobody before so many requests have arrived.
  private func barrier(_ count: Int) throws -> FaultServer {
    let arrived = Shared(0)
    let all = Signal()
    return try FaultServer { connection in
      while let request = connection.readRequest() {
        let number = arrived.withLock { arrived in
          arrived += 1
          return arrived
        }
        if number == count { all.fire() }
        all.block()
        connection.answer(200, body: request.target)
      }
    }
  }

  private func sendAll(_ count: Int, _ url: String, on transport: CurlTransport) async -> Int {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<count {
        group.addTask(executorPreference: transport) {
          let answer = try? await transport.send(HTTPRequest(.get, url + "/\(index)"))
          return answer?.body == Array("/\(index)".utf8)
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
  }

  @Test func twoHundredAreInFlightOnOneThread() async throws {
    let server = try barrier(200)
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 200))
    #expect(await sendAll(200, server.url, on: transport) == 200)
    #expect(server.connectionCount == 200)
  }

  @Test func twoHundredAreInFlightWithPollToo() async throws {
    let server = try barrier(200)
    defer { server.stop() }
    let transport = CurlTransport(
      driver: .ownThread, options: TransportOptions(maxRequestsPerHost: 200), poller: PollPoller())
    #expect(await sendAll(200, server.url, on: transport) == 200)
  }

  @Test func noMoreThanTheLimitReachAHostAtOnce() async throws {
    let state = Shared((now: 0, most: 0))
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        state.withLock { state in
          state.now += 1
          state.most = max(state.most, state.now)
        }
        connection.waitForEnd(atMost: 1)
        state.withLock { $0.now -= 1 }
        connection.answer(200, body: request.target)
      }
    }
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 3))
    #expect(await sendAll(60, server.url, on: transport) == 60)
    #expect(state.withLock { $0.most } <= 3)
    #expect(server.connectionCount <= 3)
  }

  @Test func waitingForOneHostDoesNotHoldUpAnother() async throws {
    let arrived = Signal()
    let stuck = try FaultServer { connection in
      _ = connection.readRequest()
      arrived.fire()
      connection.waitForEnd()
    }
    let quick = try FaultServer.answering()
    defer {
      stuck.stop()
      quick.stop()
    }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1))
    let waiting = Task { try await transport.send(HTTPRequest(.get, stuck.url)) }
    await arrived.wait()
    #expect(try await transport.send(HTTPRequest(.get, quick.url)).status == 200)
    waiting.cancel()
    _ = await waiting.result
  }

  @Test func timeInTheQueueCounts() async throws {
    let arrived = Signal()
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      arrived.fire()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1))
    let first = Task { try await transport.send(HTTPRequest(.get, server.url)) }
    await arrived.wait()
    let failure = try await transport.failure(of: HTTPRequest(.post, server.url, timeout: .milliseconds(50)))
    #expect(failure.reason == .timeout)
    #expect(failure.sent == .nothing)
    first.cancel()
    _ = await first.result
  }

  @Test func aConnectionServesOneRequestAfterTheOther() async throws {
    let server = try FaultServer.answering("[]")
    defer { server.stop() }
    let transport = CurlTransport()
    for sample in Sample.allCases + Sample.allCases {
      #expect(try await transport.send(sample.request(server.url)).body == Array("[]".utf8))
    }
    #expect(server.connectionCount == 1)
  }
}
