import HTTPTransport
import JSON
import LuaRuntime

/// Runs Lua source texts against a tenant, on the calling thread.
///
/// ```swift
/// let run = Run(RunConfiguration(clients: ClientSource(account)))
/// let outcome = run.execute(Array(source.utf8), name: "script.lua")
/// ```
/// A run may execute several texts one after the other: globals stay, as in a session. It belongs to one thread, which
/// needs 1 MiB of stack and must not be one of Swift's cooperative pool; `canceller` works from any.
public final class Run {
  /// Ends this run from another thread.
  public let canceller: RunCanceller
  private let configuration: RunConfiguration
  private let driver: RunDriver
  private let pipeline: CallPipeline
  private let bridge: Bridge
  private let output: OutputCollector
  private var state: LuaState?

  /// - Parameter driver: without one, the run has a transport of its own that its thread drives.
  public init(_ configuration: RunConfiguration, driver: RunDriver? = nil) {
    let driver = driver ?? .callingThread(CurlTransport(driver: .caller))
    let output = OutputCollector(sink: configuration.output)
    self.configuration = configuration
    self.driver = driver
    self.output = output
    canceller = RunCanceller(driver)
    pipeline = CallPipeline(
      driver: driver, source: configuration.clients, gate: configuration.gate, maxCalls: configuration.limits.calls,
      maxResponseBytes: configuration.maxResponseBytes)
    bridge = Bridge(configuration: configuration, pipeline: pipeline, output: output.write)
  }

  /// Compiles and runs a text to its end.
  ///
  /// - Parameter name: what messages call the text: a file's path, or a word such as `-e`.
  public func execute(_ source: [UInt8], name: String) -> Outcome {
    let begun = ContinuousClock.now
    var value: RunValue?
    var failure: LuaError?
    do throws(LuaError) {
      value = try run(source, name: name)
    } catch {
      failure = error
    }
    bridge.stop()
    return Outcome(
      value: value?.text, json: value?.json, output: output.take(), error: failure, ledger: pipeline.ledger,
      usage: state?.usage ?? .none, elapsed: .now - begun)
  }

  private func run(_ source: [UInt8], name: String) throws(LuaError) -> RunValue {
    let state = try madeState()
    try state.load(source, name: name)
    bridge.start()
    try drive(state)
    return try RunValue(
      state, schemas: bridge.schemas, wantsJSON: configuration.wantsJSON, limit: configuration.limits.result)
  }

  private func madeState() throws(LuaError) -> LuaState {
    if let state { return state }
    let state = try LuaState(limits: configuration.limits, host: bridge, schemas: bridge.schemas)
    try state.define("logto", .namespace(Space.logto(account: 0).id, name: "logto"))
    try state.define("app", .namespace(Space.app.id, name: "app"))
    try state.define("docs", .namespace(Space.docs.id, name: "docs"))
    try state.define("sleep", .function(HostFunction.sleep.callee().id))
    try state.define("log", .function(HostFunction.log.callee().id))
    try state.define("parallel", .namespace(Space.parallel.id, name: "parallel"))
    try state.define("require", .function(HostFunction.require.callee().id))
    try state.define("arg", .value(.array(configuration.arguments.map { .string($0) })))
    self.state = state
    canceller.onCancel { [weak state] in state?.stop(.cancelled) }
    return state
  }

  private func drive(_ state: LuaState) throws(LuaError) {
    while true {
      switch state.resume() {
      case .finished: return
      case .failed(let error): throw error
      case .preempted: break
      case .waiting(let wait):
        pipeline.deadline = state.deadline
        driver.wait(
          until: { [bridge, canceller] in bridge.isOver(wait) || canceller.isCancelled }, deadline: state.deadline)
        if !bridge.isOver(wait) {
          bridge.stop()
          state.stop(canceller.isCancelled ? .cancelled : .time)
        }
      }
    }
  }
}
