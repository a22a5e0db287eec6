import Testing

@_spi(Audit) @testable import LuaRuntime

/// Out of memory at every allocation of a run: each time the run ends as it does undisturbed, or with the memory limit;
/// and whatever was taken is given back.
@Suite struct MemoryInjectionTests {
  static let scripts: [String: String] = [
    "tables": "local t = {} for i = 1, 50 do t[i] = {i, name = 'n' .. i} end return #t, t[50].name",
    "closures":
      "local function make(n) return function() n = n + 1 return n end end local f = make(1) return f() + f()",
    "strings":
      "local s = {} for w in ('a b c d'):gmatch('%a') do s[#s + 1] = w:upper():rep(100) end return #table.concat(s)",
    "gsub with a callback": "return (('hello'):gsub('l', function(c) return c .. c end))",
    "format and pack": "return string.format('%5.2f|%q|%s', 1.5, 'x', {} ~= nil), #string.pack('i4z', 7, 'abc')",
    "pcall and errors":
      "return pcall(error, {message = 'm'}), select(2, pcall(function() local x = nil; return x.y end))",
    "xpcall": "return xpcall(function() error('x') end, function(m) return m .. '!' end)",
    "coroutines": """
    local co = coroutine.wrap(function(...) local a = coroutine.yield(...) return a .. 'z' end)
    return co(1), co('y')
    """,
    "resumes that fail": """
    local dead = coroutine.create(function() end)
    coroutine.resume(dead)
    local function nest() return coroutine.wrap(nest)() end
    return coroutine.resume(dead), coroutine.resume(coroutine.running()), (pcall(nest))
    """,
    "an error in a message handler": "return xpcall(error, function(m) error(m) end)",
    "__close": """
    local log = {}
    local function guarded(n) return setmetatable({}, {__close = function() log[#log + 1] = n end}) end
    pcall(function() local a <close> = guarded('a') local b <close> = guarded('b') error('x') end)
    return table.concat(log)
    """,
    "load": "return load('local a = ... return a * 2')(21), load('x =')",
    "deep recursion": "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(2000)",
    "tostring":
      "local t = {} return tostring(t), tostring(print), tostring(1.5), tostring(setmetatable({}, {__name = 'n'}))",
    "libraries":
      "return math.floor(2.5), os.date('!%Y', 0), utf8.char(228), #table.pack(1, 2), next({}), string.upper('x')",
    "first uses": """
    local kept = pcall(function() host.x = 1 end)
    return kept, rawget(utf8, 'char') ~= nil, next(os) ~= nil, tostring(host), select(2, pcall(table.concat)),
      (pcall(setmetatable, coroutine, {})), json.decode('[null]')[1] == json.null, inspect(json) ~= '{}'
    """,
    "json":
      "local v = json.decode('{\"a\":[1,2,{\"b\":null}],\"c\":\"x\"}') return json.encode(v.a), v.c, json.encode{x = {}}",
    "print": "print('x', 1, {a = 1}, nil) return inspect({1, {2}})",
    "sort": "local t = {5, 3, 9, 1} table.sort(t, function(a, b) return a > b end) return table.concat(t, ',')",
    "a host call": "return host.echo('value', {1}), host.list().items[2].name",
    "a wait": "return coroutine.wrap(function() return host.wait() end)(), pcall(host.wait)",
    "a blocked wait": "local v table.sort({1, 2}, function(a, b) v = host.wait() return a < b end) return v",
    "a failure": "local ok, e = pcall(host.fail) return ok, e.kind, e.status, tostring(e)",
    "an uncaught failure": "host.fail()",
    "an uncaught table": "error({code = 7})",
    "an uncaught object": "error(setmetatable({}, {__tostring = function() return 'own text' end}))",
    "a namespace": "local n = 0 for k, v in pairs(host) do n = n + 1 end return n, host.absent",
    "the prelude": "return twice(21)",
    "a stack of varargs": "local function f(...) return select('#', ...) end return f(table.unpack({}, 1, 3000))",
  ]

  func host() -> TestHost {
    let host = TestHost()
    host.function("echo") { .result(.string($0.string(0) ?? "")) }
    host.function("list") { _ in
      .result(.value(["items": [["name": "a"], ["name": "b"]], "total": 2]))
    }
    host.function("fail") { _ in .failure(LuaError(kind: .http, message: "404", fields: ["status": 404])) }
    host.waiting("wait")
    host.preludes["m"] = "local host = ... return { twice = function(n) return n * 2, host.echo('x') end }"
    return host
  }

  struct Ending: Equatable {
    var values: [String]
    var error: String?
    var limit: String?
  }

  func ending(_ source: String, failing place: UInt64, count: UInt64 = 2) throws -> (Ending, Int64, UInt64) {
    let host = host()
    let state = try host.state()
    if place > 0 { state.failAllocations(first: place, count: count) }
    let before = state.allocations
    var outcome: Outcome
    do throws(LuaError) {
      try state.define("twice", .prelude(module: "m", field: "twice"))
      outcome = state.run(source)
    } catch {
      outcome = Outcome(error: error, values: [])
    }
    let made = state.allocations - before
    let limit = outcome.error?.kind == .limit ? outcome.error?.fields["limit"]?.stringValue : nil
    return (Ending(values: outcome.values, error: outcome.error?.message, limit: limit), state.closeChecked(), made)
  }

  @Test(arguments: scripts.keys.sorted()) func endsWellWhereverMemoryFails(_ name: String) throws {
    let source = try #require(Self.scripts[name])
    let (undisturbed, balance, _) = try ending(source, failing: 0)
    #expect(balance == 0)
    #expect(undisturbed.limit == nil)
    let (_, _, total) = try ending(source, failing: .max / 2)
    #expect(total > 10)
    var limited = 0
    for place in stride(from: 1, through: total, by: Int(max(1, total / 300))) {
      for count in [1, 2, 1000] as [UInt64] {
        let (ending, balance, _) = try ending(source, failing: place, count: count)
        #expect(balance == 0, "\(count) from allocation \(place)")
        if ending.limit != nil {
          limited += 1
          #expect(ending.limit == "memory", "\(count) from allocation \(place)")
        } else {
          #expect(ending == undisturbed, "\(count) from allocation \(place)")
        }
      }
    }
    #expect(limited > min(total, 300) / 2)
  }

  @Test func aStateThatCannotBeMadeLeavesNothing() {
    for bytes in stride(from: 0, to: 40_000, by: 97) {
      let state = try? LuaState(limits: Limits(memory: .bytes(bytes)), host: TestHost())
      if let state { #expect(state.closeChecked() == 0) }
    }
  }
}
