import LuaRuntime
import Testing

/// Scripts that try to go on for ever, each in its own way. The run's time ends every one of them.
@Suite struct LoopAttackTests {
  static let attacks: [String: String] = [
    "a plain loop": "while true do end",
    "a loop that makes garbage": "while true do local t = {} end",
    "a loop in pcall": "while true do pcall(function() while true do end end) end",
    "pcall of pcall": "local function f() while true do pcall(f) end end f()",
    "pcall that churns": "while true do pcall(error) end",
    "xpcall with a handler that loops":
      "xpcall(function() error('x') end, function() while true do end end)",
    "a handler of a handler":
      "local function h() error('again') end while true do xpcall(error, h) end",
    "a loop in a coroutine": "coroutine.wrap(function() while true do end end)()",
    "a loop in nested coroutines": """
    local function nest(n) if n == 0 then while true do end end coroutine.wrap(nest)(n - 1) end
    nest(50)
    """,
    "coroutines without end": "while true do coroutine.wrap(function() coroutine.yield() end)() end",
    "resume and yield without end": """
    local co = coroutine.create(function() while true do coroutine.yield() end end)
    while true do coroutine.resume(co) end
    """,
    "a coroutine that catches": """
    local co = coroutine.wrap(function() while true do pcall(function() while true do end end) end end)
    while true do pcall(co) end
    """,
    "a metamethod": "local t = setmetatable({}, {__index = function(t, k) while true do end end}) return t.x",
    "arithmetic by metamethod": "local t = setmetatable({}, {__add = function() while true do end end}) return t + 1",
    "a comparison": """
    local m = {__lt = function() while true do end end}
    return setmetatable({}, m) < setmetatable({}, m)
    """,
    "a concatenation": "return setmetatable({}, {__concat = function() while true do end end}) .. 'x'",
    "__tostring": "print(setmetatable({}, {__tostring = function() while true do end end}))",
    "an iterator": "for _ in function() return 1 end do end",
    "an iterator that loops": "for _ in function() while true do end end do end",
    "pairs by metamethod": "for _ in pairs(setmetatable({}, {__pairs = function() while true do end end})) do end",
    "a sort comparator": "table.sort({3, 2, 1}, function() while true do end end)",
    "a gsub callback": "('x'):rep(100):gsub('x', function() while true do end end)",
    "a load reader": "load(function() while true do end end)",
    "a load reader again and again": "while true do load(function() return nil end) end",
    "__close": "do local x <close> = setmetatable({}, {__close = function() while true do end end}) end",
    "__close on the way out of the stop": """
    local x <close> = setmetatable({}, {__close = function() while true do end end})
    while true do end
    """,
    "coroutine.close": """
    local co = coroutine.create(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
    """,
    "wrap that closes": """
    local f = coroutine.wrap(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      error('x')
    end)
    pcall(f)
    """,
    "tail calls": "local function f() return f() end f()",
    "goto": "::a:: goto a",
    "a repeat loop around pcall": "repeat until pcall(function() while true do end end) == 7",
    "an error whose text loops": "error(setmetatable({}, {__tostring = function() while true do end end}))",
    "a pattern": "('a'):rep(200):find(('a*'):rep(30) .. 'b')",
    "string.rep": "while true do local s = ('x'):rep(1e5) end",
    "a numeric loop": "for i = 1, math.maxinteger do end",
    "a metamethod chain through select": "while true do select('#', table.unpack({}, 1, 200)) end",
    "stack overflow again and again": "local function f() return 1 + f() end while true do pcall(f) end",
    "deep recursion of wrap": "local function f() coroutine.wrap(f)() end while true do pcall(f) end",
    "compiling": "local s = 'return ' .. ('a or '):rep(60000) .. 'a' while true do load(s) end",
    "a chain of __call": """
    local a = setmetatable({}, {})
    getmetatable(a).__call = a
    while true do pcall(a) end
    """,
  ]

  @Test(arguments: attacks.keys.sorted()) func endsWithItsTime(_ name: String) throws {
    let source = try #require(Self.attacks[name])
    let limits = Limits(time: .milliseconds(60), memory: .megabytes(32))
    let start = ContinuousClock.now
    let error = try #require(try TestHost().run(source, limits: limits).error)
    #expect(error.kind == .limit)
    #expect(error.fields["limit"] == "time")
    // A machine that builds beside the tests is slow; a script that goes on is slower.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: attacks.keys.sorted()) func endsWhenAnotherThreadStopsIt(_ name: String) throws {
    let source = try #require(Self.attacks[name])
    let host = TestHost()
    let state = try host.state(limits: Limits(time: .seconds(60), memory: .megabytes(32)))
    let stopper = Thread(milliseconds: 20) { state.stop(.cancelled) }
    let error = try #require(state.run(source).error)
    stopper.join()
    #expect(error.fields["limit"] == "cancelled")
  }

  @Test func cpuTimeIsALimitOfItsOwn() throws {
    let limits = Limits(time: .seconds(60), cpu: .milliseconds(30))
    let error = try #require(try TestHost().run("while true do end", limits: limits).error)
    #expect(error.fields["limit"] == "cpu")
  }

  @Test func nothingOfTheScriptRunsAfterTheStop() throws {
    let host = TestHost()
    var calls = 0
    host.function("mark") { _ in
      calls += 1
      return .nothing
    }
    let source = """
      local function guarded(f) return setmetatable({}, {__close = f}) end
      local mark = host.mark
      local a <close> = guarded(mark)
      local co = coroutine.wrap(function()
        local b <close> = guarded(function() mark() end)
        xpcall(function()
          local c <close> = guarded(function() mark() end)
          while true do end
        end, function() mark() end)
        mark()
      end)
      pcall(co)
      mark()
      """
    let error = try #require(try host.run(source, limits: Limits(time: .milliseconds(40))).error)
    #expect(error.fields["limit"] == "time")
    #expect(calls == 0)
  }
}
