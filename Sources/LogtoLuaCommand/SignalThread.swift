// A thread of the process's own that takes its signals.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum SignalThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// Keeps these signals from every other thread that is started from here on, and runs `body`, which waits for them.
  static func start(_ signals: [Int32], _ body: @escaping @Sendable () -> Void) {
    var signals = set(signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 256 << 10)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let context = Unmanaged.passRetained(Body(body))
    let status = pthread_create(&thread, &attributes, signalThreadMain, context.toOpaque())
    pthread_attr_destroy(&attributes)
    if status != 0 { context.release() }
  }

  fileprivate static func run(_ context: UnsafeMutableRawPointer) {
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
  }
}

private func signalThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { SignalThread.run(context) }
  return nil
}
