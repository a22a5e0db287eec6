// One piece of work that any number of callers wait for, each with a deadline and a cancellation of its own.

import Synchronization

/// Work in flight. It is cancelled when the last one who waits for it leaves.
final class SharedTask<Value: Sendable>: Sendable {
  private struct State {
    var value: Value?
    var waiting: [UInt64: CheckedContinuation<Value?, Never>] = [:]
    var lastID: UInt64 = 0
    var task: Task<Void, Never>?
    var isAbandoned = false
  }

  // Guards the result, who waits for it, and the task that works on it.
  private let state = Mutex(State())

  /// Starts the work on `executor`, or on the default one.
  func start(on executor: (any TaskExecutor)?, _ work: @escaping @Sendable () async -> Value) {
    let task = Task(executorPreference: executor) { self.finish(await work()) }
    let isAbandoned = state.withLock { state in
      state.task = task
      return state.isAbandoned
    }
    if isAbandoned { task.cancel() }
  }

  private func finish(_ value: Value) {
    let waiting = state.withLock { state in
      state.value = value
      defer { state.waiting = [:] }
      return state.waiting.values.map(\.self)
    }
    for continuation in waiting { continuation.resume(returning: value) }
  }

  /// Whether everyone has left before the end: a newcomer has to start over.
  var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

  /// The result; `nil` where `alarm` returned, or the caller was cancelled, before.
  ///
  /// - Parameter alarm: returns at the caller's deadline, and throws when its task is cancelled.
  func value(
    on executor: (any TaskExecutor)?, alarm: @escaping @Sendable () async throws -> Void
  ) async -> Value? {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let alarm = Task(executorPreference: executor) {
      if (try? await alarm()) != nil { self.leave(id) }
    }
    defer { alarm.cancel() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Value?? = state.withLock { state in
          if let value = state.value { return .some(value) }
          if Task.isCancelled || state.isAbandoned { return .some(nil) }
          state.waiting[id] = continuation
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      self.leave(id)
    }
  }

  private func leave(_ id: UInt64) {
    let (continuation, task) = state.withLock { state in
      let continuation = state.waiting.removeValue(forKey: id)
      if continuation != nil, state.waiting.isEmpty, state.value == nil {
        state.isAbandoned = true
        return (continuation, state.task)
      }
      return (continuation, nil)
    }
    continuation?.resume(returning: nil)
    task?.cancel()
  }
}
