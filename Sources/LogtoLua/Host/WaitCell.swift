import LogtoClient
import LuaRuntime
import Synchronization

/// Something a script waits for: filled once, from whatever thread the work ends on.
///
/// Whoever drives the script asks `isOver` (a thread of its own, between two turns of the transport's loop), or has
/// itself told by `onOver` (a pool that must not hold a thread for a script that waits).
final class WaitCell<Value: Sendable>: Sendable {
  private enum State {
    case open((@Sendable () -> Void)?)
    case over(Value)
  }

  private let state = Mutex(State.open(nil))

  var isOver: Bool {
    state.withLock { if case .over = $0 { true } else { false } }
  }

  var value: Value? {
    state.withLock { if case .over(let value) = $0 { value } else { nil } }
  }

  /// Fills the cell. The first value counts.
  func fill(_ value: Value) {
    let callback = state.withLock { state -> (@Sendable () -> Void)? in
      guard case .open(let callback) = state else { return nil }
      state = .over(value)
      return callback
    }
    callback?()
  }

  /// Calls `body` once the cell is filled; at once where it is already.
  func onOver(_ body: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { state -> Bool in
      guard case .open = state else { return true }
      state = .open(body)
      return false
    }
    if isOver { body() }
  }
}
