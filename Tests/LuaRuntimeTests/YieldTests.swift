import LuaRuntime
import Testing

/// Waits for the host at every kind of place in a script.
@Suite struct YieldTests {
  static let yielding: [String: String] = [
    "the main part": "return host.wait()",
    "a function": "local function f() return (host.wait()) end return f()",
    "pcall": "local ok, v = pcall(host.wait) return ok and v",
    "a function in pcall": "local ok, v = pcall(function() return host.wait() end) return ok and v",
    "xpcall": "local ok, v = xpcall(function() return host.wait() end, print) return ok and v",
    "pcall in pcall": "local _, _, v = pcall(pcall, host.wait) return v",
    "a coroutine": "local co = coroutine.create(host.wait) local ok, v = coroutine.resume(co) return ok and v",
    "wrap": "return coroutine.wrap(function() return host.wait() end)()",
    "wrap in wrap in pcall": """
    local ok, v = pcall(coroutine.wrap(function() return coroutine.wrap(function() return host.wait() end)() end))
    return ok and v
    """,
    "a generator": """
    local function items() return coroutine.wrap(function()
      for i = 1, 3 do coroutine.yield(host.wait()) end
    end) end
    local last
    for v in items() do last = v end
    return last
    """,
    "an iterator": """
    local n = 0
    local last
    for v in function() n = n + 1 return n < 3 and host.wait() or nil end do last = v end
    return last
    """,
    "__index": "return setmetatable({}, {__index = function() return host.wait() end}).x",
    "__index of the host": "return setmetatable({}, {__index = function(t, k) return (host.wait()) end}).x",
    "__newindex": """
    local v
    setmetatable({}, {__newindex = function() v = host.wait() end}).x = 1
    return v
    """,
    "__add": "return setmetatable({}, {__add = function() return host.wait() end}) + 1",
    "__concat": "return setmetatable({}, {__concat = function() return host.wait() end}) .. 'x'",
    "__eq": """
    local v
    local m = {__eq = function() v = host.wait() return true end}
    return setmetatable({}, m) == setmetatable({}, m) and v
    """,
    "__lt": """
    local v
    local m = {__lt = function() v = host.wait() return true end}
    return setmetatable({}, m) < setmetatable({}, m) and v
    """,
    "__len": "return #setmetatable({}, {__len = function() return host.wait() end})",
    "__call": "return setmetatable({}, {__call = function() return host.wait() end})()",
    "__close": """
    local v
    do local x <close> = setmetatable({}, {__close = function() v = host.wait() end}) end
    return v
    """,
    "__close on an error": """
    local v
    pcall(function()
      local x <close> = setmetatable({}, {__close = function() v = host.wait() end})
      error('x')
    end)
    return v
    """,
    "__pairs": """
    local v
    for _ in pairs(setmetatable({}, {__pairs = function() v = host.wait() return next, {} end})) do end
    return v
    """,
    "a loaded chunk": "return load('return host.wait()')()",
  ]

  /// Places where Lua has C on its stack that cannot be left.
  static let blocking: [String: String] = [
    "a sort comparator": """
    local v
    table.sort({1, 2}, function(a, b) v = host.wait() return a < b end)
    return v
    """,
    "a sort's own comparison": """
    local v
    local m = { __lt = function() v = host.wait() return false end }
    table.sort({ setmetatable({}, m), setmetatable({}, m) })
    return v
    """,
    "a gsub table": "return (('x'):gsub('x', setmetatable({}, {__index = function() return host.wait() end})))",
    "__index in ipairs": """
    local v
    for _, x in ipairs(setmetatable({}, {__index = function(_, i) return i == 1 and host.wait() or nil end})) do v = x end
    return v
    """,
    "__newindex in table.insert": """
    local v
    table.insert(setmetatable({}, {__newindex = function() v = host.wait() end}), 1)
    return v
    """,
    "__index in table.remove": """
    return table.remove(setmetatable({}, {
      __index = function() return host.wait() end, __newindex = function() end, __len = function() return 1 end,
    }))
    """,
    "__index in table.move": """
    return table.move(setmetatable({}, {__index = function() return host.wait() end}), 1, 1, 1, {})[1]
    """,
    "__index in table.unpack": """
    return table.unpack(setmetatable({}, {__index = function() return host.wait() end}), 1, 1)
    """,
    "__len in table.unpack": """
    local v
    table.unpack(setmetatable({}, {__len = function() v = host.wait() return 0 end}))
    return v
    """,
    "__tostring in string.format": """
    return string.format('%s', setmetatable({}, {__tostring = function() return host.wait() end}))
    """,
    "__tostring in print": """
    local v
    print(setmetatable({}, {__tostring = function() v = host.wait() return v end}))
    return v
    """,
    "an operator on a string": "return 'x' + setmetatable({}, {__add = function() return host.wait() end})",
    "the end of a failed wrap": """
    local v
    pcall(coroutine.wrap(function()
      local x <close> = setmetatable({}, {__close = function() v = host.wait() end})
      error('x')
    end))
    return v
    """,
    "a gsub callback": "return (('x'):gsub('x', function() return host.wait() end))",
    "__tostring": "return tostring(setmetatable({}, {__tostring = function() return host.wait() end}))",
    "__index in table.concat": """
    return table.concat(setmetatable({}, {__index = function() return host.wait() end, __len = function() return 1 end}))
    """,
    "a load reader": """
    local v
    load(function() v = host.wait() return nil end)
    return v
    """,
    "a message handler": "local _, v = xpcall(error, function() return host.wait() end) return v",
    "coroutine.close": """
    local v
    local co = coroutine.create(function()
      local x <close> = setmetatable({}, {__close = function() v = host.wait() end})
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
    return v
    """,
    "a coroutine in a sort comparator": """
    local v
    table.sort({1, 2}, function(a, b) v = coroutine.wrap(function() return host.wait() end)() return a < b end)
    return v
    """,
  ]

