// Tests that give a program little memory or time, and the sanitizers, which take several times as much of both.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The sanitizer that the tests run under: scripts/sanitize names it in SANITIZER.
public enum Sanitizer {
  private static let isOn = getenv("SANITIZER") != nil

  /// So many bytes, or what a program takes in their place (measured: the thread sanitizer's take up to three times).
  public static func bytes(_ count: Int) -> Int { isOn ? 8 * count : count }

  /// A time that nothing but the machine's slowness may use up, or ten times it.
  public static func time(_ duration: Duration) -> Duration { isOn ? duration * 10 : duration }
}
