// Time as the loop reckons it: 64-bit nanoseconds. (The 128-bit arithmetic of `Duration` shows at 30,000 requests a second.)

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An instant of the monotonic clock.
struct Tick: Comparable {
  /// Since some fixed moment, never negative.
  private var nanoseconds: Int64

  static var now: Tick {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Tick(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// In the past of every `now`.
  static let past = Tick(nanoseconds: 0)
  /// In the future of every `now`.
  static let never = Tick(nanoseconds: .max)

  init(_ instant: ContinuousClock.Instant) {
    self = .now.advanced(by: instant - .now)
  }

  private init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  static func < (left: Tick, right: Tick) -> Bool { left.nanoseconds < right.nanoseconds }

  /// At most a century from now.
  func advanced(by duration: Duration) -> Tick {
    let (seconds, attoseconds) = duration.components
    let bounded = min(max(seconds, -3_000_000_000), 3_000_000_000)
    return Tick(nanoseconds: nanoseconds + bounded * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  func advanced(byMilliseconds count: Int) -> Tick {
    Tick(nanoseconds: nanoseconds + Int64(min(count, 1 << 40)) * 1_000_000)
  }

  /// From `start` until now, rounded up, so that nothing ends before its time; 0 if that is past, at most a day.
  func milliseconds(after start: Tick) -> Int {
    guard self > start else { return 0 }
    return min(Int((nanoseconds - start.nanoseconds + 999_999) / 1_000_000), 86_400_000)
  }
}