  @Test(arguments: yielding.keys.sorted()) func waitsWithoutAThread(_ name: String) throws {
    let host = TestHost()
    host.waiting("wait")
    let outcome = try host.run(try #require(Self.yielding[name]))
    #expect(outcome.error == nil)
    #expect(outcome.value == "over")
    #expect(outcome.waits >= 1)
    #expect(host.blocked.isEmpty)
  }

  @Test(arguments: blocking.keys.sorted()) func blocksItsThread(_ name: String) throws {
    let host = TestHost()
    host.waiting("wait")
    let outcome = try host.run(try #require(Self.blocking[name]))
    #expect(outcome.error == nil)
    #expect(outcome.value == "over")
    #expect(outcome.waits == 0)
    #expect(!host.blocked.isEmpty)
  }

  @Test func theTextOfAnErrorAtTheEndMayWait() throws {
    let host = TestHost()
    host.waiting("wait")
    let outcome = try host.run("error(setmetatable({}, {__tostring = function() return host.wait() end}))")
    #expect(outcome.error?.message == "over")
    #expect(!host.blocked.isEmpty)
  }

  @Test func aFailureAfterAWaitIsRaisedWhereTheScriptWaits() throws {
    let host = TestHost()
    host.waiting("wait") { _ in .failure(LuaError(kind: .http, message: "404: not found", fields: ["status": 404])) }
    let outcome = try host.run("local ok, e = pcall(host.wait) return ok, e.kind, e.status, e.where, tostring(e)")
    #expect(outcome.values == ["false", "http", "404", "test.lua:1", "test.lua:1: 404: not found"])
  }

  @Test func aWaitMayLeadToAnotherWait() throws {
    let host = TestHost()
    host.function("wait") { [unowned host] _ in host.wait(for: host.wait(for: .result(.string("second")))) }
    let outcome = try host.run("return coroutine.wrap(function() return host.wait() end)()")
    #expect(outcome.value == "second")
    #expect(outcome.waits == 2)
  }

  @Test func aScriptCannotForgeAWait() throws {
    let outcome = try TestHost().run("coroutine.yield('host')")
    #expect(outcome.error?.message == "attempt to yield from outside a coroutine")
    #expect(outcome.waits == 0)
  }

  @Test func yieldedValuesOfTheScriptStayItsOwn() throws {
    let host = TestHost()
    host.waiting("wait")
    let outcome = try host.run(
      """
      local co = coroutine.wrap(function(a)
        local b = coroutine.yield(a .. host.wait())
        return b .. host.wait()
      end)
      return co('a'), co('b')
      """)
    #expect(outcome.values == ["aover", "bover"])
  }

  @Test func aDeadlineThatPassesWhileAScriptWaitsEndsItWhenItIsResumed() throws {
    let host = TestHost()
    host.waiting("wait")
    let state = try host.state()
    try state.load(Array("pcall(host.wait) print('on')".utf8), name: "test.lua")
    guard case .waiting = state.resume() else {
      Issue.record("it does not wait")
      return
    }
    state.stop(.time)
    guard case .failed(let error) = state.resume() else {
      Issue.record("it does not fail")
      return
    }
    #expect(error.fields["limit"] == "time")
    #expect(host.text == "")
  }

  @Test func aStopWhileAThreadIsBlockedEndsTheRun() throws {
    let host = TestHost()
    host.waiting("wait")
    let state = try host.state()
    host.onBlock = { [weak state] _ in state?.stop(.cancelled) }
    let outcome = state.run("table.sort({1, 2}, function() pcall(host.wait) print('on') end)")
    #expect(outcome.error?.fields["limit"] == "cancelled")
    #expect(host.text == "")
  }

  @Test func anEndlessScriptIsPreempted() throws {
    let host = TestHost()
    let state = try host.state()
    let sources = [
      "while true do end",
      "coroutine.wrap(function() pcall(function() while true do end end) end)()",
      "for _ in function() return 1 end do local t = setmetatable({}, {__add = function() return 1 end}) + 1 end",
    ]
    for source in sources {
      try state.load(Array(source.utf8), name: "test.lua")
      for _ in 0..<5 {
        guard case .preempted = state.resume(slice: .milliseconds(2)) else {
          Issue.record("it is not preempted")
          return
        }
      }
    }
  }

  @Test func aPreemptedScriptGoesOnWhereItWas() throws {
    let source = """
      local sum = 0
      local f = coroutine.wrap(function() for i = 1, 3000000 do sum = sum + i end return sum end)
      return f()
      """
    let outcome = try TestHost().run(source, slice: .milliseconds(1))
    #expect(outcome.values == ["4500001500000"])
    #expect(outcome.preemptions > 0)
  }
}
