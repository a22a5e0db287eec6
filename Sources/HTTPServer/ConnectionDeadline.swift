// How long the request under way on a connection may still take to arrive. libmicrohttpd's own timeouts are for
// silence only: a header dripped byte by byte never meets them.

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The deadline of one connection. It lives from the connection's start until libmicrohttpd closes the socket.
final class ConnectionDeadline: Sendable {
  private struct State {
    var socket: Int32
    var deadline: ContinuousClock.Instant?
  }
  private let state: Mutex<State>

  init(socket: Int32, deadline: ContinuousClock.Instant) {
    state = Mutex(State(socket: socket, deadline: deadline))
  }

  /// A request must have arrived by `deadline`; nil while one is being answered.
  func set(_ deadline: ContinuousClock.Instant?) {
    state.withLock { $0.deadline = deadline }
  }

  /// Shuts the socket down when its time is over. Done under the lock that `closed` takes, before libmicrohttpd
  /// closes the socket: its number cannot belong to another connection yet.
  func enforce(now: ContinuousClock.Instant) {
    state.withLock { state in
      guard let deadline = state.deadline, deadline <= now, state.socket >= 0 else { return }
      state.deadline = nil
      _ = shutdown(state.socket, Int32(SHUT_RDWR))
    }
  }

  /// The connection is about to be closed.
  func closed() {
    state.withLock { $0.socket = -1 }
  }
}
