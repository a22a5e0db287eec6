import HTTPTransport
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
  let machine: ScriptMachine
  private let own: CurlTransport?

  /// - Parameters:
  ///   - configuration: limits, clients and all else that the run is made of.
  ///   - driver: without one, the run has a transport of its own that its thread drives.
  ///   - modules: tables of functions that the script finds under global names.
  public init(_ configuration: RunConfiguration, driver: RunDriver? = nil, modules: [HostModule] = []) {
    let chosen: RunDriver
    if let driver {
      (own, chosen) = (nil, driver)
    } else {
      let transport = CurlTransport(driver: .caller)
      (own, chosen) = (transport, .callingThread(transport))
    }
    canceller = RunCanceller(chosen)
    machine = ScriptMachine(
      RunSettings(configuration, driver: chosen), gate: configuration.gate, arguments: configuration.arguments,
      output: configuration.output, modules: modules)
  }

  deinit { own?.finish() }

  /// Compiles and runs a text to its end.
  ///
  /// - Parameters:
  ///   - source: the text, in UTF-8.
  ///   - name: what messages call the text: a file's path, or a word such as `-e`.
  public func execute(_ source: [UInt8], name: String) -> Outcome {
    var failure: LuaError?
    do throws(LuaError) {
      let state = try machine.load(source, name: name)
      canceller.onCancel { [weak state, stop = machine.stop] in
        // The state first: what waits goes on when the flag is set, and must not find a script that may go on.
        state?.stop(.cancelled)
        stop.set()
      }
      try drive(state)
    } catch {
      failure = error
    }
    giveUp()
    return machine.outcome(failure)
  }

  /// Whether a text compiles; nothing of it runs.
  public func check(_ source: [UInt8], name: String) -> Syntax {
    do throws(LuaError) {
      try machine.compile(source, name: name)
      return .complete
    } catch {
      // How the parser of Lua says that it came to the end of the text, unquoted as a script's own text never is.
      return error.kind == .script && error.message.hasSuffix("near <eof>") ? .incomplete : .wrong
    }
  }

  /// What a text is to the parser.
  public enum Syntax: Sendable {
    /// It compiles.
    case complete
    /// It compiles as far as it goes, and more text can make it complete.
    case incomplete
    /// No further text can mend it.
    case wrong
  }

  private func drive(_ state: LuaState) throws(LuaError) {
    while true {
      switch state.resume() {
      case .finished: return
      case .failed(let error): throw error
      case .preempted: break
      case .waiting(let wait):
        if !machine.bridge.hostModules.isEmpty {
          // Their tasks end on other threads.
          machine.bridge.onOver(wait) { [driver = machine.driver] in driver.wake() }
        }
        var asked = 0
        let isOver = machine.bridge.question(about: wait)
        machine.driver.wait(
          until: { [machine, canceller] in
            if isOver() || canceller.isCancelled { return true }
            asked += 1
            // Asked a second time, the thread has sent what there was to send.
            if asked == 2 { machine.settle() }
            return false
          }, deadline: state.deadline)
        if !isOver() {
          giveUp()
          state.stop(canceller.isCancelled ? .cancelled : .time)
        }
      }
    }
  }

  /// Gives up the calls under way; waits, within the client's grace, for the writes among them.
  private func giveUp() {
    let open = machine.bridge.giveUp()
    if !open.isEmpty {
      machine.driver.wait(until: { open.allSatisfy(\.isOver) }, deadline: .now + .seconds(5))
    }
    machine.bridge.conclude(open)
  }
}
