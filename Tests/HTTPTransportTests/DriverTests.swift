// The loop as executor: which thread things run on, sleeping, waking, ending.

import Foundation
import TestSupport
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct DriverTests {
  @Test func everythingRunsOnTheThreadThatDrives() throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport(driver: .caller)
    let threads = Shared<Set<UInt>>([])
    let done = Shared(0)
    for _ in 0..<20 {
      Task(executorPreference: transport) {
        threads.withLock { _ = $0.insert(UInt(pthread_self())) }
        _ = try await transport.send(HTTPRequest(.get, server.url))
        threads.withLock { _ = $0.insert(UInt(pthread_self())) }
        try await transport.sleep(until: .now + .milliseconds(2))
        threads.withLock { _ = $0.insert(UInt(pthread_self())) }
        done.withLock { $0 += 1 }
      }
    }
    transport.drive(until: { done.withLock { $0 == 20 } })
    #expect(threads.withLock { $0 } == [UInt(pthread_self())])
  }

  @Test func nothingHappensWhileNobodyDrives() async throws {
    let transport = CurlTransport(driver: .caller)
    let ran = Shared(false)
    Task(executorPreference: transport) { ran.withLock { $0 = true } }
    #expect(!ran.withLock { $0 })
    transport.drive(until: { ran.withLock { $0 } })
    #expect(ran.withLock { $0 })
  }

  @Test func drivingEndsAtItsDeadline() {
    let transport = CurlTransport(driver: .caller)
    let deadline = ContinuousClock.now + .milliseconds(5)
    transport.drive(until: { false }, deadline: deadline)
    #expect(ContinuousClock.now >= deadline)
  }

  @Test func anotherThreadWakesTheOneThatDrives() {
    let transport = CurlTransport(driver: .caller)
    let done = Shared(false)
    Thread.detachNewThread {
      done.withLock { $0 = true }
      transport.wake()
    }
    transport.drive(until: { done.withLock { $0 } })
    #expect(done.withLock { $0 })
  }

  @Test func aJobFromAnotherThreadWakesTheOneThatDrives() {
    let transport = CurlTransport(driver: .caller)
    let done = Shared(false)
    Thread.detachNewThread {
      Task(executorPreference: transport) { done.withLock { $0 = true } }
    }
    transport.drive(until: { done.withLock { $0 } })
    #expect(done.withLock { $0 })
  }

  @Test func aJobMayDriveAgain() throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    let transport = CurlTransport(driver: .caller)
    let inner = Shared(0)
    let outer = Shared(false)
    Task(executorPreference: transport) {
      Task(executorPreference: transport) {
        let status = try await transport.send(HTTPRequest(.get, server.url)).status
        inner.withLock { $0 = status }
      }
      Self.drive(transport) { inner.withLock { $0 != 0 } }
      outer.withLock { $0 = true }
    }
    transport.drive(until: { outer.withLock { $0 } })
    #expect(inner.withLock { $0 } == 200)
  }

  private static func drive(_ transport: CurlTransport, until done: () -> Bool) {
    transport.drive(until: done)
  }

  @Test func sleepingEndsInOrder() {
    let transport = CurlTransport(driver: .caller)
    let order = Shared<[Int]>([])
    // All three begin in the first turn.
    for delay in [300, 100, 200] {
      Task(executorPreference: transport) {
        try? await transport.sleep(until: .now + .milliseconds(delay))
        order.withLock { $0.append(delay) }
      }
    }
    transport.drive(until: { order.withLock { $0.count == 3 } })
    #expect(order.withLock { $0 } == [100, 200, 300])
  }

  @Test func aSleepInThePastEndsAtOnce() async throws {
    try await CurlTransport().sleep(until: .now - .seconds(1))
  }

  @Test func aSleepThatIsCancelledThrows() async throws {
    let transport = CurlTransport()
    let task = Task { try await transport.sleep(until: .now + .seconds(1_000)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func shuttingDownEndsWhatIsUnderWayAndRefusesTheRest() async throws {
    let arrived = Signal()
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      arrived.fire()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let transport = CurlTransport(options: TransportOptions(maxRequestsPerHost: 1))
    let running = Task { try await transport.failure(of: Sample.post.request(server.url)) }
    await arrived.wait()
    let waiting = Task { try await transport.failure(of: HTTPRequest(.get, server.url)) }
    let sleeping = Task { try await transport.sleep(until: .now + .seconds(1_000)) }
    transport.shutdown()
    let failure = try await running.value
    #expect(failure.reason == .closed && failure.sent == .maybe)
    let other = try await waiting.value
    #expect(other.reason == .closed && other.sent == .nothing)
    await #expect(throws: CancellationError.self) { try await sleeping.value }
    #expect(try await transport.failure(of: HTTPRequest(.get, server.url)).reason == .closed)
  }

  @Test func aTransportThatIsShutDownEndsItsThreadAndIsFreed() async throws {
    let server = try FaultServer.answering()
    defer { server.stop() }
    weak var gone: CurlTransport?
    do {
      let transport = CurlTransport()
      gone = transport
      _ = try await transport.send(HTTPRequest(.get, server.url))
      transport.shutdown()
    }
    while gone != nil { await Task.yield() }
  }
}
