import LuaRuntime
import Testing

@Suite struct SessionTests {
  @Test func globalsStayBetweenRuns() throws {
    let state = try TestHost().state()
    #expect(state.run("x = 40").error == nil)
    #expect(state.run("return x + 2").values == ["42"])
  }

  @Test func standardGlobalsAreRestored() throws {
    let state = try TestHost().state()
    let damage = """
      setmetatable(_G, {__index = function() error('trap') end, __newindex = error})
      tostring = error
      print, pcall, string, table, host, _G._G = nil
      """
    #expect(state.run(damage).error == nil)
    #expect(
      state.run("return tostring(1), string.upper('a'), host ~= nil, undefined, _G._G == _G").values
        == ["1", "A", "true", "nil", "true"])
  }

  @Test func aRunAfterAStopIsUnharmed() throws {
    let state = try TestHost().state(limits: Limits(time: .milliseconds(30), memory: .megabytes(8)))
    for _ in 0..<3 {
      #expect(
        state.run("co = coroutine.wrap(function() while true do coroutine.yield(1) end end) while true do co() end")
          .error?.fields["limit"] == "time")
      #expect(state.run("local s = 0 for i = 1, 1000 do s = s + 1 end pcall(co) return s").values == ["1000"])
    }
  }

  @Test func aRunAfterOneThatUsedUpTheMemoryHasMemory() throws {
    let state = try TestHost().state(limits: Limits(memory: .megabytes(8)))
    for _ in 0..<3 {
      #expect(state.run("local t = {} while true do t[#t + 1] = ('x'):rep(1e5) end").error?.fields["limit"] == "memory")
      #expect(state.run("return #('x'):rep(4e6)").values == ["4000000"])
    }
  }

  @Test func aNewRunReplacesOneThatWaits() throws {
    let host = TestHost()
    host.waiting("wait")
    let state = try host.state()
    try state.load(Array("co = coroutine.create(function() host.wait() end) coroutine.resume(co)".utf8), name: "a")
    guard case .waiting = state.resume() else {
      Issue.record("it does not wait")
      return
    }
    // What waits inside of a run that is gone cannot be woken by the script.
    #expect(state.run("return coroutine.resume(co)").values == ["false", "cannot resume non-suspended coroutine"])
  }

  @Test func aSyntaxErrorLeavesTheSessionAsItWas() throws {
    let state = try TestHost().state()
    #expect(state.run("x = 1").error == nil)
    #expect(state.run("x = = 2").error != nil)
    #expect(state.run("return x").values == ["1"])
  }

  @Test func resumingWithoutARunFails() throws {
    let state = try TestHost().state()
    guard case .failed = state.resume() else {
      Issue.record("it does not fail")
      return
    }
  }
}
