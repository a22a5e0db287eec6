// The event loop: transfers from their start to their end, timers, and what a turn does.

import CCurl

/// Everything that happens on the loop's thread. Knows nothing of threads or tasks: it only resumes continuations.
final class CurlLoop {
  let poller: any Poller
  private let eager: EagerWait?
  private let maxRequestsPerHost: Int
  private let handles: HandlePool
  var timers = TimerHeap()
  private var hosts = HostQueues()
  /// Have got a place in flight, and begin at the next turn. (Not at once: a queue of failures would recurse.)
  private var promoted: [Transfer] = []
  private(set) var isClosed = false

  /// - Parameter isEager: whether the thread has nothing to do but wait for the loop.
  init(_ options: TransportOptions, poller: any Poller, isEager: Bool) {
    self.poller = poller
    eager = isEager ? EagerWait(poller) : nil
    maxRequestsPerHost = max(1, options.maxRequestsPerHost)
    handles = HandlePool(options, sockets: SocketOwner(poller))
  }

  var isEager: Bool { eager != nil }

  /// Nothing is in flight, waits or sleeps.
  var isIdle: Bool {
    handles.isIdle && promoted.isEmpty && timers.isEmpty && hosts.isIdle
  }

  /// Closes every connection. Only while nothing is in flight; the next request starts afresh.
  func releaseHandles() { handles.releaseAll() }

  // MARK: Requests

  func start(_ transfer: Transfer) {
    if case .stillborn = transfer.state { return fail(transfer, .cancelled, "cancelled before it was sent") }
    if isClosed { return fail(transfer, .closed, "the transport was shut down") }
    let queue = hosts.queue(of: transfer.url)
    transfer.queue = queue
    if queue.enter(limit: maxRequestsPerHost) { return begin(transfer) }
    transfer.state = .waiting
    queue.append(transfer)
    let timer = Timer(transfer.deadline, .expire(transfer))
    transfer.timer = timer
    timers.insert(timer)
  }

  func cancel(_ transfer: Transfer) {
    stop(transfer, .cancelled, "cancelled")
  }

  /// Ends a transfer early, whatever its state.
  private func stop(_ transfer: Transfer, _ reason: HTTPFailure.Reason, _ cause: String) {
    switch transfer.state {
    case .new: transfer.state = .stillborn
    case .stillborn, .finished: break
    case .waiting:
      transfer.queue?.remove(transfer)
      fail(transfer, reason, "\(cause) while it waited for its turn")
    case .promoted:
      promoted.removeAll { $0 === transfer }
      fail(transfer, reason, "\(cause) while it waited for its turn")
      leave(transfer)
    case .running(let handle):
      let failure = handle.outcome(CURLE_OK, attempts: transfer.attempts).failure(reason, cause, transfer)
      handles.retire(handle)
      finish(transfer, .failure(failure))
      leave(transfer)
    }
  }

  private func begin(_ transfer: Transfer) {
    do {
      transfer.state = .running(try handles.engage(transfer))
    } catch {
      fail(transfer, error.reason, error.message)
      leave(transfer)
    }
  }

  private func fail(_ transfer: Transfer, _ reason: HTTPFailure.Reason, _ cause: String) {
    let message = "\(transfer.request.method) \(transfer.url.display): \(cause)"
    finish(transfer, .failure(HTTPFailure(reason, message)))
  }

  private func finish(_ transfer: Transfer, _ result: Result<HTTPResponse, HTTPFailure>) {
    transfer.state = .finished
    if let timer = transfer.timer { timers.remove(timer) }
    transfer.timer = nil
    transfer.done?(result)
    transfer.done = nil
  }

  /// Hands the place in flight on.
  private func leave(_ transfer: Transfer) {
    guard let next = transfer.queue?.leave() else { return }
    next.state = .promoted
    promoted.append(next)
  }

  // MARK: Turns

  /// Does everything that is due, without waiting.
  func advance() {
    while let next = promoted.popLast() { begin(next) }
    if !timers.isEmpty { runTimers() }
    guard let multi = handles.multi else { return }
    if multi.runDueTimer() { collect(multi) }
  }

  /// Waits for sockets, for the next timer at most, not past `limit`, and not at all unless `mayBlock`.
  func wait(until limit: Tick?, mayBlock: Bool) {
    let milliseconds = mayBlock ? timeout(limit) : 0
    func act(on socket: Int32, _ readiness: Readiness) { handles.multi?.act(on: socket, readiness) }
    if let eager, milliseconds != 0 {
      eager.wait(milliseconds: milliseconds, act)
    } else {
      poller.wait(milliseconds: milliseconds, act)
    }
    if let multi = handles.multi { collect(multi) }
  }

  private func timeout(_ limit: Tick?) -> Int32? {
    guard promoted.isEmpty else { return 0 }
    let next = min(limit ?? .never, timers.earliest ?? .never, handles.multi?.due ?? .never)
    if next == .never { return nil }
    return Int32(next == .past ? 0 : next.milliseconds(after: .now))
  }

  private func runTimers() {
    let now = Tick.now
    while let timer = timers.next(dueAt: now) {
      switch timer.action {
      case .wake(let sleeper): wake(sleeper, true)
      case .expire(let transfer): stop(transfer, .timeout, "its time was over")
      }
    }
  }

  private func collect(_ multi: MultiHandle) {
    while let (handle, code) = multi.nextFinished() {
      guard let transfer = handle.transfer else { continue }
      let result: Result<HTTPResponse, HTTPFailure> =
        code == CURLE_OK && transfer.answer.hasAllHeaders
        ? .success(transfer.answer.response())
        : .failure(handle.outcome(code, attempts: transfer.attempts).failure(of: transfer))
      handles.retire(handle)
      finish(transfer, result)
      leave(transfer)
    }
  }

  /// Fails everything that is under way, and whatever comes later.
  func close() {
    isClosed = true
    for transfer in hosts.drain() { stop(transfer, .closed, "the transport was shut down") }
    while let transfer = handles.lastTransfer {
      stop(transfer, .closed, "the transport was shut down")
    }
    for transfer in promoted { stop(transfer, .closed, "the transport was shut down") }
    while let timer = timers.next(dueAt: .never) {
      if case .wake(let sleeper) = timer.action { wake(sleeper, false) }
    }
  }
}
