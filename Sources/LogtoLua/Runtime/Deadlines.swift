import Synchronization

/// Ends scripts that wait beyond their time. One sleeper for all of them: a thousand scripts that wait hold one timer.
final class Deadlines: Sendable {
  private struct State {
    var ends: [ObjectIdentifier: (end: ContinuousClock.Instant, task: ScriptTask)] = [:]
    /// When the sleeper wakes: at the earliest end, or before it.
    var next: ContinuousClock.Instant?
    var sleeper: Task<Void, Never>?
  }

  private let driver: RunDriver
  private let state = Mutex(State())

  init(_ driver: RunDriver) { self.driver = driver }

  /// A script waits that must end by then.
  func put(_ task: ScriptTask, _ end: ContinuousClock.Instant) {
    state.withLock { state in
      state.ends[ObjectIdentifier(task)] = (end, task)
      if state.next.map({ end < $0 }) ?? true { sleep(until: end, &state) }
    }
  }

  func remove(_ task: ScriptTask) {
    state.withLock { state in
      if state.ends.removeValue(forKey: ObjectIdentifier(task)) != nil, state.ends.isEmpty {
        sleep(until: nil, &state)
      }
    }
  }

  private func sleep(until end: ContinuousClock.Instant?, _ state: inout State) {
    state.sleeper?.cancel()
    state.next = end
    state.sleeper = end.map { end in
      Task(executorPreference: driver.executor) { [weak self, transport = driver.transport] in
        if (try? await transport.sleep(until: end)) != nil { self?.wake() }
      }
    }
  }

  private func wake() {
    let due = state.withLock { state in
      let now = ContinuousClock.now
      let due = state.ends.values.filter { $0.end <= now }.map(\.task)
      for task in due { state.ends[ObjectIdentifier(task)] = nil }
      sleep(until: state.ends.values.map(\.end).min(), &state)
      return due
    }
    for task in due { task.stop(.time) }
  }
}
