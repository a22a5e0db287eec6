// What stands by while a script runs: Ctrl-C cancels it, and a run that no check can stop ends with the process.

import LogtoLua
import LuaRuntime
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A thread that waits for Ctrl-C and for the last resort: a run that is still going a second after its time is over
/// (code that no interrupt reaches) is answered for from here, and the process ends with the limit's exit code.
final class RunKeeper: Sendable {
  private static let grace = Duration.seconds(1)
  private static let handled = [SIGINT, SIGTERM]
  private let canceller: RunCanceller
  private let timeout: Duration?
  private let envelope: PrintedOutput?
  /// Whoever sets it first reports: the run that came back, or the keeper.
  private let isReported = Atomic<Bool>(false)

  init(canceller: RunCanceller, timeout: Duration?, envelope: PrintedOutput?) {
    self.canceller = canceller
    self.timeout = timeout
    self.envelope = envelope
  }

  /// Starts the thread; SIGINT and SIGTERM go to it from here on.
  func start() {
    SignalThread.start(Self.handled) { self.watch() }
  }

  /// Called when the run is back. False where the keeper has begun to report instead.
  func finish() -> Bool { !isReported.exchange(true, ordering: .acquiringAndReleasing) }

  /// Where the keeper reports, the process ends in its thread.
  func waitForTheEnd() -> Never {
    while true { pause() }
  }

  private func watch() {
    var isTimeOver = false
    var end = timeout.map { ContinuousClock.now + $0 + Interruption.delay }
    var interrupts = Interrupts()
    while true {
      switch nextSignal(before: end) {
      case SIGINT, SIGTERM:
        canceller.cancel()
        Interruption.raise()
        if interrupts.count() { report(.limit(.cancelled, "the run was cancelled and did not stop")) }
      case 0 where !isTimeOver && isPast(end):
        // The run knows by itself; a person who was asked something does not.
        Interruption.raise()
        isTimeOver = true
        end = end.map { $0 + Self.grace }
      case 0 where isPast(end):
        canceller.cancel()
        report(.limit(.time, "the run took longer than its time and did not stop; the process was ended"))
      default: break
      }
      if isReported.load(ordering: .acquiring) { return }
    }
  }

  private func isPast(_ end: ContinuousClock.Instant?) -> Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// The next of the signals, or 0 when `end` has come.
  private func nextSignal(before end: ContinuousClock.Instant?) -> Int32 {
    var signals = SignalThread.set(Self.handled)
    #if os(Linux)
    let rest = end.map { max(.zero, $0 - ContinuousClock.now) } ?? .seconds(3600)
    let parts = rest.components
    var time = timespec(tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    let signal = sigtimedwait(&signals, nil, &time)
    return signal > 0 ? signal : 0
    #else
    var signal: Int32 = 0
    sigwait(&signals, &signal)
    return signal
    #endif
  }

  private func report(_ error: LuaError) {
    guard !isReported.exchange(true, ordering: .acquiringAndReleasing) else { return }
    if let envelope {
      StandardStream.output.write(Envelope(unresponsive: error, output: envelope.take()).line())
    } else {
      StandardStream.error.line("logto-lua: limit: \(error.message)")
    }
    _exit(ExitCode.limit.rawValue)
  }
}
