import LuaRuntime
import Synchronization

/// Lets so many scripts in at once, the others one by one as these leave. Back-pressure: whoever calls waits, nothing
/// is queued that holds memory of its own.
final class Admission: Sendable {
  private struct State {
    var inside = 0
    var isClosed = false
    var waiting: [UInt64: CheckedContinuation<Bool, Never>] = [:]
    /// Their order; some may have given up since.
    var order = Fifo<UInt64>()
    var lastID: UInt64 = 0
    var untilEmpty: [CheckedContinuation<Void, Never>] = []

    mutating func next() -> CheckedContinuation<Bool, Never>? {
      while let id = order.take() {
        if let continuation = waiting.removeValue(forKey: id) { return continuation }
      }
      return nil
    }
  }

  private let limit: Int
  private let state = Mutex(State())

  init(_ limit: Int) { self.limit = limit }

  var inside: Int { state.withLock { $0.inside } }
  var outside: Int { state.withLock { $0.waiting.count } }
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Enters where nobody has to wait.
  func tryEnter() -> Bool {
    state.withLock { state in
      guard !state.isClosed, state.inside < limit, !Task.isCancelled else { return false }
      state.inside += 1
      return true
    }
  }

  /// - Returns: false where nobody is let in any more, or the task was cancelled.
  func enter() async -> Bool {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if state.isClosed || Task.isCancelled { return false }
          if state.inside < limit {
            state.inside += 1
            return true
          }
          state.waiting[id] = continuation
          state.order.put(id)
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: false)
    }
  }

  func leave() {
    let (next, untilEmpty) = state.withLock { state in
      let next = state.next()
      if next == nil { state.inside -= 1 }
      guard state.inside == 0 else { return (next, [CheckedContinuation<Void, Never>]()) }
      defer { state.untilEmpty = [] }
      return (next, state.untilEmpty)
    }
    next?.resume(returning: true)
    for continuation in untilEmpty { continuation.resume() }
  }

  /// Lets nobody in any more.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.resume(returning: false) }
  }

  /// Waits until nobody is inside.
  func allHaveLeft() async {
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock { state in
        if state.inside > 0 { state.untilEmpty.append(continuation) }
        return state.inside == 0
      }
      if isEmpty { continuation.resume() }
    }
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
