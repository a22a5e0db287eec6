// A call that no task waits for.

import HTTPTransport
import Synchronization

/// A call under way, whose end is told to a closure.
///
/// A read that has nothing to wait for but its answer goes to the transport as it is. Whatever else there may be (a
/// token to fetch, a place within the rate limit, a write, a second attempt) is a task's. So a thousand scripts that
/// wait for a slow tenant hold a thousand requests, and not as many tasks with their stacks besides.
// Unchecked: the exchange is touched by the thread that starts the call until its request is with the transport, then
// by the transport's thread when it has the answer, then by the task that goes on from there.
package final class StartedCall: @unchecked Sendable {
  private enum Way {
    case starting
    case sent(cancel: @Sendable () -> Void)
    case task(Task<Void, Never>)
    case over
  }

  private struct State {
    var way = Way.starting
    var isCancelled = false
  }

  private let exchange: Exchange
  private let executor: (any TaskExecutor)?
  private let done: @Sendable (Result<APIResponse, LogtoError>) -> Void
  private let state = Mutex(State())

  init(
    _ exchange: Exchange, on executor: (any TaskExecutor)?,
    _ done: @escaping @Sendable (Result<APIResponse, LogtoError>) -> Void
  ) {
    self.exchange = exchange
    self.executor = executor
    self.done = done
  }

  func start() {
    guard !exchange.call.isWrite, let transport = exchange.client.direct, let request = exchange.immediateRequest()
    else { return goOn(after: nil) }
    let cancel = transport.start(request) { [self] result in
      guard let answer = exchange.immediateAnswer(result) else { return goOn(after: result) }
      state.withLock { $0.way = .over }
      done(.success(answer))
    }
    state.withLock { state in
      // It may be over already, or a task's.
      if case .starting = state.way { state.way = .sent(cancel: cancel) }
    }
  }

  /// Ends the call soon, as cancelling a task does that sends it.
  package func cancel() {
    let way = state.withLock { state in
      state.isCancelled = true
      return state.way
    }
    switch way {
    case .starting, .over: break
    case .sent(let cancel): cancel()
    case .task(let task): task.cancel()
    }
  }

  private func goOn(after first: Result<HTTPResponse, HTTPFailure>?) {
    let task = Task(executorPreference: executor) { [exchange, done] in
      done(await exchange.outcome(after: first))
    }
    let isCancelled = state.withLock { state in
      state.way = .task(task)
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }
}
