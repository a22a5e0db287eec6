import LuaRuntime
import Testing

@Suite struct LimitTests {
  static let small = Limits(time: .seconds(20), memory: .megabytes(4))

  @Test(arguments: [
    "return ('x'):rep(1e10)", "local t = {} while true do t[#t + 1] = ('x'):rep(1e5) end",
    "local s = 'x' while true do s = s .. s end", "while true do pcall(string.rep, 'x', 1e8) end",
    "local t = {} for i = 1, 1e9 do t[i] = i end", "local t = {} while true do t[{}] = {} end",
    "local t = {} while true do t[#t + 1] = function() return t end end",
    "return table.concat({('x'):rep(1e6), ('x'):rep(1e6), ('x'):rep(1e6), ('x'):rep(1e6)}):rep(9)",
    "local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(1e5) end end) end",
    "local t = {} coroutine.wrap(function() while true do t[#t + 1] = ('x'):rep(1e5) end end)()",
    "return load('return {' .. ('{},'):rep(200000) .. '}')()",
    "local x <close> = setmetatable({}, {__close = function() while true do end end}) return ('x'):rep(1e9)",
    "local t = {} for i = 1, 20000 do t[i] = i end for i = 1, 100 do t[i] = {table.unpack(t)} end",
    "string.format('%99.99f', 1):rep(1e8)", "json.encode(('x'):rep(3e6))",
  ])
  func memoryEndsTheRun(_ code: String) throws {
    let error = try #require(try TestHost().run(code, limits: Self.small).error)
    #expect(error.kind == .limit)
    #expect(error.fields["limit"] == "memory", "\(error)")
  }

  @Test func memoryOfARunNeverPassesItsLimit() throws {
    let state = try TestHost().state(limits: Self.small)
    _ = state.run("local t = {} while true do t[#t + 1] = ('x'):rep(1e4) end")
    #expect(state.usage.memoryPeak <= .bytes(Self.small.memory.bytes + (64 << 10)))
    #expect(state.usage.memoryPeak > .megabytes(3))
  }

  @Test func deepRecursionIsAnErrorThatCanBeCaught() throws {
    let code = """
      local depth = 0
      local function f() depth = depth + 1 return 1 + f() end
      local ok, message = pcall(f)
      return ok, message, depth > 10000
      """
    let values = try TestHost().run(code).values
    #expect(values[0] == "false")
    #expect(values[1].contains("stack overflow"))
    #expect(values[2] == "true")
  }

  @Test func deepRecursionThatNobodyCatchesSaysWhere() throws {
    let error = try #require(try TestHost().run("local function f()\nreturn 1 + f() end\nf()").error)
    #expect(error.kind == .script)
    #expect(error.message == "stack overflow")
    #expect(error.position == LuaPosition(chunk: "test.lua", line: 2))
  }

  @Test func aHandlerSeesDeepRecursionToo() throws {
    let code = """
      local function f() return 1 + f() end
      return xpcall(f, function(m) return 'handled ' .. m end)
      """
    #expect(try TestHost().run(code).values == ["false", "handled test.lua:1: stack overflow"])
  }

  @Test func deepRecursionInAllWaysEnds() throws {
    for code in [
      "local function f() return (pcall(f)) end return f()",
      "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k .. 'x'] end return t.a",
      "local function f() coroutine.wrap(f)() end f()", "local function f(s) return (s:gsub('.', f)) end return f('x')",
      "local function f(...) return f(1, ...) end f()", "return ('('):rep(300) .. load(('('):rep(300))",
      "string.rep('x', 10):find(('(x'):rep(40))",
    ] {
      _ = try TestHost().run(code, limits: Limits(time: .seconds(10), memory: .megabytes(32)))
    }
  }

  @Test func coroutinesThatCloseEachOtherEnd() throws {
    let code = """
      local previous
      for i = 1, 20000 do
        local before = previous
        local co = coroutine.create(function()
          local x <close> = setmetatable({}, {__close = function() if before then coroutine.close(before) end end})
          coroutine.yield()
        end)
        coroutine.resume(co)
        previous = co
      end
      return coroutine.close(previous)
      """
    let outcome = try TestHost().run(code, limits: Limits(time: .seconds(10), coroutines: 30_000))
    #expect(outcome.error == nil)
    #expect(outcome.values.first == "true")
  }

  @Test func aChainOfCallMetamethodsEndsSoon() throws {
    let code = """
      local a = setmetatable({}, {})
      getmetatable(a).__call = a
      return pcall(a)
      """
    let values = try TestHost().run(code, limits: Limits(time: .seconds(10), memory: .megabytes(64))).values
    #expect(values[0] == "false")
    #expect(values[1].hasSuffix("stack overflow"))
  }

  @Test func tooManyCoroutinesEndTheRun() throws {
    let code = "local t = {} while true do t[#t + 1] = coroutine.create(print) end"
    let error = try #require(try TestHost().run(code, limits: Limits(coroutines: 100)).error)
    #expect(error.fields["limit"] == "coroutines")
  }

  @Test func coroutinesThatHaveEndedDoNotCount() throws {
    let code = "for i = 1, 5000 do coroutine.wrap(function() return i end)() end return 'done'"
    #expect(try TestHost().run(code, limits: Limits(coroutines: 50)).value == "done")
  }

  @Test func tooMuchOutputEndsTheRunAfterWhatFits() throws {
    let host = TestHost()
    let error = try #require(
      try host.run("while true do pcall(print, ('x'):rep(100)) end", limits: Limits(output: .kilobytes(1))).error)
    #expect(error.fields["limit"] == "output")
    #expect(host.output.count == 1024)
  }

  @Test func aSourceOverItsLimitIsNotCompiled() throws {
    let limits = Limits(source: .bytes(100))
    let long = String(repeating: " ", count: 101)
    #expect(try TestHost().run(long, limits: limits).error?.fields["limit"] == "source")
    #expect(try TestHost().run("pcall(load, (' '):rep(200))", limits: limits).error?.fields["limit"] == "source")
  }

  @Test func aLimitThatTheHostFindsCannotBeCaught() throws {
    let host = TestHost()
    host.function("call") { _ in .failure(.limit(.calls, "the run made more than its 3 calls")) }
    let error = try #require(try host.run("while true do pcall(host.call) end").error)
    #expect(error.kind == .limit)
    #expect(error.fields["limit"] == "calls")
    #expect(error.message == "the run made more than its 3 calls")
  }

  @Test func aMemoryLimitTooSmallToBeginIsAnErrorOfItsOwn() throws {
    for bytes in [0, 100, 1000, 5000, 9000] {
      #expect(throws: LuaError.self) { try LuaState(limits: Limits(memory: .bytes(bytes)), host: TestHost()) }
    }
  }

  @Test func aMessageOfMemoryIsNoMemoryError() throws {
    #expect(try TestHost().run("return pcall(error, 'not enough memory')").values == ["false", "not enough memory"])
  }

  @Test func usageIsReported() throws {
    let state = try TestHost().state()
    _ = state.run("local co = coroutine.wrap(function() coroutine.yield() end) co() for i = 1, 1e6 do end print('abc')")
    let usage = state.usage
    #expect(usage.cpu > .zero)
    #expect(usage.memory > .kilobytes(5))
    #expect(usage.output == .bytes(4))
    #expect(usage.coroutinesPeak == 1)
  }
}
