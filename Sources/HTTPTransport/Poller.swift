// Waiting for sockets: what the loop needs of the operating system.

/// What a socket is watched for, and what happened on it.
struct Readiness: OptionSet {
  let rawValue: UInt8
  static let readable = Readiness(rawValue: 1)
  static let writable = Readiness(rawValue: 2)
  /// Only reported: reset, or closed by the other side.
  static let failed = Readiness(rawValue: 4)
}

/// Watches any number of sockets and one waker. Belongs to the loop's thread, except for `wake`.
protocol Poller: AnyObject {
  /// Says that the loop has just made this socket and will call `forget` before it closes it, so that a registration
  /// may outlive its use.
  func adopt(_ socket: Int32)
  /// Says that an adopted socket is about to be closed.
  func forget(_ socket: Int32)
  /// Sets what a socket is watched for.
  func watch(_ socket: Int32, for interest: Readiness)
  /// Waits until a watched socket is ready, `wake` was called or the time is over. Nil: without end. False: the time is over.
  @discardableResult
  func wait(milliseconds: Int32?, _ report: (Int32, Readiness) -> Void) -> Bool
  /// Ends a wait, the next one if there is none at present. Async-signal-safe; from any thread.
  func wake()
}

/// The best one of this platform.
func makePoller() -> any Poller {
  #if os(Linux)
  EpollPoller()
  #else
  PollPoller()
  #endif
}
