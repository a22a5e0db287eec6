import LuaRuntime
import Testing

/// What the main part of a script has still to close when it ends by an error.
@Suite struct ClosingTests {
  /// `closing(name, f)`: a value that prints its name and the error when it is closed, and then calls `f`.
  static let head = """
    local function closing(name, f)
      return setmetatable({}, {__close = function(_, e) print(name, tostring(e)) if f then f(e) end end})
    end

    """

  @Test func `an uncaught error closes the variables of the main part, the last first, with the error`() throws {
    let host = TestHost()
    let outcome = try host.run(
      Self.head + "local a <close> = closing('a') do local b <close> = closing('b') error('no', 0) end")
    #expect(outcome.error?.message == "no")
    #expect(outcome.error?.position?.line == 4)
    #expect(outcome.error?.traceback.isEmpty == false)
    #expect(host.text == "b\tno\na\tno\n")
  }

  @Test(arguments: ["error({code = 1})", "local t = nil; t.x = 1", "local function f() return 1 + f() end f()"])
  func `whatever the error is, it is closed and the error stays`(_ code: String) throws {
    let host = TestHost()
    let plain = try #require(try TestHost().run(Self.head + code).error)
    let error = try #require(try host.run(Self.head + "local a <close> = closing('a') " + code).error)
    #expect(error.message == plain.message)
    #expect(error.position == plain.position)
    #expect(host.text.hasPrefix("a\t"))
  }

  @Test func `an error while closing replaces the first one, and the rest is closed with it`() throws {
    let host = TestHost()
    let outcome = try host.run(
      Self.head + """
        local a <close> = closing('a')
        local b <close> = closing('b', function() error('second', 0) end)
        error('first', 0)
        """)
    #expect(outcome.error?.message == "second")
    #expect(host.text == "b\tfirst\na\tsecond\n")
  }

  @Test func `a value is closed once, and a run that ends well closes as before`() throws {
    let host = TestHost()
    #expect(try host.run(Self.head + "local a <close> = closing('a') return 1").values == ["1"])
    #expect(host.text == "a\tnil\n")
  }

  @Test func `closing may call the host, and blocks where that waits`() throws {
    let host = TestHost()
    host.waiting("delete")
    let outcome = try host.run(
      Self.head + "local a <close> = closing('a', function() print(host.delete()) end) error('no', 0)")
    #expect(outcome.error?.message == "no")
    #expect(host.text == "a\tno\nover\n")
    #expect(host.blocked.count == 1)
  }

  @Test func `closing cannot yield`() throws {
    let outcome = try TestHost().run(Self.head + "local a <close> = closing('a', coroutine.yield) error('no', 0)")
    #expect(outcome.error?.message == "attempt to yield from outside a coroutine")
  }

  @Test func `closing is under the limits of the run`() throws {
    let endless = Self.head + "local a <close> = closing('a', function() while true do end end) error('no')"
    let limits = Limits(time: .milliseconds(50), memory: .megabytes(8))
    #expect(try TestHost().run(endless, limits: limits).error?.fields["limit"] == "time")
    let large = Self.head + "local a <close> = closing('a', function() return ('x'):rep(1e8) end) error('no')"
    #expect(try TestHost().run(large, limits: Limits(memory: .megabytes(8))).error?.fields["limit"] == "memory")
  }

  @Test(arguments: [
    "while true do end", "local t = {} for i = 1, 1e9 do t[i] = i end", "print(('x'):rep(1e6))",
    "local t = {} for i = 1, 1e6 do t[i] = coroutine.create(print) end",
  ])
  func `after a limit nothing is closed`(_ code: String) throws {
    let host = TestHost()
    let limits = Limits(time: .milliseconds(200), memory: .megabytes(8), output: .kilobytes(10), coroutines: 50)
    let outcome = try host.run(
      Self.head + "local a <close> = closing('a') local b <close> = setmetatable({}, {__close = print}) " + code,
      limits: limits)
    #expect(outcome.error?.kind == .limit)
    #expect(!host.text.contains("a\t"))
    #expect(!host.text.contains("table"))
  }

  @Test func `the next run of a session is unharmed`() throws {
    let host = TestHost()
    let state = try host.state()
    for _ in 0..<3 {
      let failed = state.run(Self.head + "local a <close> = closing('a', function() x = 1 end) error('no', 0)")
      #expect(failed.error?.message == "no")
      #expect(state.run("return x").values == ["1"])
    }
  }
}
