// A call that no task waits for.

import HTTPTransport
import Synchronization

/// A call under way. Whoever waits for it asks whether it is over, or has itself told.
///
/// A read that has nothing to wait for but its answer goes to the transport as it is. Whatever else there may be (a
/// token to fetch, a place within the rate limit, a write, a second attempt) is a task's. So a thousand scripts that
/// wait for a slow tenant hold a thousand requests, and not as many tasks with their stacks besides.
package final class StartedCall: Sendable {
  private enum Way {
    case starting
    case sent(cancel: @Sendable () -> Void)
    case task(Task<Void, Never>)
    /// Indirect, since it is several times as large as what is kept until then.
    indirect case over(Result<APIResponse, LogtoError>)
  }

  private struct State {
    var way = Way.starting
    var isCancelled = false
    var whenOver: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// A call that is answered without the tenant.
  package init(over result: Result<APIResponse, LogtoError>) {
    state.withLock { $0.way = .over(result) }
  }

  /// A call that takes a task from its beginning.
  package init(
    on executor: (any TaskExecutor)?, _ send: @escaping @Sendable () async -> Result<APIResponse, LogtoError>
  ) {
    goOn(on: executor, send)
  }

  init(_ exchange: Exchange, on executor: (any TaskExecutor)?) {
    guard !exchange.call.isWrite, let transport = exchange.client.direct, let request = exchange.immediateRequest()
    else {
      goOn(on: executor) { await exchange.outcome() }
      return
    }
    let cancel = transport.start(request) { [self] result in
      if let answer = exchange.immediateAnswer(result) { return end(.success(answer)) }
      goOn(on: executor) { await exchange.outcome(after: result) }
    }
    state.withLock { state in
      // It may be over already, or a task's.
      if case .starting = state.way { state.way = .sent(cancel: cancel) }
    }
  }

  package var isOver: Bool { state.withLock { if case .over = $0.way { true } else { false } } }

  /// Nil as long as the call is under way.
  package var result: Result<APIResponse, LogtoError>? {
    state.withLock { if case .over(let result) = $0.way { result } else { nil } }
  }

  /// Has `body` called once the call is over, on whatever thread it ends; at once where it is over already. The last
  /// body counts.
  package func onOver(_ body: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { state in
      if case .over = state.way { return true }
      state.whenOver = body
      return false
    }
    if isOver { body() }
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

  private func goOn(
    on executor: (any TaskExecutor)?, _ send: @escaping @Sendable () async -> Result<APIResponse, LogtoError>
  ) {
    let task = Task(executorPreference: executor) { [self] in end(await send()) }
    let isCancelled = state.withLock { state in
      // It may be over already.
      if case .over = state.way { return false }
      state.way = .task(task)
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }

  private func end(_ result: Result<APIResponse, LogtoError>) {
    let whenOver = state.withLock { state in
      state.way = .over(result)
      defer { state.whenOver = nil }
      return state.whenOver
    }
    whenOver?()
  }
}
