// A server stops in order, and notices clients that went away.

import HTTPServer
import Synchronization
import TestSupport
import Testing

struct StoppingTests {
  /// What a handler waits for, and whether it was cancelled.
  final class Probe: Sendable {
    let started = AsyncStream<Void>.makeStream()
    let cancelled = AsyncStream<Void>.makeStream()

    func waitUntilCancelled() async -> ServerResponse {
      started.continuation.yield()
      let forever = AsyncStream<Void>.makeStream()
      for await _ in forever.stream {}
      cancelled.continuation.yield()
      return .text("cancelled")
    }
  }

  private func next(_ stream: AsyncStream<Void>) async {
    for await _ in stream { return }
  }

  @Test("a client that goes away cancels its handler")
  func vanished() async throws {
    let probe = Probe()
    let server = try HTTPServer.start(routes: [.task("GET", "/wait") { _ in await probe.waitUntilCancelled() }])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
    await next(probe.started.stream)
    client.close()
    await next(probe.cancelled.stream)
    await server.stop()
  }

  @Test("a reader of a stream that goes away ends the writer")
  func vanishedReader() async throws {
    let ended = AsyncStream<Void>.makeStream()
    let server = try HTTPServer.start(routes: [
      .task("GET", "/events") { _ in
        .events { stream in
          do { while true { try await stream.send(data: "tick") } } catch { ended.continuation.yield() }
        }
      }
    ])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(client.read(until: Array("tick".utf8)) != nil)
    client.close()
    await next(ended.stream)
    await server.stop()
  }

  @Test("a reader of a silent stream that goes away ends the writer too")
  func vanishedSilentReader() async throws {
    let ended = AsyncStream<Void>.makeStream()
    let server = try HTTPServer.start(routes: [
      .task("GET", "/events") { _ in
        .events { stream in
          try? await stream.send(data: "tick")
          let forever = AsyncStream<Void>.makeStream()
          for await _ in forever.stream {}
          ended.continuation.yield()
        }
      }
    ])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(client.read(until: Array("tick".utf8)) != nil)
    client.close()
    await next(ended.stream)
    await server.stop()
  }

  @Test("a request under way is answered before the server stops")
  func graceful() async throws {
    let started = AsyncStream<Void>.makeStream()
    let go = AsyncStream<Void>.makeStream()
    let server = try HTTPServer.start(routes: [
      .task("GET", "/wait") { _ in
        started.continuation.yield()
        for await _ in go.stream { break }
        return .text("done")
      }
    ])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
    await next(started.stream)
    async let stopped: Void = server.stop(grace: .seconds(30))
    go.continuation.yield()
    #expect(client.answer()?.text == "done")
    await stopped
    #expect(RawClient(port: server.port) == nil)
  }

  @Test("after the grace a handler is cancelled and its client answered")
  func cancelled() async throws {
    let probe = Probe()
    let server = try HTTPServer.start(routes: [.task("GET", "/wait") { _ in await probe.waitUntilCancelled() }])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
    await next(probe.started.stream)
    await server.stop(grace: .zero)
    #expect(client.answer() != nil)
  }

  @Test("a handler that ignores being cancelled does not hold the server up")
  func stubborn() async throws {
    let started = AsyncStream<Void>.makeStream()
    let release = Mutex<CheckedContinuation<Void, Never>?>(nil)
    let server = try HTTPServer.start(routes: [
      .task("GET", "/wait") { _ in
        await withCheckedContinuation { continuation in
          release.withLock { $0 = continuation }
          started.continuation.yield()
        }
        return .text("too late")
      }
    ])
    let client = try #require(RawClient(port: server.port))
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n")
    await next(started.stream)
    await server.stop(grace: .zero)
    #expect(client.answer()?.status == 503)
    release.withLock { $0 }?.resume()
  }

  @Test("a server that is let go of stops")
  func letGo() throws {
    var server: HTTPServer? = try makeServer()
    let port = try #require(server?.port)
    let client = try #require(RawClient(port: port))
    #expect(client.request("GET", "/hello/x")?.status == 200)
    server = nil
    #expect(RawClient(port: port) == nil)
  }

  @Test("stopping with many waiting requests, streams and idle connections ends them all")
  func crowd() async throws {
    for _ in 0..<5 {
      let started = AsyncStream<Void>.makeStream()
      let server = try HTTPServer.start(routes: [
        .task("GET", "/wait") { _ in
          started.continuation.yield()
          let forever = AsyncStream<Void>.makeStream()
          for await _ in forever.stream {}
          return .text("cancelled")
        },
        .task("GET", "/events") { _ in
          .events { stream in
            started.continuation.yield()
            try? await stream.write([UInt8](repeating: 0x78, count: 100_000))
            let forever = AsyncStream<Void>.makeStream()
            for await _ in forever.stream {}
          }
        },
        .immediate("GET", "/now") { _ in .text("now") },
      ])
      var clients: [RawClient] = []
      for index in 0..<60 {
        let client = try #require(RawClient(port: server.port))
        client.send("GET /\(["wait", "events", "now"][index % 3]) HTTP/1.1\r\nHost: a\r\n\r\n")
        clients.append(client)
      }
      var iterator = started.stream.makeAsyncIterator()
      for _ in 0..<40 { _ = await iterator.next() }
      await server.stop(grace: .zero)
      #expect(RawClient(port: server.port) == nil)
    }
  }
}
