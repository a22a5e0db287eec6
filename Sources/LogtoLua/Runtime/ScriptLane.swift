import Synchronization

/// Threads of one priority that give scripts their turns, first come first served.
///
/// A turn that goes on far beyond its time is one that Lua cannot leave: the script computes, or waits, inside of a
/// function of C. Its thread is left to it, with the lowest priority, and ends after it; another takes its place.
final class ScriptLane: Sendable {
  /// How much a turn may compute, and between two looks at all turns.
  private static let interval = Duration.milliseconds(10)

  private struct Worker {
    var thread = WorkerThread.ID()
    var turnBegan: ContinuousClock.Instant?
    /// The thread's CPU time then.
    var cpuThen = Duration.zero
    var isGivenUp = false
  }

  private struct State {
    var ready = Fifo<ScriptTask>()
    var workers: [Int: Worker] = [:]
    var lastWorker = 0
    /// Workers that wait for the signal, less those that were sent one.
    var sleeping = 0
    var isWatched = false
    var isClosed = false

    var givenUp: Int { workers.values.count { $0.isGivenUp } }

    mutating func newWorker() -> Int {
      lastWorker += 1
      workers[lastWorker] = Worker()
      return lastWorker
    }
  }

  private let state = Mutex(State())
  private let signal = Signal()
  private let threads: Int
  private let most: Int
  private let niceness: Int
  /// How long a turn may take before its thread is given up, whether it computes or not.
  private let patience: Duration
  private let driver: RunDriver

  /// - Parameters:
  ///   - most: threads with those that were given up and have not ended.
  ///   - niceness: of the threads, from 0 to 19; the higher, the more others go before them.
  init(threads: Int, most: Int, niceness: Int, driver: RunDriver) {
    self.threads = threads
    self.most = most
    self.niceness = niceness
    // A thread that others go before may long have had no processor.
    patience = niceness > 0 ? .seconds(1) : Self.interval
    self.driver = driver
  }

  /// A script that is ready for a turn. Threads are started as they are needed.
  func add(_ task: ScriptTask) {
    enum Need {
      case nothing, wake
      case worker(Int)
      case watch
    }
    let need = state.withLock { state -> Need in
      state.ready.put(task)
      if state.sleeping > 0 {
        state.sleeping -= 1
        return .wake
      }
      if state.workers.count - state.givenUp < threads, state.workers.count < most { return .worker(state.newWorker()) }
      if state.isWatched { return .nothing }
      state.isWatched = true
      return .watch
    }
    switch need {
    case .nothing: break
    case .wake: signal.send()
    case .worker(let id): start(id)
    case .watch: watch()
    }
  }

  /// Ends the threads once no script is ready.
  func close() {
    let sleeping = state.withLock { state in
      state.isClosed = true
      defer { state.sleeping = 0 }
      return state.sleeping
    }
    for _ in 0..<sleeping { signal.send() }
  }

  /// Threads at this moment.
  var size: Int { state.withLock { $0.workers.count } }

  // MARK: Threads

  private func start(_ id: Int) {
    if WorkerThread.start({ self.work(id) }) { return }
    let isAlone = state.withLock { state in
      state.workers[id] = nil
      return state.workers.isEmpty
    }
    precondition(!isAlone, "no thread can be started for scripts")
  }

  private func work(_ id: Int) {
    let thread = WorkerThread.current
    if niceness > 0 { WorkerThread.demote(thread, to: niceness) }
    state.withLock { $0.workers[id]?.thread = thread }
    while let task = take(id) { task.turn() }
  }

  /// Waits for a script; nil where the worker's thread is to end.
  private func take(_ id: Int) -> ScriptTask? {
    while true {
      let (task, ends) = state.withLock { state -> (ScriptTask?, Bool) in
        if state.workers[id]?.isGivenUp == true || (state.isClosed && state.ready.isEmpty) {
          state.workers[id] = nil
          return (nil, true)
        }
        let task = state.ready.take()
        state.workers[id]?.turnBegan = task == nil ? nil : .now
        if niceness > 0, let thread = state.workers[id]?.thread {
          state.workers[id]?.cpuThen = WorkerThread.cpuTime(thread)
        }
        if task == nil { state.sleeping += 1 }
        return (task, false)
      }
      if let task { return task }
      if ends { return nil }
      signal.wait()
    }
  }

  // MARK: Turns that do not end

  /// Looks at the turns a little later. While scripts are ready and nobody is free for them, that is.
  private func watch() {
    let transport = driver.transport
    Task(executorPreference: driver.executor) { [weak self] in
      try? await transport.sleep(until: .now + Self.interval)
      self?.look()
    }
  }

  private func look() {
    let (new, again) = state.withLock { state -> ([Int], Bool) in
      let now = ContinuousClock.now
      for (id, worker) in state.workers where !worker.isGivenUp {
        guard let began = worker.turnBegan, now - began > Self.interval,
          now - began > patience || WorkerThread.cpuTime(worker.thread) - worker.cpuThen > Self.interval
        else { continue }
        state.workers[id]?.isGivenUp = true
        // It cannot end meanwhile, and its number be another's: that takes this lock.
        WorkerThread.demote(worker.thread, to: 19)
      }
      let room = min(threads - state.workers.count + state.givenUp, most - state.workers.count, state.ready.count)
      let new = room > 0 ? (0..<room).map { _ in state.newWorker() } : []
      state.isWatched = !state.ready.isEmpty
      return (new, state.isWatched)
    }
    for id in new { start(id) }
    if again { watch() }
  }
}
