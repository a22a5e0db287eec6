import LuaRuntime

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A thread that may run Lua: with the stack that this needs, and without the host's signals.
package enum WorkerThread {
  typealias ID = Int32

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// - Returns: false where the system has no thread to give.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // Lua needs 1 MiB of it at most (414 KB measured at its 200 levels of C calls).
    pthread_attr_setstacksize(&attributes, 2 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let context = Unmanaged.passRetained(Body(body))
    #if canImport(Darwin)
    var thread: pthread_t?
    let code = pthread_create(&thread, &attributes, { WorkerThread.main($0) }, context.toOpaque())
    #else
    var thread = pthread_t()
    let code = pthread_create(&thread, &attributes, { WorkerThread.main($0) }, context.toOpaque())
    #endif
    pthread_attr_destroy(&attributes)
    if code != 0 { context.release() }
    return code == 0
  }

  private static func main(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    // The host's signals are for the host's threads.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, nil)
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }

  /// The calling thread, for `demote`.
  static var current: ID { LuaRuntime.currentThread }

  /// CPU time that a thread has used.
  static func cpuTime(_ thread: ID) -> Duration { LuaRuntime.cpuTime(thread: thread) }

  /// Lets others go before this one, the more so the higher the number (to 19). There is no way back.
  static func demote(_ thread: ID, to niceness: Int) { LuaRuntime.demote(thread: thread, to: niceness) }
}
