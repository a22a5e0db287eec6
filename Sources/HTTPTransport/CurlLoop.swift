// The event loop: libcurl's multi handle, the sockets it waits for, timers, and the queue of each host.

import CCurl

/// Everything that happens on the loop's thread. Knows nothing of threads or tasks: it only resumes continuations.
final class CurlLoop {
  let poller: any Poller
  private let eager: EagerWait?
  private let options: TransportOptions
  private let sockets: SocketOwner
  private var multi: MultiHandle?
  private var trust: TrustStore?
  var timers = TimerHeap()
  private var hosts: [String: HostQueue] = [:]
  /// Nearly always the next one's, too.
  private var lastHost: (origin: String, queue: HostQueue)?
  private var running: [EasyHandle] = []
  private var idle: [EasyHandle] = []
  /// Have got a place in flight, and begin at the next turn. (Not at once: a queue of failures would recurse.)
  private var promoted: [Transfer] = []
  private(set) var isClosed = false
  /// From so many in flight on, memory counts for more than speed.
  private static let many = 64

  /// - Parameter isEager: whether the thread has nothing to do but wait for the loop.
  init(_ options: TransportOptions, poller: any Poller, isEager: Bool) {
    self.options = options
    self.poller = poller
    eager = isEager ? EagerWait(poller) : nil
    sockets = SocketOwner(poller)
  }

  deinit {
    releaseHandles()
  }

  var isEager: Bool { eager != nil }

  /// Nothing is in flight, waits or sleeps.
  var isIdle: Bool {
    running.isEmpty && promoted.isEmpty && timers.isEmpty && hosts.values.allSatisfy(\.isIdle)
  }

  /// Closes every connection. Only while nothing is in flight; the next request starts afresh.
  func releaseHandles() {
    idle.removeAll()
    multi = nil
  }

  // MARK: Requests

  func start(_ transfer: Transfer) {
    if case .stillborn = transfer.state { return fail(transfer, .cancelled, "cancelled before it was sent") }
    if isClosed { return fail(transfer, .closed, "the transport was shut down") }
    let queue = queue(of: transfer.url.origin)
    transfer.queue = queue
    if queue.enter(limit: max(1, options.maxRequestsPerHost)) { return begin(transfer) }
    transfer.state = .waiting
    queue.append(transfer)
    let timer = Timer(transfer.deadline, .expire(transfer))
    transfer.timer = timer
    timers.insert(timer)
  }

  private func queue(of origin: String) -> HostQueue {
    if origin == lastHost?.origin, let queue = lastHost?.queue { return queue }
    let queue = knownQueue(of: origin)
    lastHost = (origin, queue)
    return queue
  }

  private func knownQueue(of origin: String) -> HostQueue {
    if let queue = hosts[origin] { return queue }
    // Hosts are few; a program that visits very many of them forgets the idle ones.
    if hosts.count >= 64 { hosts = hosts.filter { !$0.value.isIdle } }
    let queue = HostQueue()
    hosts[origin] = queue
    return queue
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
      retire(handle)
      finish(transfer, .failure(failure))
      leave(transfer)
    }
  }

  private func begin(_ transfer: Transfer) {
    do {
      try engage(transfer)
    } catch {
      fail(transfer, error.reason, error.message)
      leave(transfer)
    }
  }

  private func engage(_ transfer: Transfer) throws(HTTPFailure) {
    let multi = try openMulti()
    let milliseconds = transfer.deadline.milliseconds(after: .now)
    guard milliseconds > 0 else { throw HTTPFailure(.timeout, "its time was over before it was sent") }
    let handle =
      if let used = idle.popLast() { used } else {
        try EasyHandle(multi.library, sockets: sockets, sessions: multi.sessions)
      }
    do throws(HTTPFailure) {
      let trust = transfer.url.isSecure && !handle.knowsAuthorities ? try trustStore(multi.library) : nil
      handle.setBuffer(isOneOfMany: running.count >= Self.many)
      try handle.prepare(transfer, milliseconds: milliseconds, options: options, trust: trust)
      try multi.add(handle)
    } catch {
      handle.release()
      idle.append(handle)
      throw error
    }
    handle.position = running.count
    running.append(handle)
    transfer.state = .running(handle)
  }

  private func trustStore(_ library: CurlLibrary) throws(HTTPFailure) -> TrustStore {
    if let trust { return trust }
    let store = try TrustStore.current(adding: options.caFile, for: library)
    trust = store
    return store
  }

  private func openMulti() throws(HTTPFailure) -> MultiHandle {
    if let multi { return multi }
    let made = try MultiHandle(CurlLibrary.shared.get(), sockets: sockets)
    multi = made
    return made
  }

  /// Takes a handle out of the multi handle, which ends its connection or stream if an exchange is under way on it.
  private func retire(_ handle: EasyHandle) {
    multi?.remove(handle)
    handle.release()
    let last = running.removeLast()
    if last !== handle {
      running[handle.position] = last
      last.position = handle.position
    }
    // A handle takes 7 KiB: a crowd of them is not kept.
    if idle.count < Self.many { idle.append(handle) }
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
    guard let multi else { return }
    if multi.runDueTimer() { collect(multi) }
  }

  /// Waits for sockets, for the next timer at most, not past `limit`, and not at all unless `mayBlock`.
  func wait(until limit: Tick?, mayBlock: Bool) {
    let milliseconds = mayBlock ? timeout(limit) : 0
    func act(on socket: Int32, _ readiness: Readiness) { multi?.act(on: socket, readiness) }
    if let eager, milliseconds != 0 {
      eager.wait(milliseconds: milliseconds, act)
    } else {
      poller.wait(milliseconds: milliseconds, act)
    }
    if let multi { collect(multi) }
  }

  private func timeout(_ limit: Tick?) -> Int32? {
    guard promoted.isEmpty else { return 0 }
    let next = min(limit ?? .never, timers.earliest ?? .never, multi?.due ?? .never)
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
      retire(handle)
      finish(transfer, result)
      leave(transfer)
    }
  }

  /// Fails everything that is under way, and whatever comes later.
  func close() {
    isClosed = true
    for queue in hosts.values {
      for transfer in queue.drain() { stop(transfer, .closed, "the transport was shut down") }
    }
    while let handle = running.last, let transfer = handle.transfer {
      stop(transfer, .closed, "the transport was shut down")
    }
    for transfer in promoted { stop(transfer, .closed, "the transport was shut down") }
    while let timer = timers.next(dueAt: .never) {
      if case .wake(let sleeper) = timer.action { wake(sleeper, false) }
    }
  }
}
