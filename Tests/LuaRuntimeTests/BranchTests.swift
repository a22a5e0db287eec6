import LuaRuntime
import Testing

/// What the prelude's scheduler is made of.
@Suite struct BranchTests {
  /// Runs functions at once, a small scheduler: each answers in the order in which the host has its waits over.
  static let scheduler = """
    local host = ...
    local function all(...)
      local results, waits, count = {}, {}, 0
      local function note(i, branch, what, ...)
        if what == "wait" then
          waits[...] = { i, branch }
          count = count + 1
        elseif what == "done" then results[i] = (...)
        else error((...), 0) end
      end
      for i, f in ipairs({...}) do
        local branch = host.branch(f)
        note(i, branch, host.resume(branch))
      end
      while count > 0 do
        local ids = {}
        for id in pairs(waits) do ids[#ids + 1] = id end
        table.sort(ids, function(a, b) return a > b end)
        local over = host.any(table.unpack(ids))
        local i, branch = table.unpack(waits[over])
        waits[over] = nil
        count = count - 1
        note(i, branch, host.resume(branch))
      end
      return results
    end
    return { all = all, branch = host.branch, resume = host.resume, close = host.close }
    """

  func state(_ host: TestHost, limits: Limits = .standard) throws -> LuaState {
    host.preludes["parallel"] = Self.scheduler
    host.function("any") { [unowned host] arguments in
      host.wait(for: .result(.integer(arguments.integer(0) ?? 0)))
    }
    host.waiting("wait") { arguments in .result(.string("over " + (arguments.string(0) ?? ""))) }
    let state = try host.state(limits: limits)
    for name in ["all", "branch", "resume", "close"] {
      try state.define(name, .prelude(module: "parallel", field: name))
    }
    return state
  }

  @Test func branchesWaitAtOnce() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local order = {}
      local r = all(
        function() local v = host.wait('a') order[#order + 1] = 'a' return v end,
        function() local v = coroutine.wrap(function() return host.wait('b') end)() order[#order + 1] = 'b' return v end,
        function() return 'c' end)
      return r[1], r[2], r[3], table.concat(order)
      """)
    #expect(outcome.error == nil)
    #expect(outcome.values == ["over a", "over b", "c", "ba"])
    #expect(outcome.waits == 2)
  }

  @Test func branchesMayHaveBranches() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local r = all(
        function() return table.concat(all(function() return host.wait('1') end, function() return host.wait('2') end)) end,
        function() return table.concat(all(function() return host.wait('3') end, function() return host.wait('4') end)) end)
      return r[1], r[2]
      """)
    #expect(outcome.error == nil)
    #expect(outcome.values == ["over 1over 2", "over 3over 4"])
    #expect(host.blocked.isEmpty)
  }

  @Test func branchesWorkWhereTheSchedulerMustBlock() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local r
      table.sort({1, 2}, function(a, b) r = all(function() return host.wait('x') end) return a < b end)
      return r[1]
      """)
    #expect(outcome.error == nil)
    #expect(outcome.value == "over x")
    #expect(!host.blocked.isEmpty)
  }

  @Test func aScriptCannotTouchABranchThatWaits() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local thread, inner
      local b = branch(function()
        thread = coroutine.running()
        inner = coroutine.create(function() return host.wait('x') end)
        return coroutine.resume(inner)
      end)
      local what = resume(b)
      local _, closing = pcall(coroutine.close, inner)
      return what, select(2, coroutine.resume(thread)), select(2, coroutine.resume(inner)), coroutine.status(inner),
        closing, select(2, pcall(coroutine.close, thread)), select(3, resume(b))
      """)
    #expect(outcome.error == nil)
    #expect(
      outcome.values == [
        "wait", "cannot resume non-suspended coroutine", "cannot resume non-suspended coroutine", "normal",
        "cannot close a normal coroutine", "cannot close a normal coroutine", "over x",
      ])
  }

  @Test func anErrorInABranchIsAValue() throws {
    let outcome = try state(TestHost()).run("return resume(branch(function() error('x', 0) end))")
    #expect(outcome.values == ["error", "x"])
  }

  @Test func closingABranchRunsWhatItHasToClose() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local b = branch(function()
        local x <close> = setmetatable({}, {__close = function() print('closed') end})
        host.wait('x')
      end)
      resume(b)
      close(b)
      return pcall(resume, b)
      """)
    #expect(outcome.error == nil)
    #expect(host.text == "closed\n")
    #expect(outcome.values.first == "false")
  }

  @Test func whatABranchHasToCloseMayWait() throws {
    let host = TestHost()
    let outcome = try state(host).run(
      """
      local b = branch(function()
        local x <close> = setmetatable({}, {__close = function() print(host.wait('y')) end})
        host.wait('x')
      end)
      resume(b)
      close(b)
      """)
    #expect(outcome.error == nil)
    #expect(host.text == "over y\n")
    #expect(!host.blocked.isEmpty)
  }

  @Test func anEndlessBranchIsStoppedAndPreempted() throws {
    let host = TestHost()
    let state = try state(host, limits: Limits(time: .milliseconds(100)))
    let outcome = state.run(
      "all(function() host.wait('x') while true do pcall(function() while true do end end) end end)",
      slice: .milliseconds(5))
    #expect(outcome.error?.fields["limit"] == "time")
    #expect(outcome.preemptions > 0)
  }
}
