import Synchronization

/// Lines that arrive on other threads.
final class LockedText: Sendable {
  private let lines = Mutex("")

  var text: String { lines.withLock { $0 } }

  func append(_ line: String) { lines.withLock { $0 += line + "\n" } }
}
