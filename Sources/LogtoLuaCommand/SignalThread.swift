// A thread of the process's own that takes its signals.

import LogtoLua

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum SignalThread {
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
    _ = WorkerThread.start(body)
  }
}
