import HTTPTransport
import LogtoClient
import LuaRuntime
import TestSupport
import Testing

@testable import LogtoLua

/// Scripts share the threads of a runtime, whatever one of them does.
@Suite struct FairnessTests {
  /// Compute without end inside of C functions, where no script can be interrupted and another take its turn.
  static let stuck = [
    "table.sort({ 3, 1, 2 }, function() while true do end end)",
    "(('x'):gsub('x', function() while true do end end))",
    "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
    "(('a'):rep(60000):find(('.-'):rep(8) .. 'b'))",
  ]

  private func runtime(_ options: RuntimeOptions, _ tenant: FakeTenant) throws -> LogtoRuntime {
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
    return LogtoRuntime(
      client: LogtoClient(account: account, transport: CurlTransport()), limits: Limits(time: nil), options: options)
  }

  @Test func `what leaves a queue has come in before, in order`() {
    var queue = Fifo<Int>()
    var next = 0
    var expected = 0
    for round in 0..<300 {
      for _ in 0..<(round % 7) {
        queue.put(next)
        next += 1
      }
      for _ in 0..<(round % 5) where !queue.isEmpty {
        #expect(queue.take() == expected)
        expected += 1
      }
      #expect(queue.count == next - expected)
    }
  }

  @Test func `scripts that cannot be interrupted where they are leave the others their turns`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let runtime = try runtime(RuntimeOptions(threads: 2), tenant)
    let tasks = (Self.stuck + Self.stuck).map { source in Task { await runtime.run("return " + source) } }
    for _ in 0..<20 {
      #expect(await runtime.run("return logto.get_user{ user_id = 'u' }.id").value == "x")
    }
    for task in tasks {
      task.cancel()
      #expect(await task.value.error?.fields["limit"] == "cancelled")
    }
    #expect(await runtime.run("return 1").value == "1")
    // Their threads end with them.
    try await eventually { runtime.pool.size <= 4 }
  }

  @Test func `scripts that compute without end leave the others their turns, on threads of their own`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let runtime = try runtime(RuntimeOptions(threads: 2), tenant)
    let tasks = (0..<8).map { _ in Task { await runtime.run("while true do end") } }
    for _ in 0..<20 {
      #expect(await runtime.run("return logto.get_user{ user_id = 'u' }.id").value == "x")
    }
    // Scripts that compute long share what there is: each goes on.
    let long = await runtime.run("local n = 0 for i = 1, 5000000 do n = n + i end return n")
    #expect(long.value == "12500002500000")
    // Those that a busy machine made to look stuck end soon.
    try await eventually { runtime.pool.size <= 4 }
    for task in tasks {
      task.cancel()
      #expect(await task.value.error?.fields["limit"] == "cancelled")
    }
  }

  @Test func `there are no more threads than allowed`() async throws {
    let tenant = try FakeTenant()
    let runtime = try runtime(RuntimeOptions(threads: 2, threadsAtMost: 5), tenant)
    // Two of the five are for scripts that compute long where they can be interrupted.
    let tasks = (0..<6).map { _ in Task { await runtime.run(Self.stuck[0]) } }
    try await eventually { runtime.pool.size == 3 && runtime.load.scripts == 6 }
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value.error?.fields["limit"] == "cancelled") }
    #expect(runtime.pool.size <= 3)
  }

  @Test func `a call where Lua cannot yield holds up no other script`() async throws {
    let answer = MeetingPoint(5)
    let tenant = try FakeTenant(answering: { request, _ in
      if request.pathSegments.last == "slow" { await answer.arrive() }
      return .json(Array(#"{"id":"x"}"#.utf8))
    })
    let runtime = try runtime(RuntimeOptions(threads: 2), tenant)
    // Several at once wait for several answers, each with its thread.
    let tasks = (0..<4).map { _ in
      Task {
        await runtime.run(
          "table.sort({ 2, 1 }, function(a, b) logto.get_user{ user_id = 'slow' } return a < b end) return 'done'")
      }
    }
    try await eventually { tenant.seen.count == 4 }
    #expect(await runtime.run("return logto.get_user{ user_id = 'u' }.id").value == "x")
    await answer.arrive()
    for task in tasks { #expect(await task.value.value == "done") }
  }
}

struct NeverHappened: Error {}

/// Waits for what happens on other threads. A minute is for machines that are very busy.
func eventually(_ condition: () -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(60)
  while !condition() {
    if ContinuousClock.now > end { throw NeverHappened() }
    try await Task.sleep(for: .milliseconds(1))
  }
}
