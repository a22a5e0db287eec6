// What other threads hand to the loop.

import Synchronization

/// One thing for the loop's thread to do.
enum Command: Sendable {
  case run(UnownedJob)
  case start(Transfer)
  case cancel(Transfer)
  case sleep(Sleeper)
  case wake(Sleeper)
  case close
}

/// A queue that knows whether its reader sleeps.
final class Inbox: Sendable {
  private struct State {
    var commands: [Command] = []
    /// The reader waits for sockets and has to be woken.
    var isSleeping = false
    /// There is a thread that reads, or will soon.
    var hasReader: Bool
  }

  private let state: Mutex<State>

  init(hasReader: Bool) {
    state = Mutex(State(hasReader: hasReader))
  }

  var isEmpty: Bool { state.withLock { $0.commands.isEmpty } }

  /// What has to be done about the reader after a command was put in.
  enum Need { case nothing, wake, newReader }

  func put(_ command: Command) -> Need {
    state.withLock { state in
      state.commands.append(command)
      if !state.hasReader {
        state.hasReader = true
        return .newReader
      }
      defer { state.isSleeping = false }
      return state.isSleeping ? .wake : .nothing
    }
  }

  /// Everything put in so far, in order.
  func take() -> [Command] {
    state.withLock { state in
      state.isSleeping = false
      guard !state.commands.isEmpty else { return [] }
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// False: there is something to read, do not sleep.
  func beginSleeping() -> Bool {
    state.withLock { state in
      state.isSleeping = state.commands.isEmpty
      return state.isSleeping
    }
  }

  /// False: there is something to read, do not leave.
  func readerLeaves() -> Bool {
    state.withLock { state in
      guard state.commands.isEmpty else { return false }
      state.hasReader = false
      return true
    }
  }
}
