import HTTPServer
import HTTPTransport
import JSON
import LogtoClient
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua
@_spi(Audit) @testable import LuaRuntime

/// Cancellation at every point where a script waits: nothing goes on, and nothing is left.
@Suite struct CancellationTests {
  /// Waits in every way there is, with something after each wait that would write.
  static let script = """
    local closing <close> = setmetatable({}, { __close = function() logto.create_user{ username = 'late' } end })
    local function write(id) return logto.update_user{ user_id = id, name = 'x' } end
    logto.get_user{ user_id = 'u' }
    write('u')
    pcall(write, 'p')
    parallel.map({ 1, 2, 3, 4 }, function(n)
      logto.get_user{ user_id = 'm' .. n }
      write('m' .. n)
      sleep(100)
    end, { concurrency = 2 })
    parallel.settle{
      function() parallel.all{ function() write('a') end, function() host.wait() write('b') end } end,
      function() error('fails') end,
    }
    for user in logto.each('list_users') do if user.id == 'u7' then write('e') end end
    local all = logto.all('list_roles')
    sleep(100)
    host.wait()
    local next_id = coroutine.wrap(function()
      for i = 1, 2 do coroutine.yield(write('c' .. i).id) end
    end)
    next_id() next_id()
    xpcall(function() write('x') error('y') end, function() return logto.get_user{ user_id = 'h' } end)
    table.sort({ 2, 1 }, function(a, b) write('s') host.wait() return a < b end)
    return 'done'
    """

  /// What runs the script: a runtime, or a thread that waits with it.
  enum Runner: CaseIterable { case runtime, thread }

  private struct Result {
    var outcome: Outcome
    /// Bytes that the state did not give back; nil where that cannot be asked.
    var lost: Int64?
    var tenantSawWrites = 0
    var isFreed = true
  }

