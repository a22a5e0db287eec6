import Synchronization

/// Ends a run from any thread: calls under way are given up, a write that is on its way is waited for within the
/// client's grace, and the script runs no further instruction of its own.
public final class RunCanceller: Sendable {
  private let flag = Atomic<Bool>(false)
  private let driver: RunDriver
  private let stop = Mutex<(@Sendable () -> Void)?>(nil)

  init(_ driver: RunDriver) { self.driver = driver }

  /// Whether the run was cancelled.
  public var isCancelled: Bool { flag.load(ordering: .acquiring) }

  /// Ends the run, from any thread.
  public func cancel() {
    flag.store(true, ordering: .releasing)
    stop.withLock { $0?() }
    driver.wake()
  }

  /// Begins anew, for the next text of a session.
  public func reset() { flag.store(false, ordering: .releasing) }

  /// What stops the script while it computes.
  func onCancel(_ body: @escaping @Sendable () -> Void) {
    stop.withLock { $0 = body }
    if isCancelled { body() }
  }
}
