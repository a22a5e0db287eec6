import JSON
import LogtoClient
import LuaRuntime

/// A script's state with everything that belongs to it, whoever moves it on: a thread that waits with it (`Run`), or a
/// pool whose threads never wait (`LogtoRuntime`). Used by one thread at a time.
final class ScriptMachine {
  let bridge: Bridge
  private let pipeline: CallPipeline
  private let arguments: [String]
  private(set) var state: LuaState?
  /// For those who end the script from other threads; see ``CallPipeline/stop``.
  var stop: Flag { pipeline.stop }
  /// For tests alone: given the state before anything is put into it.
  var onState: (LuaState) -> Void = { _ in }
  private var begun = ContinuousClock.now

  init(
    _ settings: RunSettings, gate: any CallGate, arguments: [String],
    output: (@Sendable (UnsafeRawBufferPointer) -> Void)?, modules: [HostModule]
  ) {
    self.arguments = arguments
    pipeline = CallPipeline(settings, gate: gate)
    bridge = Bridge(pipeline: pipeline, modules: modules, output: output)
  }

  var driver: RunDriver { pipeline.driver }
  private var configuration: RunConfiguration { pipeline.settings.configuration }

  /// Compiles a text; the state's next resume starts it.
  func load(_ source: [UInt8], name: String) throws(LuaError) -> LuaState {
    begun = .now
    bridge.start(OwnText(source: source, arguments: arguments))
    return try compile(source, name: name)
  }

  @discardableResult
  func compile(_ source: [UInt8], name: String) throws(LuaError) -> LuaState {
    let state = try madeState()
    try state.load(source, name: name)
    return state
  }

  /// The outcome of a run that is over, and whose calls are.
  func outcome(_ failure: LuaError?) -> Outcome {
    pipeline.gate.settle(.end)
    var failure = failure
    var value: RunValue?
    if failure == nil, let state {
      do throws(LuaError) {
        value = try RunValue(
          state, schemas: bridge.schemas, wantsJSON: configuration.wantsJSON, limit: configuration.limits.result)
      } catch {
        failure = error
      }
    }
    let secrets = pipeline.secrets
    let ledger = pipeline.ledger.redacted(by: secrets)
    var parts = Outcome.Parts(
      values: secrets.redact(value?.texts ?? []).map(TerminalText.stripped),
      json: value?.json.map { secrets.redact(json: $0) }, output: bridge.takeOutput(),
      error: failure.map { secrets.redact($0).forReaders }, calls: ledger.counts, writes: ledger.writes,
      plan: pipeline.plan, usage: state?.usage ?? .none, elapsed: .now - begun)
    if value?.isNil == false { parts.value = parts.values.first }
    if var error = parts.error, error.kind == .script, let step = parts.plan?["steps"]?.arrayValue?.last {
      let reminder =
        "this is a dry run: the answers to planned writes (the last is \(step["operation"]?.stringValue ?? "")) are "
        + "stand-ins, and what only the tenant knows, such as a refusal, is not in them"
      error.hint = error.hint.map { "\($0); \(reminder)" } ?? reminder
      parts.error = error
    }
    if pipeline.hasHeard { parts.fromTenant = tenantText(of: parts) }
    return Outcome(parts)
  }

  /// The run waits.
  func settle() { pipeline.gate.settle(.waiting) }

  private func tenantText(of outcome: Outcome.Parts) -> TenantText {
    var marks = TenantText()
    marks.output = bridge.printedTenantText
    if let json = outcome.json {
      marks.result = (try? JSONValue.parse(json)).map { bridge.ownText.pointers(into: $0) } ?? [""]
    } else if !outcome.values.allSatisfy({ bridge.ownText.holds($0) }) {
      marks.result = [""]
    }
    // Limits are told in our own words.
    if let error = outcome.error, error.kind != .limit { marks.error = !bridge.ownText.holds(error.message) }
    return marks
  }

  private func madeState() throws(LuaError) -> LuaState {
    if let state { return state }
    let state = try LuaState(limits: configuration.limits, host: bridge, schemas: bridge.schemas)
    onState(state)
    try state.define("logto", .namespace(Space.logto(account: 0).id, name: "logto"))
    try state.define("app", .namespace(Space.app.id, name: "app"))
    try state.define("docs", .namespace(Space.docs.id, name: "docs"))
    try state.define("sleep", .function(HostFunction.sleep.callee().id))
    try state.define("log", .function(HostFunction.log.callee().id))
    try state.define("parallel", .namespace(Space.parallel.id, name: "parallel"))
    try state.define("require", .function(HostFunction.require.callee().id))
    try state.define("arg", .value(.array(arguments.map { .string($0) })))
    for (index, module) in bridge.hostModules.enumerated() {
      try state.define(module.name, .namespace(Space.hostModule(index).id, name: module.name))
    }
    pipeline.deadline = { [unowned state] in state.deadline }
    self.state = state
    return state
  }
}
