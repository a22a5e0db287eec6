import HTTPServer
import HTTPTransport
import JSON
import LogtoClient
import LuaRuntime
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// Many scripts in one process: `LogtoRuntime`.
@Suite struct RuntimeTests {
  private func runtime(
    _ tenant: FakeTenant, policy: Policy = .everything, limits: Limits = .standard,
    options: RuntimeOptions = RuntimeOptions()
  ) throws -> LogtoRuntime {
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    return LogtoRuntime(
      client: LogtoClient(account: account, transport: CurlTransport()), policy: policy, limits: limits,
      options: options)
  }

  @Test func `a script calls the tenant and gives its value, output, calls and usage`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u1"}"#)
    let outcome = try await runtime(tenant).run(
      "print(arg[1]) return logto.get_user{ user_id = 'u1' }.id", arguments: ["acme"])
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(outcome.value == "u1")
    #expect(outcome.printed == "acme\n")
    #expect(outcome.calls.map(\.operation) == ["get_user"])
    #expect(outcome.usage.memoryPeak.bytes > 0)
  }

  @Test func `scripts that wait hold no thread`() async throws {
    let gate = MeetingPoint(64)
    let tenant = try FakeTenant(answering: { _, _ in
      await gate.arrive()
      return .json(Array(#"{"id":"x"}"#.utf8))
    })
    // Two threads, and an answer that comes only once 64 scripts wait for it.
    let runtime = try runtime(tenant, options: RuntimeOptions(threads: 2))
    let values = await withTaskGroup(of: String?.self) { group in
      for number in 0..<64 {
        group.addTask { await runtime.run("return logto.get_user{ user_id = 'u\(number)' }.id").value }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values.count == 64)
    #expect(values.allSatisfy { $0 == "x" })
  }

  @Test func `endless scripts leave the others their turns`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let runtime = try runtime(tenant, options: RuntimeOptions(threads: 2))
    let endless = (0..<4).map { _ in Task { await runtime.run("while true do end") } }
    for _ in 0..<20 {
      #expect(await runtime.run("return logto.get_user{ user_id = 'u' }.id").value == "x")
    }
    for task in endless {
      task.cancel()
      #expect(await task.value.error?.fields["limit"] == "cancelled")
    }
  }

  @Test func `cancelling the task ends a script that waits, and no call is begun after that`() async throws {
    let arrived = WaitCell<Bool>()
    let tenant = try FakeTenant(answering: { _, number in
      arrived.fill(true)
      try? await Task.sleep(for: .seconds(60))
      return .json(Array("[]".utf8))
    })
    let runtime = try runtime(tenant)
    let task = Task { await runtime.run("logto.list_users() logto.list_users()") }
    await arrived.wait()
    task.cancel()
    let outcome = await task.value
    #expect(outcome.error?.fields["limit"] == "cancelled")
    #expect(tenant.seen.count == 1)
  }

  @Test func `a script that waits ends with its time`() async throws {
    let tenant = try FakeTenant()
    let runtime = try runtime(tenant, limits: Limits(time: .milliseconds(50)))
    #expect(await runtime.run("sleep(60)").error?.fields["limit"] == "time")
  }

  @Test(arguments: [
    "return 1", "sleep(0.001)", "logto.get_user{ user_id = 'u' }",
    "parallel.map({ 1, 2 }, function() sleep(0.001) end)",
    "error('x')", "local co = coroutine.wrap(function() sleep(0.001) end) co()",
  ])
  func `nothing of a script is left when it is over`(script: String) async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let runtime = try runtime(tenant)
    weak var left: Sentinel?
    do {
      let sentinel = Sentinel()
      left = sentinel
      _ = await runtime.run(script, output: { [sentinel] _ in sentinel.touch() })
    }
    // What the thread that had the last turn still holds, it lets go of when it takes another one.
    for _ in 0..<200 where left != nil { _ = await runtime.run("sleep(0.001)") }
    #expect(left == nil)
    await tenant.stop()
  }

  @Test func `a session keeps its globals`() async throws {
    let session = try runtime(try FakeTenant()).makeSession()
    _ = await session.run("x = 41")
    #expect(await session.run("return x + 1").value == "42")
  }

  @Test func `a cancelled text leaves the session usable`() async throws {
    let session = try runtime(try FakeTenant()).makeSession()
    _ = await session.run("x = 1")
    let task = Task { await session.run("sleep(60)") }
    await Task.yield()
    task.cancel()
    #expect(await task.value.error?.fields["limit"] == "cancelled")
    #expect(await session.run("return x").value == "1")
  }

  @Test func `host functions get arguments and give values, waiting or not`() async throws {
    let runtime = try runtime(try FakeTenant())
    runtime.register(
      "host",
      [
        .immediate("add") { .integer(($0[0].integerValue ?? 0) + ($0[1].integerValue ?? 0)) },
        .function("later") { arguments in
          await Task.yield()
          return ["got": arguments[0]]
        },
        .function("fails") { _ in throw HostFunctionError("no such mailbox", hint: "make one") },
      ])
    let outcome = await runtime.run(
      """
      local ok, err = pcall(host.fails)
      return host.add(1, 2) .. host.later({ a = 1 }).got.a .. tostring(ok) .. err.message .. err.hint
      """)
    #expect(outcome.value == "31falsehost.fails: no such mailboxmake one", "\(outcome.failure)")
  }

  @Test func `the strictest policy decides`() async throws {
    let tenant = try FakeTenant()
    let runtime = try runtime(tenant, policy: .holdDestructive)
    for call in ["logto.delete_user{ user_id = 'x' }", "logto.request{ method = 'DELETE', path = '/api/users/x' }"] {
      #expect(await runtime.run(call).error?.kind == .policy)
    }
    #expect(await runtime.run("logto.create_user{ username = 'x' }", policy: .readOnly).error?.kind == .policy)
    #expect(tenant.seen.isEmpty)
    #expect(await runtime.run("logto.create_user{ username = 'x' }").isOK)
  }

  @Test func `no more scripts are inside than are let in`() async throws {
    let tenant = try FakeTenant()
    let runtime = try runtime(tenant, options: RuntimeOptions(scriptsAtOnce: 2))
    let most = Mutex(0)
    runtime.register(
      "host",
      [
        .immediate("look") { _ in
          most.withLock { $0 = max($0, runtime.load.scripts) }
          return .null
        }
      ])
    await withTaskGroup { group in
      for _ in 0..<20 { group.addTask { _ = await runtime.run("host.look() sleep(0.001) host.look()") } }
    }
    #expect(most.withLock { $0 } == 2)
  }

  @Test func `a shutdown lets nobody in and waits for those inside`() async throws {
    let runtime = try runtime(try FakeTenant())
    let task = Task { await runtime.run("sleep(60)") }
    while runtime.load.scripts == 0 { await Task.yield() }
    await runtime.shutdown(grace: .milliseconds(20))
    #expect(await task.value.error?.fields["limit"] == "cancelled")
    #expect(await runtime.run("return 1").error != nil)
  }

  @Test func `parallel branches and iterators work in the pool as elsewhere`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let outcome = try await runtime(tenant).run(
      """
      return #parallel.map({ 1, 2, 3, 4 }, function(n) return logto.get_user{ user_id = 'u' .. n } end)
      """)
    #expect(outcome.value == "4", "\(outcome.failure)")
  }

  @Test func `where Lua cannot yield a call blocks its thread and is right all the same`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let outcome = try await runtime(tenant).run(
      """
      local list = { 3, 1, 2 }
      table.sort(list, function(a, b) logto.get_user{ user_id = 'u' } return a < b end)
      return table.concat(list, ',')
      """)
    #expect(outcome.value == "1,2,3", "\(outcome.failure)")
  }
}

/// Tells by its end that whatever held it has ended.
final class Sentinel: Sendable {
  func touch() {}
}
