import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A few threads that give scripts their turns, in the order in which they became ready. Lua never runs on Swift's
/// cooperative threads, which an endless script would hold.
final class ScriptPool: Sendable {
  /// How long a script computes before it is another's turn: long beside the cost of a turn (microseconds), short
  /// beside what a caller notices.
  static let slice = Duration.milliseconds(5)

  private let queue = ReadyQueue()
  private let threads: Int
  private let isStarted = Atomic<Bool>(false)

  init(threads: Int) { self.threads = threads }

  /// A script that is ready for a turn. The threads begin with the first.
  func add(_ task: ScriptTask) {
    if isStarted.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged {
      for _ in 0..<threads { Self.start(queue) }
    }
    queue.put(task)
  }

  func note(_ task: ScriptTask) { queue.note(task) }
  func forget(_ task: ScriptTask) { queue.forget(task) }
  func cancelAll() { for task in queue.running { task.cancel() } }

  /// Ends the threads once no script is ready.
  func close() { queue.close() }

  private static func start(_ queue: ReadyQueue) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // Lua needs 1 MiB of it at most (414 KB measured at its 200 levels of C calls).
    pthread_attr_setstacksize(&attributes, 2 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let context = Unmanaged.passRetained(queue).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    let code = pthread_create(&thread, &attributes, { ScriptPool.work($0) }, context)
    #else
    var thread = pthread_t()
    let code = pthread_create(&thread, &attributes, { ScriptPool.work($0) }, context)
    #endif
    pthread_attr_destroy(&attributes)
    precondition(code == 0, "no thread can be started for scripts")
  }

  private static func work(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    // The host's signals are for the host's threads.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, nil)
    let queue = Unmanaged<ReadyQueue>.fromOpaque(context).takeRetainedValue()
    while let task = queue.take() { task.turn() }
    return nil
  }
}

/// The scripts that are ready, first come first served, and all that are under way.
final class ReadyQueue: Sendable {
  private struct State {
    var ready: [ScriptTask] = []
    var head = 0
    var running: [ObjectIdentifier: ScriptTask] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())
  private let signal = Signal()

  func put(_ task: ScriptTask) {
    state.withLock { $0.ready.append(task) }
    signal.send()
  }

  /// Waits for a script; nil once the queue is closed and empty.
  func take() -> ScriptTask? {
    while true {
      let (task, isClosed) = state.withLock { state -> (ScriptTask?, Bool) in
        guard state.head < state.ready.count else { return (nil, state.isClosed) }
        let task = state.ready[state.head]
        state.head += 1
        if state.head > 64, state.head * 2 > state.ready.count {
          state.ready.removeFirst(state.head)
          state.head = 0
        }
        return (task, false)
      }
      if let task { return task }
      if isClosed {
        signal.send()
        return nil
      }
      signal.wait()
    }
  }

  func close() {
    state.withLock { $0.isClosed = true }
    signal.send()
  }

  var running: [ScriptTask] { state.withLock { Array($0.running.values) } }
  func note(_ task: ScriptTask) { state.withLock { $0.running[ObjectIdentifier(task)] = task } }
  func forget(_ task: ScriptTask) { state.withLock { $0.running[ObjectIdentifier(task)] = nil } }
}
