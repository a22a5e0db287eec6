import Synchronization

/// A state that runs texts one after the other: globals stay from one to the next. What a REPL is made of.
public final class LogtoSession: Sendable {
  private let runtime: LogtoRuntime
  private let task: ScriptTask
  private let queue = AsyncTurn()

  init(_ runtime: LogtoRuntime, _ task: ScriptTask) {
    self.runtime = runtime
    self.task = task
  }

  /// Runs a text to its end; texts of one session never overlap. Cancelling the task ends the text, not the session.
  public func run(_ source: String, name: String = "session") async -> Outcome {
    await queue.take()
    defer { queue.pass() }
    guard await runtime.enter() else { return .refused(Task.isCancelled ? .cancelled : .shutDown) }
    defer { runtime.leave() }
    return await runtime.execute(Array(source.utf8), name: name, task)
  }
}

/// Lets one caller at a time through, in the order in which they came.
final class AsyncTurn: Sendable {
  private struct State {
    var isTaken = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func take() async {
    await withCheckedContinuation { continuation in
      let isMine = state.withLock { state in
        if state.isTaken {
          state.waiting.append(continuation)
          return false
        }
        state.isTaken = true
        return true
      }
      if isMine { continuation.resume() }
    }
  }

  func pass() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.isTaken = false
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
