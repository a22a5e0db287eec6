// The input is a script. It is run with `logto` and all else that scripts have, against answers of our own, in small
// limits. The promises: it ends; it takes no more than the limits say; its error is of a kind that is documented, a
// limit where the run was ended; the next run of the session finds its globals whole; nothing is left of the state.
import FuzzSupport
@_spi(Audit) import LogtoLua
@_spi(Audit) import LuaRuntime
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The wall time is wide, since the machine may be busy; `sleep` takes none of it.
let limits = Limits(
  time: .seconds(60), cpu: .milliseconds(40), memory: .kilobytes(1024), output: .kilobytes(16), result: .kilobytes(16),
  source: .kilobytes(32), calls: 30, depth: 32, coroutines: 100)
/// What the run may take beyond its CPU time: one instruction on large values, and the sanitizers' share.
let grace = 4.0

let probe = Array(
  """
  local t = {3, 1, 2}
  table.sort(t)
  assert(table.concat(t) == '123' and ('x'):rep(3) == 'xxx' and string.format('%d', 7) == '7')
  assert(select('#', pcall(error)) == 2 and math.type(1) == 'integer' and utf8.char(228) == '\\u{E4}')
  assert(json.encode(json.decode('[1,{"a":2}]')) == '[1,{"a":2}]' and coroutine.wrap(function() return 5 end)() == 5)
  assert(tostring(print):find('^function') and load('return 1')() == 1 and type(logto.list_users) == 'function')
  assert(not pcall(function() getmetatable('').__index = 1 end) and next(_G) ~= nil and ('x').len == string.len)
  for _, name in ipairs{'io.open', 'debug.getinfo', 'package.loadlib', 'dofile', 'string.dump', 'os.exit'} do
    assert(not pcall(load('return ' .. name .. '(1)')), name)
  end
  return 'whole'
  """.utf8)

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func check(_ source: [UInt8]) {
  var configuration = RunConfiguration(limits: limits, gate: Answers(), arguments: ["one", "two"], wantsJSON: true)
  configuration.log = { _ in }
  let driver = RunDriver(
    transport: NoTransport(),
    turn: { done, deadline in
      // Only `sleep` waits: its task is on another thread.
      while !done() {
        if let deadline, deadline <= .now { return }
        usleep(200)
      }
    }, wake: {})
  let run = Run(configuration, driver: driver)
  var state: LuaState?
  run.watchState { state = $0 }
  let start = cpuSeconds()
  let outcome = run.execute(source, name: "fuzz.lua")
  let taken = cpuSeconds() - start
  promise(taken < 0.04 + grace, "the run took \(taken) s")
  check(outcome)
  var after = run.execute(probe, name: "probe.lua")
  func met(_ limit: String) -> Bool {
    after.error?.kind == .limit && after.error?.fields["limit"]?.stringValue == limit
  }
  // A busy machine makes a few milliseconds of CPU time of one.
  for _ in 0..<3 where met("cpu") { after = run.execute(probe, name: "probe.lua") }
  promise(
    after.value == "whole" || met("memory"),
    "the next run finds: \(after.error.map { "\($0)" } ?? after.value ?? "nil")")
  let balance = state?.closeChecked() ?? 0
  promise(balance == 0, "\(balance) bytes were not given back")
}

func check(_ outcome: Outcome) {
  promise(outcome.output.count <= limits.output.bytes, "\(outcome.output.count) bytes of output")
  promise(outcome.value?.utf8.count ?? 0 <= limits.result.bytes, "the result is too long")
  promise(outcome.json?.count ?? 0 <= limits.result.bytes, "the result's JSON is too long")
  promise(outcome.calls.reduce(0) { $0 + $1.count } <= limits.calls, "too many calls")
  promise(outcome.usage.memoryPeak.bytes <= limits.memory.bytes + 64 << 10, "\(outcome.usage.memoryPeak) of memory")
  promise(outcome.usage.coroutinesPeak <= limits.coroutines, "\(outcome.usage.coroutinesPeak) coroutines")
  guard let error = outcome.error else { return }
  promise(error.message.utf8.count <= 9 << 10, "an error of \(error.message.utf8.count) bytes")
  if error.kind == .limit {
    let limit = error.fields["limit"]?.stringValue ?? ""
    promise(
      ["time", "cpu", "memory", "output", "calls", "result", "source", "depth", "coroutines"].contains(limit),
      "a limit called '\(limit)'")
  }
}

fuzz(check)
