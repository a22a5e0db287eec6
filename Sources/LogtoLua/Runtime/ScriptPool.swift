import Synchronization

/// A few threads that give scripts their turns. Lua never runs on Swift's cooperative threads, which an endless script
/// would hold.
///
/// A turn that goes on far beyond its time is one that Lua cannot leave: the script computes, or waits, inside of a
/// function of C. Its thread is left to it, with the lowest priority, and ends after it; another takes its place.
final class ScriptPool: Sendable {
  /// How long a script computes before it is another's turn: long beside the cost of a turn (microseconds), short
  /// beside what a caller notices.
  static let slice = Duration.milliseconds(2)
  /// How long a turn may take before its thread is given up.
  static let patience = Duration.milliseconds(10)

  private struct Worker {
    var thread = WorkerThread.ID()
    var turnBegan: ContinuousClock.Instant?
    var isGivenUp = false
  }

  private struct State {
    var ready = ReadyQueue<ScriptTask>()
    var underWay: [ObjectIdentifier: ScriptTask] = [:]
    var workers: [Int: Worker] = [:]
    var lastWorker = 0
    /// Workers that wait for the signal, less those that were sent one.
    var sleeping = 0
    var isWatched = false
    var isCancelling = false
    var isClosed = false

    var givenUp: Int { workers.values.count { $0.isGivenUp } }

    mutating func newWorker() -> Int {
      lastWorker += 1
      workers[lastWorker] = Worker()
      return lastWorker
    }
  }

  /// Of the scripts that wait; one that computes is interrupted by its state.
  let deadlines: Deadlines
  private let state = Mutex(State())
  private let signal = Signal()
  private let threads: Int
  private let most: Int
  private let driver: RunDriver

  /// - Parameter most: threads with those that were given up and have not ended.
  init(threads: Int, most: Int, driver: RunDriver) {
    self.threads = threads
    self.most = most
    self.driver = driver
    deadlines = Deadlines(driver)
  }

  /// A script that is ready for a turn. Threads are started as they are needed.
  func add(_ task: ScriptTask, hasUsedUp: Bool = false) {
    enum Need {
      case nothing, wake
      case worker(Int)
      case watch
    }
    let need = state.withLock { state -> Need in
      state.ready.put(task, hasUsedUp: hasUsedUp)
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

  /// A script begins.
  ///
  /// - Returns: false where all are being cancelled.
  func note(_ task: ScriptTask) -> Bool {
    state.withLock { state in
      state.underWay[ObjectIdentifier(task)] = task
      return !state.isCancelling
    }
  }

  func forget(_ task: ScriptTask) { state.withLock { $0.underWay[ObjectIdentifier(task)] = nil } }

  /// Cancels all scripts, those that are about to begin among them.
  func cancelAll() {
    let all = state.withLock { state in
      state.isCancelling = true
      return Array(state.underWay.values)
    }
    for task in all { task.cancel() }
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
      try? await transport.sleep(until: .now + Self.patience)
      self?.look()
    }
  }

  private func look() {
    let (new, again) = state.withLock { state -> ([Int], Bool) in
      let limit = ContinuousClock.now - Self.patience
      for (id, worker) in state.workers where !worker.isGivenUp {
        guard let began = worker.turnBegan, began < limit else { continue }
        state.workers[id]?.isGivenUp = true
        // It cannot end meanwhile, and its number be another's: that takes this lock.
        WorkerThread.demote(worker.thread)
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
