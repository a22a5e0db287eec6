// The two clocks the client reads, so that tests can pass their own. Sleeping is the transport's.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The time as the client sees it.
public struct ClientClock: Sendable {
  /// For deadlines and waiting.
  public var now: @Sendable () -> ContinuousClock.Instant
  /// Seconds since 1970, for what is kept across processes and for dates of the tenant.
  public var unixTime: @Sendable () -> Double

  /// Two clocks of your own, for tests.
  public init(
    now: @escaping @Sendable () -> ContinuousClock.Instant, unixTime: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.unixTime = unixTime
  }

  /// The clocks of this machine.
  public static let system = ClientClock(
    now: { ContinuousClock.now },
    unixTime: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    })
}
