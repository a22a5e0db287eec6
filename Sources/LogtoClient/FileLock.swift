// A lock between processes, which the kernel gives back when its holder dies.

import HTTPTransport

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An exclusive `flock` on a file of its own. The file is never removed: a lock on a removed file excludes no one.
struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Waits for the lock without holding a thread.
  ///
  /// - Returns: `nil` where the file cannot be opened, the lock is not free in time, or the task is cancelled.
  static func acquire(
    _ path: String, until deadline: ContinuousClock.Instant, sleeper: any HTTPTransport, clock: ClientClock
  ) async -> FileLock? {
    guard let descriptor = open(path) else { return nil }
    var pause = Duration.milliseconds(2)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let next = clock.now() + pause
      guard errno == EWOULDBLOCK || errno == EINTR, next < deadline,
        (try? await sleeper.sleep(until: next)) != nil
      else {
        close(descriptor)
        return nil
      }
      pause = min(pause * 2, .milliseconds(50))
    }
    return FileLock(descriptor: descriptor)
  }

  private static func open(_ path: String) -> Int32? {
    if let slash = path.lastIndex(of: "/") { try? PrivateFile.makeDirectory(String(path[..<slash])) }
    let descriptor = PrivateFile.openDescriptor(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
    return descriptor >= 0 ? descriptor : nil
  }

  consuming func release() {
    // The end of this scope closes the file, and closing gives the lock back.
  }

  deinit { close(descriptor) }
}
