import HTTPTransport
import LogtoCatalogue
import LogtoClient
import LuaRuntime
import Synchronization

/// Runs any number of scripts for a service, on a few threads of its own.
///
/// ```swift
/// let client = LogtoClient(account: account, transport: CurlTransport())
/// let runtime = LogtoRuntime(client: client, limits: Limits(memory: .megabytes(16)))
/// let outcome = await runtime.run("return logto.count('list_users')")
/// ```
/// A script that waits, for the tenant or for a host function, holds no thread. Scripts that compute share the threads
/// in turns of a few milliseconds, and leave way to those that mostly wait. Each script has a state of its own and shares
/// nothing with the others but the client.
public final class LogtoRuntime: Sendable {
  private let options: RuntimeOptions
  private let settings: RunSettings
  let pool: ScriptPool
  private let admission: Admission
  private let modules = Mutex<[HostModule]>([])

  /// - Parameters:
  ///   - client: what all scripts call the tenant with. Its transport must have a thread of its own.
  ///   - policy: what scripts may do; destructive calls are held, and so refused, where nothing else is said.
  ///   - limits: what each script may use, where `run` says nothing else.
  ///   - options: threads, back-pressure, log and metrics.
  public init(
    client: LogtoClient, policy: Policy = .holdDestructive, limits: Limits = .standard,
    options: RuntimeOptions = RuntimeOptions()
  ) {
    var options = options
    options.configuration.clients = ClientSource(client, named: options.accounts)
    options.configuration.limits = limits
    options.layers.insert(PolicyEngine.Layer(source: "runtime", policy: policy), at: 0)
    if let log = options.log { options.configuration.log = log }
    self.options = options
    let driver = RunDriver.blocking(client.transport)
    settings = RunSettings(options.configuration, driver: driver)
    pool = ScriptPool(threads: options.threads, most: options.threadsAtMost, driver: driver)
    admission = Admission(options.scriptsAtOnce)
  }

  deinit { pool.close() }

  /// Gives scripts that start from now on a table of functions under a global name.
  public func register(_ name: String, _ functions: [HostModule.Function]) {
    modules.withLock { modules in
      modules.removeAll { $0.name == name }
      modules.append(HostModule(name, functions))
    }
  }

  /// Runs a script to its end. Where so many run already that no more are let in, it waits its turn first.
  ///
  /// Cancelling the task ends the script: it runs no further instruction, and no call is begun after that.
  /// - Parameters:
  ///   - source: the script.
  ///   - name: what messages call it: `name:12: the message`.
  ///   - arguments: the script's `arg`.
  ///   - policy: for this script alone, beside the runtime's; the strictest decides.
  ///   - limits: for this script alone, in place of the runtime's.
  ///   - output: gets what the script prints as it comes; else it is in the outcome. Called on a thread of the pool.
  /// - Returns: the outcome, also of a script that failed or was cancelled.
  public func run(
    _ source: String, name: String = "script", arguments: [String] = [], policy: Policy? = nil,
    limits: Limits? = nil, output: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil
  ) async -> Outcome {
    if !admission.tryEnter() {
      guard await admission.enter() else { return .refused(admission.isClosed ? .shutDown : .cancelled) }
    }
    defer { admission.leave() }
    let task = makeTask(arguments: arguments, policy: policy, limits: limits, output: output)
    return await execute(Array(source.utf8), name: name, task)
  }

  /// A state that runs several texts one after the other: globals stay.
  public func makeSession(
    arguments: [String] = [], policy: Policy? = nil, limits: Limits? = nil,
    output: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil
  ) -> LogtoSession {
    LogtoSession(self, makeTask(arguments: arguments, policy: policy, limits: limits, output: output))
  }

  /// Lets no more scripts in, and waits for those that run; after the grace they are cancelled, and at
  /// once where the task that shuts down is.
  public func shutdown(grace: Duration = .seconds(10)) async {
    admission.close()
    let cancelling = Task { [pool, options] in
      try? await options.clock.sleep(for: grace)
      if !Task.isCancelled { pool.cancelAll() }
    }
    await withTaskCancellationHandler {
      await admission.allHaveLeft()
    } onCancel: {
      pool.cancelAll()
    }
    cancelling.cancel()
    pool.close()
  }

  /// What runs at this moment.
  public var load: RuntimeLoad {
    RuntimeLoad(
      scripts: admission.inside, waiting: admission.outside, threads: options.threads,
      isShuttingDown: admission.isClosed)
  }

  // Inlined, since a frame of its own would be part of what a script that waits takes.
  @inline(__always)
  func execute(_ source: [UInt8], name: String, _ task: ScriptTask) async -> Outcome {
    let outcome = await withTaskCancellationHandler {
      await withUnsafeContinuation { task.start(source, name: name, on: pool, for: $0) }
    } onCancel: {
      task.cancel()
    }
    options.metrics?(RuntimeMetric(outcome))
    return outcome
  }

  func enter() async -> Bool { await admission.enter() }
  func leave() { admission.leave() }

  private func makeTask(
    arguments: [String], policy: Policy?, limits: Limits?, output: (@Sendable (UnsafeRawBufferPointer) -> Void)?
  ) -> ScriptTask {
    var layers = options.layers
    if let policy { layers.append(PolicyEngine.Layer(source: "script", policy: policy)) }
    let engine = PolicyEngine(layers: layers)
    let gate = PolicyGate(engine)
    return ScriptTask(
      ScriptMachine(
        settings(engine, limits), gate: options.callLog.map { LoggingGate($0, around: gate) } ?? gate,
        arguments: arguments, output: output, modules: modules.withLock { $0 }))
  }

  /// Those of all scripts, where a script has none of its own.
  private func settings(_ engine: PolicyEngine, _ limits: Limits?) -> RunSettings {
    let hides = settings.configuration.revealsSecrets && !engine.allowsRevealingSecrets
    guard hides || limits != nil else { return settings }
    var configuration = settings.configuration
    if let limits { configuration.limits = limits }
    if hides { configuration.revealsSecrets = false }
    return RunSettings(configuration, driver: settings.driver, known: settings.known)
  }
}

/// How busy a runtime is.
public struct RuntimeLoad: Sendable, Equatable {
  /// Scripts that run or wait for something.
  public let scripts: Int
  /// Callers of `run` that wait to be let in.
  public let waiting: Int
  /// Threads that run scripts.
  public let threads: Int
  /// Whether `shutdown` was called: no script is let in any more.
  public let isShuttingDown: Bool
}
