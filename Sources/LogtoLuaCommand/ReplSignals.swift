// Signals of the REPL: Ctrl-C stops the line that runs, or clears the one that is typed; the session goes on.

import LogtoLua
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A thread that takes the process's signals. Scripts use `RunKeeper`, for which a run and the process end together.
final class ReplSignals: Sendable {
  /// What the prompt is told.
  enum Event: Sendable {
    case interrupt
    /// SIGTERM, or the terminal is gone.
    case end
    case resized
    /// The process goes on after Ctrl-Z.
    case resumed
  }

  private struct State {
    /// The line that runs.
    var canceller: RunCanceller?
    var interrupts = Interrupts()
    var isTimeOver = false
    var events: [Event] = []
  }

  /// A write on its way is waited for up to 5 s; what still runs after that is code that no interrupt reaches.
  private static let grace = Duration.seconds(6)
  private static let handled = [SIGINT, SIGTERM, SIGHUP, SIGALRM, SIGWINCH, SIGCONT]

  private let state = Mutex(State())

  /// Starts the thread; the signals go to it from here on.
  func start() {
    SignalThread.start(Self.handled) { self.watch() }
  }

  /// The next of the events that the prompt has not heard of.
  func next() -> Event? {
    Interruption.clear()
    return state.withLock { $0.events.isEmpty ? nil : $0.events.removeFirst() }
  }

  /// Runs `body`, which Ctrl-C stops by way of `canceller`. Where it outlives its time, the process ends.
  func during<R>(_ canceller: RunCanceller, time: Duration?, _ body: () -> R) -> R {
    Interruption.clear()
    state.withLock { state in
      state.canceller = canceller
      state.interrupts = Interrupts()
      state.isTimeOver = false
      // What was pressed after the line was sent is meant for it.
      if state.events.contains(.interrupt) { canceller.cancel() }
      state.events.removeAll { $0 == .interrupt }
    }
    setTimer(time.map { $0 + Interruption.delay })
    defer {
      setTimer(nil)
      state.withLock { $0.canceller = nil }
    }
    return body()
  }

  private func watch() -> Never {
    while true {
      var signals = SignalThread.set(Self.handled)
      var signal: Int32 = 0
      guard sigwait(&signals, &signal) == 0 else { continue }
      let wakes = state.withLock { state in
        if let canceller = state.canceller { return take(signal, canceller, &state) }
        if let event = Self.event(signal) { state.events.append(event) }
        return true
      }
      if wakes { Interruption.raise() }
    }
  }

  /// What a signal means for the line that runs.
  ///
  /// - Returns: whether a question that the line asks is over.
  private func take(_ signal: Int32, _ canceller: RunCanceller, _ state: inout State) -> Bool {
    switch signal {
    case SIGINT, SIGTERM, SIGHUP:
      canceller.cancel()
      if state.interrupts.count() { end("the line was cancelled and did not stop") }
      if signal != SIGINT { state.events.append(.end) }
      return true
    case SIGALRM:
      if state.isTimeOver { end("the line took longer than its time and did not stop") }
      state.isTimeOver = true
      return true
    default:
      if let event = Self.event(signal) { state.events.append(event) }
      return false
    }
  }

  private func end(_ reason: String) -> Never {
    StandardStream.error.line("logto-lua: limit: \(reason); the session was ended")
    _exit(ExitCode.limit.rawValue)
  }

  private static func event(_ signal: Int32) -> Event? {
    switch signal {
    case SIGINT: .interrupt
    case SIGTERM, SIGHUP: .end
    case SIGWINCH: .resized
    case SIGCONT: .resumed
    default: nil
    }
  }

  /// SIGALRM after that time, and again when the grace is over too; none with nil.
  private func setTimer(_ duration: Duration?) {
    let (seconds, attoseconds) = (duration ?? .zero).components
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    timer.it_value.tv_usec = suseconds_t(attoseconds / 1_000_000_000_000)
    timer.it_interval.tv_sec = Int(Self.grace.components.seconds)
    // 0 is ITIMER_REAL, whose type is another one on each system.
    setitimer(0, &timer, nil)
  }
}
