import LuaRuntime
import Synchronization

/// Lets so many scripts in at once, the others one by one as these leave. Back-pressure: whoever calls waits, nothing
/// is queued that holds memory of its own.
final class Admission: Sendable {
  private struct State {
    var inside = 0
    var isClosed = false
    var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var nextID = 0
    var last: WaitCell<Bool>?
  }

  private let limit: Int
  private let state = Mutex(State())

  init(_ limit: Int) { self.limit = limit }

  var inside: Int { state.withLock { $0.inside } }
  var outside: Int { state.withLock { $0.waiting.count } }
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// - Returns: false where nobody is let in any more, or the task was cancelled.
  func enter() async -> Bool {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if state.isClosed || Task.isCancelled { return false }
          if state.inside < limit {
            state.inside += 1
            return true
          }
          state.waiting.append((id, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0).continuation }
      }
      waiter?.resume(returning: false)
    }
  }

  func leave() {
    let (next, last) = state.withLock { state -> (CheckedContinuation<Bool, Never>?, WaitCell<Bool>?) in
      if !state.waiting.isEmpty { return (state.waiting.removeFirst().continuation, nil) }
      state.inside -= 1
      return (nil, state.inside == 0 ? state.last : nil)
    }
    next?.resume(returning: true)
    last?.fill(true)
  }

  /// Lets nobody in any more.
  ///
  /// - Returns: what is over when all have left.
  func close() -> WaitCell<Bool> {
    let cell = WaitCell<Bool>()
    let (waiting, isEmpty) = state.withLock { state in
      state.isClosed = true
      state.last = cell
      let waiting = state.waiting.map(\.continuation)
      state.waiting = []
      return (waiting, state.inside == 0)
    }
    for continuation in waiting { continuation.resume(returning: false) }
    if isEmpty { cell.fill(true) }
    return cell
  }
}

extension WaitCell {
  /// Waits until it is filled.
  func wait() async {
    await withCheckedContinuation { continuation in onOver { continuation.resume() } }
  }
}

extension Outcome {
  /// Why a script was not run at all.
  enum Refusal { case shutDown, cancelled }

  static func refused(_ refusal: Refusal) -> Outcome {
    let error: LuaError =
      switch refusal {
      case .cancelled: .limit(.cancelled, "the run was cancelled before it began")
      case .shutDown: .limit(.cancelled, "the runtime is shut down")
      }
    return Outcome(error: error, ledger: CallLedger(), elapsed: .zero)
  }
}
