import LogtoClient
import LuaRuntime
import Synchronization

/// A script of the pool: where it stands between its turns.
// Unchecked: the machine is touched by the thread that has the script's turn, and by nobody else; `status` says who
// that is, and its lock orders one turn after the other.
final class ScriptTask: @unchecked Sendable {
  private enum Status {
    /// Not begun, or over.
    case idle
    /// In the pool's queue, or having a turn.
    case active
    /// About to wait: says to what it waits for how to wake it. What is over already must not wake it before the thread
    /// has done so and let go of it.
    case leaving(Int, isOver: Bool)
    /// Waits; the number tells this wait from earlier ones.
    case waiting(Int)
  }

  private struct Shared {
    var status = Status.idle
    var waits = 0
    /// Why it shall end; the first reason counts.
    var stop: LimitKind?
    var pool: ScriptPool?
  }

  private let machine: ScriptMachine
  private let halt: Flag
  private let shared = Mutex(Shared())
  /// The state, for those who only stop it.
  private let machineState = Mutex<LuaState?>(nil)
  // The turn's own.
  private var state: LuaState?
  private var source: (bytes: [UInt8], name: String)?
  /// Whoever waits for the outcome.
  private var caller: UnsafeContinuation<Outcome, Never>?
  /// Set once the script is over and only calls of it are not.
  private var ending: Ending?

  private final class Ending {
    let failure: LuaError?
    let calls: [PendingCall]

    init(_ failure: LuaError?, _ calls: [PendingCall]) {
      self.failure = failure
      self.calls = calls
    }
  }

  init(_ machine: ScriptMachine) {
    self.machine = machine
    halt = machine.stop
  }

  /// - Parameter caller: resumed once, when the script is over.
  func start(_ source: [UInt8], name: String, on pool: ScriptPool, for caller: UnsafeContinuation<Outcome, Never>) {
    self.source = (source, name)
    self.caller = caller
    shared.withLock { shared in
      shared.status = .active
      shared.stop = nil
      shared.pool = pool
    }
    // Asked after the status is set: a cancellation either sees it or is seen here.
    if Task.isCancelled { stop(.cancelled) }
    if !pool.note(self) { stop(.cancelled) }
    pool.add(self)
  }

  /// Ends the script, from any thread.
  func cancel() { stop(.cancelled) }

  func stop(_ reason: LimitKind) {
    shared.withLock { shared in
      if case .idle = shared.status { return }
      if shared.stop == nil { shared.stop = reason }
    }
    // A script that computes is interrupted. Before the flag is set: what waits goes on then, and must not find a script
    // that may go on.
    machineState.withLock { $0?.stop(reason) }
    let pool = shared.withLock { shared -> ScriptPool? in
      guard shared.stop != nil else { return nil }
      halt.set()
      guard case .waiting = shared.status else { return nil }
      shared.status = .active
      return shared.pool
    }
    pool?.add(self)
  }

  private func isOver(_ wait: Int) {
    let pool = shared.withLock { shared -> ScriptPool? in
      switch shared.status {
      case .leaving(wait, _): shared.status = .leaving(wait, isOver: true)
      case .waiting(wait):
        shared.status = .active
        return shared.pool
      default: break
      }
      return nil
    }
    pool?.add(self)
  }

  // MARK: A turn, on a thread of the pool

  func turn() {
    if let ending {
      end(ending.failure, ending.calls)
      return
    }
    do throws(LuaError) {
      if let (bytes, name) = source {
        source = nil
        let state = try machine.load(bytes, name: name)
        self.state = state
        machineState.withLock { $0 = state }
      }
      guard let state else { return finish(nil) }
      if let reason = shared.withLock({ $0.stop }) { state.stop(reason) }
      let before = state.usage.cpu
      switch state.resume(slice: ScriptPool.slice) {
      case .finished: finish(nil)
      case .failed(let error): finish(error)
      case .preempted:
        // Time in which the system gave the processor to others is not the script's.
        let hasUsedUp = state.usage.cpu - before >= ScriptPool.slice / 2
        shared.withLock { $0.pool }?.add(self, hasUsedUp: hasUsedUp)
      case .waiting(let wait): leave(until: wait, deadline: state.deadline)
      }
    } catch {
      finish(error)
    }
  }

  private func leave(until wait: WaitID, deadline: ContinuousClock.Instant?) {
    if let deadline { shared.withLock { $0.pool }?.deadlines.put(self, deadline) }
    // Before the thread is left: afterwards another one may have the script.
    machine.settle()
    suspend { body in machine.bridge.onOver(wait, body) }
  }

  /// Leaves the thread until `register`'s body is called, or the script is stopped.
  private func suspend(_ register: (@escaping @Sendable () -> Void) -> Void) {
    let number = shared.withLock { shared in
      shared.waits += 1
      shared.status = .leaving(shared.waits, isOver: false)
      return shared.waits
    }
    // Weak: what is waited for may never end, and the pool keeps the task as long as it runs.
    register { [weak self] in self?.isOver(number) }
    let isEnding = ending != nil
    let pool = shared.withLock { shared -> ScriptPool? in
      guard case .leaving(_, let isOver) = shared.status else { return nil }
      // Stopped in between: nobody else will wake it.
      if isOver || !isEnding && shared.stop != nil {
        shared.status = .active
        return shared.pool
      }
      shared.status = .waiting(number)
      return nil
    }
    pool?.add(self)
  }

  /// The script is over. Its calls under way are given up; a write among them is waited for within its grace.
  private func finish(_ failure: LuaError?) {
    let calls = machine.bridge.giveUp()
    end(failure, calls)
  }

  private func end(_ failure: LuaError?, _ calls: [PendingCall]) {
    if let open = calls.first(where: { !$0.isOver }) {
      ending = Ending(failure, calls)
      suspend { body in open.started.onOver(body) }
      return
    }
    machine.bridge.conclude(calls)
    ending = nil
    let pool = shared.withLock { shared in
      shared.status = .idle
      return shared.pool
    }
    pool?.deadlines.remove(self)
    pool?.forget(self)
    let caller = caller
    self.caller = nil
    caller?.resume(returning: machine.outcome(failure))
  }
}
