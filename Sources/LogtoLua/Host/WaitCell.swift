import LogtoClient
import LuaRuntime
import Synchronization

/// Something a script waits for: filled once, from whatever thread the work ends on.
///
/// Whoever drives the script asks `isOver` (a thread of its own, between two turns of the transport's loop), or has
/// itself told by `onOver` (a pool that must not hold a thread for a script that waits).
final class WaitCell<Value: Sendable>: Sendable {
  private let state = Mutex(WaitState<Value>.open(nil))

  var isOver: Bool { state.withLock { $0.isOver } }
  var value: Value? { state.withLock { $0.value } }

  /// Fills the cell. The first value counts.
  func fill(_ value: Value) {
    let callback = state.withLock { $0.fill(value) }
    callback?()
  }

  /// Calls `body` once the cell is filled; at once where it is already.
  func onOver(_ body: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { $0.tell(body) }
    if isOver { body() }
  }
}

/// What a cell holds: who is to be told, or the value.
private enum WaitState<Value: Sendable>: Sendable {
  case open((@Sendable () -> Void)?)
  case over(Value)

  var isOver: Bool { if case .over = self { true } else { false } }
  var value: Value? { if case .over(let value) = self { value } else { nil } }

  /// Gives whom to tell, outside of the lock.
  mutating func fill(_ value: Value) -> (@Sendable () -> Void)? {
    guard case .open(let callback) = self else { return nil }
    self = .over(value)
    return callback
  }

  /// Whether it is over already.
  mutating func tell(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard case .open = self else { return true }
    self = .open(body)
    return false
  }
}