  private func tenant(_ watch: AwaitWatch) throws -> FakeTenant {
    try FakeTenant(answering: { request, _ in
      if watch.moment == .waiting, watch.arrive(), request.method == "GET" {
        // Ends when the client has gone.
        try? await Task.sleep(for: .seconds(3600))
      }
      guard request.pathSegments.last == "users" || request.pathSegments.last == "roles", request.method == "GET" else {
        return .json(Array(#"{"id":"x"}"#.utf8))
      }
      let count = request.queryTexts.contains("page=1") ? 100 : 20
      let list = (0..<count).map { JSONValue.object(["id": .string("u\($0)")]) }
      var answer = ServerResponse.json(JSONValue.array(list).encoded())
      answer.headers.append(ServerHeader("Total-Number", "120"))
      return answer
    })
  }

  private func run(_ runner: Runner, _ watch: AwaitWatch) async throws -> Result {
    let tenant = try tenant(watch)
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    let host = HostModule(
      "host",
      [
        .function("wait") { _ in
          try await watch.wait {}
          return .null
        }
      ])
    var result =
      switch runner {
      case .runtime: try await inRuntime(account, host, watch)
      case .thread: await onThread(account, host, watch)
      }
    result.tenantSawWrites = tenant.seen.count { $0.method != "GET" }
    await tenant.stop()
    return result
  }

  private func inRuntime(_ account: Account, _ host: HostModule, _ watch: AwaitWatch) async throws -> Result {
    let curl = CurlTransport()
    defer { curl.shutdown() }
    let transport = WatchedTransport(curl, watch)
    let runtime = LogtoRuntime(
      client: LogtoClient(account: account, transport: transport), policy: .everything, limits: Limits(time: nil),
      options: RuntimeOptions(threads: 2))
    runtime.register(host.name, host.functions)
    weak var left: Sentinel?
    let isReady = WaitCell<Bool>()
    let task: Task<Outcome, Never>
    do {
      let sentinel = Sentinel()
      left = sentinel
      task = Task { [sentinel] in
        await isReady.wait()
        return await runtime.run(Self.script, output: { [sentinel] _ in sentinel.touch() })
      }
    }
    watch.onTarget { task.cancel() }
    isReady.fill(true)
    var result = Result(outcome: await task.value)
    // What the thread that had the last turn still holds, it lets go of when it takes another one.
    for _ in 0..<1000 where left != nil { _ = await runtime.run("return 1") }
    result.isFreed = left == nil
    await runtime.shutdown()
    return result
  }

  private func onThread(_ account: Account, _ host: HostModule, _ watch: AwaitWatch) async -> Result {
    await OwnThread.run {
      let curl = CurlTransport(driver: .caller)
      let driver = RunDriver(
        transport: WatchedTransport(curl, watch), executor: curl, turn: { curl.drive(until: $0, deadline: $1) },
        wake: { curl.wake() })
      let run = Run(
        RunConfiguration(limits: Limits(time: nil), clients: ClientSource(account)), driver: driver, modules: [host])
      let canceller = run.canceller
      watch.onTarget { canceller.cancel() }
      var result = Result(outcome: run.execute(Array(Self.script.utf8), name: "script"))
      result.lost = run.machine.state?.closeChecked()
      // What was cancelled ends on the loop, wherever it was woken.
      while watch.counts.sleeps > 0 {
        curl.drive(until: { watch.counts.sleeps == 0 }, deadline: .now + .milliseconds(5))
      }
      curl.finish()
      return result
    }
  }

  @Test(arguments: Runner.allCases, AwaitWatch.Moment.allCases)
  func `cancelling at each wait in turn leaves nothing behind and begins no write after it`(
    _ runner: Runner, _ moment: AwaitWatch.Moment
  ) async throws {
    let whole = AwaitWatch(moment)
    let done = try await run(runner, whole)
    #expect(done.outcome.value == "done", "\(done.outcome.failure)")
    #expect(done.tenantSawWrites == done.outcome.writes.count)
    #expect(whole.counts.awaits > 30)
    for target in 1... {
      let watch = AwaitWatch(moment, at: target)
      let result = try await run(runner, watch)
      let counts = watch.counts
      // The one after the last.
      if !counts.isCancelled {
        #expect(target > 30)
        #expect(result.outcome.value == "done", "\(result.outcome.failure)")
        break
      }
      #expect(result.outcome.error?.fields["limit"] == "cancelled", "at wait \(target): \(result.outcome.failure)")
      #expect(counts.lateWrites == 0, "at wait \(target)")
      #expect(counts.requests == 0, "at wait \(target)")
      #expect(result.tenantSawWrites == counts.begunWrites, "at wait \(target)")
      #expect(result.outcome.writes.count == counts.begunWrites, "at wait \(target)")
      #expect(result.isFreed, "at wait \(target)")
      if let lost = result.lost { #expect(lost == 0, "at wait \(target)") }
      try await eventually { watch.counts.sleeps == 0 }
    }
  }

  @Test(arguments: Runner.allCases)
  func `cancelling ends a call where Lua cannot yield`(_ runner: Runner) async throws {
    let watch = AwaitWatch(.waiting, at: 1)
    let tenant = try tenant(watch)
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    let source = "table.sort({ 2, 1 }, function(a, b) logto.get_user{ user_id = 'u' } return a < b end)"
    let outcome: Outcome
    switch runner {
    case .runtime:
      let runtime = LogtoRuntime(client: LogtoClient(account: account, transport: CurlTransport()))
      let task = Task { await runtime.run(source) }
      watch.onTarget { task.cancel() }
      outcome = await task.value
    case .thread:
      outcome = await OwnThread.run {
        let run = Run(RunConfiguration(clients: ClientSource(account)))
        let canceller = run.canceller
        watch.onTarget { canceller.cancel() }
        return run.execute(Array(source.utf8), name: "script")
      }
    }
    #expect(outcome.error?.fields["limit"] == "cancelled", "\(outcome.failure)")
    await tenant.stop()
  }
}
