// A plain thread that can be joined.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A thread of the operating system. Swift's cooperative threads must not block; this one may.
struct Thread: Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t?

  init(_ run: @escaping @Sendable () -> Void) {
    #if canImport(Darwin)
    var handle: pthread_t?
    #else
    var handle = pthread_t()
    #endif
    let body = Unmanaged.passRetained(Body(run))
    let status = pthread_create(
      &handle, nil,
      { argument in
        #if canImport(Darwin)
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        #else
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        #endif
        return nil
      }, body.toOpaque())
    if status != 0 { body.release() }
    self.handle = status == 0 ? handle : nil
  }

  /// Lets the thread end by itself.
  func detach() {
    if let handle { pthread_detach(handle) }
  }

  /// Waits until the thread has ended.
  func join() {
    if let handle { pthread_join(handle, nil) }
  }
}
