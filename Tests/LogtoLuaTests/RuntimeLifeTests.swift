import HTTPTransport
import LogtoClient
import LuaRuntime
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// A runtime's beginning and end: who is let in, what a shutdown does, what is left.
@Suite struct RuntimeLifeTests {
  private func runtime(_ options: RuntimeOptions = RuntimeOptions()) throws -> LogtoRuntime {
    let account = try Account.user(endpoint: "http://127.0.0.1:1", token: "user-token")
    return LogtoRuntime(
      client: LogtoClient(account: account, transport: CurlTransport()), limits: Limits(time: nil), options: options)
  }

  /// A module `host` whose `wait` ends when the gate is opened.
  private func gate(_ runtime: LogtoRuntime) -> MeetingPoint {
    let point = MeetingPoint(2)
    runtime.register(
      "host",
      [
        .function("wait") { _ in
          await point.arrive()
          return true
        }
      ])
    return point
  }

  @Test func `a shutdown lets a script end within its grace`() async throws {
    let runtime = try runtime()
    let gate = gate(runtime)
    let script = Task { await runtime.run("host.wait() return 'done'") }
    try await eventually { runtime.load.scripts == 1 }
    let shutdown = Task { await runtime.shutdown(grace: .seconds(3600)) }
    try await eventually { runtime.load.isShuttingDown }
    #expect(await runtime.run("return 1").error?.message == "the runtime is shut down")
    await gate.arrive()
    #expect(await script.value.value == "done")
    await shutdown.value
  }

  @Test func `several shutdowns at once all end`() async throws {
    let runtime = try runtime()
    let gate = gate(runtime)
    let script = Task { await runtime.run("host.wait()") }
    try await eventually { runtime.load.scripts == 1 }
    let shutdowns = (0..<3).map { _ in Task { await runtime.shutdown(grace: .seconds(3600)) } }
    try await eventually { runtime.load.isShuttingDown }
    await gate.arrive()
    for shutdown in shutdowns { await shutdown.value }
    #expect(await script.value.isOK)
  }

  @Test func `cancelling a shutdown ends its grace`() async throws {
    let runtime = try runtime()
    let script = Task { await runtime.run("sleep(3600)") }
    try await eventually { runtime.load.scripts == 1 }
    let shutdown = Task { await runtime.shutdown(grace: .seconds(3600)) }
    try await eventually { runtime.load.isShuttingDown }
    shutdown.cancel()
    await shutdown.value
    #expect(await script.value.error?.fields["limit"] == "cancelled")
  }

  @Test func `a caller that is cancelled while it waits to be let in leaves`() async throws {
    let runtime = try runtime(RuntimeOptions(scriptsAtOnce: 1))
    let gate = gate(runtime)
    let first = Task { await runtime.run("host.wait() return 1") }
    try await eventually { runtime.load.scripts == 1 }
    let second = Task { await runtime.run("return 2") }
    try await eventually { runtime.load.waiting == 1 }
    second.cancel()
    #expect(await second.value.error?.message == "the run was cancelled before it began")
    let third = Task { await runtime.run("return 3") }
    try await eventually { runtime.load.waiting == 1 }
    await gate.arrive()
    #expect(await first.value.value == "1")
    #expect(await third.value.value == "3")
  }

  @Test func `a text of a session that is cancelled while it waits its turn is not run`() async throws {
    let runtime = try runtime()
    let gate = gate(runtime)
    let session = runtime.makeSession()
    let first = Task { await session.run("x = 1 host.wait()") }
    try await eventually { runtime.load.scripts == 1 }
    let second = Task { await session.run("x = 2") }
    second.cancel()
    #expect(await second.value.error?.fields["limit"] == "cancelled")
    await gate.arrive()
    #expect(await first.value.isOK)
    #expect(await session.run("return x").value == "1")
  }

  @Test func `a runtime that is let go of leaves nothing`() async throws {
    weak var left: Sentinel?
    weak var pool: ScriptPool?
    weak var gone: LogtoRuntime?
    do {
      let sentinel = Sentinel()
      left = sentinel
      var options = RuntimeOptions()
      options.log = { [sentinel] _ in sentinel.touch() }
      options.metrics = { [sentinel] _ in sentinel.touch() }
      let runtime = try runtime(options)
      runtime.register(
        "host",
        [
          .function("wait") { [sentinel] _ in
            sentinel.touch()
            await Task.yield()
            return true
          }
        ])
      #expect(await runtime.run("log('x') sleep(0.001) return host.wait()").value == "true")
      let session = runtime.makeSession()
      _ = await session.run("x = host.wait()")
      (pool, gone) = (runtime.pool, runtime)
    }
    #expect(gone == nil)
    // Threads hold the pool until they have ended.
    try await eventually { pool == nil && left == nil }
  }

  @Test func `a host hears of every script that ended`() async throws {
    let heard = Mutex<[RuntimeMetric]>([])
    var options = RuntimeOptions()
    options.metrics = { metric in heard.withLock { $0.append(metric) } }
    let runtime = try runtime(options)
    _ = await runtime.run("return 1")
    _ = await runtime.run("error('x')")
    #expect(heard.withLock { $0.map(\.result) } == ["ok", "script"])
    #expect(heard.withLock { $0.allSatisfy { $0.memoryPeak > 0 && $0.elapsed > .zero } })
  }
}
