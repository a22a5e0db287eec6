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
  /// Wrappers (`timeout`, npm) signal the process and then its group: what comes this soon is still the first Ctrl-C.
  private static let echo = Duration.milliseconds(250)
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
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 256 << 10)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(&thread, &attributes, keeperMain, context)
    pthread_attr_destroy(&attributes)
    if status != 0 { Unmanaged<RunKeeper>.fromOpaque(context).release() }
  }

  /// Called when the run is back. False where the keeper has begun to report instead.
  func finish() -> Bool { !isReported.exchange(true, ordering: .acquiringAndReleasing) }

  /// Where the keeper reports, the process ends in its thread.
  func waitForTheEnd() -> Never {
    while true { pause() }
  }

  fileprivate func watch() {
    var isTimeOver = false
    var end = timeout.map { ContinuousClock.now + $0 + Interruption.delay }
    var firstInterrupt: ContinuousClock.Instant?
    while true {
      switch nextSignal(before: end) {
      case SIGINT, SIGTERM:
        canceller.cancel()
        Interruption.raise()
        let now = ContinuousClock.now
        if now - (firstInterrupt ?? now) > Self.echo {
          report(.limit(.cancelled, "the run was cancelled and did not stop"))
        }
        firstInterrupt = firstInterrupt ?? now
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
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
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

private func keeperMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<RunKeeper>.fromOpaque(context).takeRetainedValue().watch() }
  return nil
}
