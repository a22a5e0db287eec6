import LuaRuntime
import Synchronization
import Testing

/// Interrupts from other threads, as many as there can be, while a script makes and frees what the interrupt walks over.
@Suite struct InterruptStormTests {
  static let churning: [String: String] = [
    "pcall": """
    local sum = 0
    local function f(n) if n > 0 then local _, v = pcall(f, n - 1) return v + 1 end return 1 end
    for i = 1, 6000 do sum = sum + f(i % 30) end
    return sum
    """,
    "coroutines": """
    local sum = 0
    for i = 1, 8000 do
      local co = coroutine.wrap(function(n) for k = 1, n do coroutine.yield(k) end return 0 end)
      for k = 1, 5 do sum = sum + co(5) end
    end
    return sum
    """,
    "metamethods and closes": """
    local sum = 0
    local t = setmetatable({}, {__index = function(t, k) return k end, __add = function(a, b) return b end})
    for i = 1, 20000 do
      local x <close> = setmetatable({}, {__close = function() sum = sum + 1 end})
      sum = sum + t[1] + (t + 1)
    end
    return sum
    """,
    "errors": """
    local sum = 0
    for i = 1, 8000 do
      if not pcall(function() local x <close> = setmetatable({}, {__close = function() end}) error({}) end) then
        sum = sum + 1
      end
    end
    return sum
    """,
  ]

  @Test(arguments: churning.keys.sorted()) func harmNothing(_ name: String) throws {
    let source = try #require(Self.churning[name])
    let undisturbed = try TestHost().run(source).values
    let state = try TestHost().state(limits: Limits(time: .seconds(120)))
    let over = Flag()
    let storms = (0..<2).map { _ in
      Thread { while !over.isUp { for _ in 0..<20 { state.preempt() } } }
    }
    let outcome = state.run(source)
    over.raise()
    for storm in storms { storm.join() }
    #expect(outcome.error == nil)
    #expect(outcome.values == undisturbed)
  }

  @Test func stopsAtAnyMomentHarmNothing() throws {
    for (index, source) in Self.churning.values.enumerated() {
      for delay in 0..<40 {
        let state = try TestHost().state(limits: Limits(time: .seconds(60), memory: .megabytes(8)))
        let stopper = Thread(microseconds: UInt32(delay * 97 + index)) { state.stop(.cancelled) }
        let outcome = state.run("while true do (function() \(source) end)() end")
        stopper.join()
        #expect(outcome.error?.fields["limit"] == "cancelled")
        #expect(state.run("return 1").values == ["1"])
      }
    }
  }
}

final class Flag: Sendable {
  private let flag = Atomic(false)
  var isUp: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}
