#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A thread of the test's own, which does one thing after a while.
final class Thread {
  private final class Work {
    let body: @Sendable () -> Void
    let delay: UInt32
    init(_ body: @escaping @Sendable () -> Void, _ delay: UInt32) {
      self.body = body
      self.delay = delay
    }
  }

  private var thread = pthread_t()

  init(milliseconds: UInt32 = 0, microseconds: UInt32 = 0, _ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body, milliseconds * 1000 + microseconds)).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
        usleep(work.delay)
        work.body()
        return nil
      }, work)
  }

  func join() { pthread_join(thread, nil) }
}
