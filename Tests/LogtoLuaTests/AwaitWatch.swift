import HTTPTransport
import LogtoClient
import Synchronization

@testable import LogtoLua

/// Counts where a run waits: requests (those for tokens left out), sleeps, functions of the host. At the one that is asked
/// for it has the run cancelled. Also counts what is under way, and the writes that went out.
final class AwaitWatch: Sendable {
  /// When, at that point, the run is cancelled.
  enum Moment: CaseIterable {
    /// Before the request is handed to the transport, or the sleep or the function begins.
    case before
    /// While the run waits: from the tenant's side, where a request has arrived.
    case waiting
  }

  struct Counts {
    var awaits = 0
    var requests = 0
    var sleeps = 0
    /// Writes that were let out, and those of them that were after the cancellation.
    var begunWrites = 0
    var lateWrites = 0
    var isCancelled = false
  }

  let moment: Moment
  private let target: Int?
  private let state = Mutex(Counts())
  private let cancel = Mutex<(@Sendable () -> Void)?>(nil)

  init(_ moment: Moment = .before, at target: Int? = nil) {
    self.moment = moment
    self.target = target
  }

  var counts: Counts { state.withLock { $0 } }
  func change(_ body: (inout Counts) -> Void) { state.withLock { body(&$0) } }
  func onTarget(_ body: @escaping @Sendable () -> Void) { cancel.withLock { $0 = body } }

  /// - Returns: whether this was the one, and the run is cancelled now.
  @discardableResult func arrive() -> Bool {
    let isIt = isTarget()
    if isIt { fire() }
    return isIt
  }

  private func isTarget() -> Bool {
    state.withLock { counts in
      counts.awaits += 1
      return counts.awaits == target
    }
  }

  private func fire() {
    cancel.withLock { $0 }?()
    state.withLock { $0.isCancelled = true }
  }

  /// A wait without the tenant: ends by cancellation alone where it is the one.
  func wait(_ isOver: @escaping @Sendable () async throws -> Void) async throws {
    state.withLock { $0.sleeps += 1 }
    defer { state.withLock { $0.sleeps -= 1 } }
    guard isTarget() else { return try await isOver() }
    switch moment {
    case .before: fire()
    case .waiting: Task { fire() }
    }
    try await Task.sleep(for: .seconds(3600))
  }
}

/// A transport that tells the watch. Scripts sleep 100 s on it, which takes no time.
final class WatchedTransport: DirectTransport {
  private let inner: CurlTransport
  private let watch: AwaitWatch

  init(_ inner: CurlTransport, _ watch: AwaitWatch) {
    self.inner = inner
    self.watch = watch
  }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    if request.url.hasSuffix("/oidc/token") { return try await inner.send(request) }
    let request = begin(request)
    defer { watch.change { $0.requests -= 1 } }
    return try await inner.send(request)
  }

  func start(
    _ request: HTTPRequest, _ done: @escaping @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void
  ) -> @Sendable () -> Void {
    inner.start(begin(request)) { [watch] result in
      watch.change { $0.requests -= 1 }
      done(result)
    }
  }

  private func begin(_ request: HTTPRequest) -> HTTPRequest {
    watch.change { $0.requests += 1 }
    if watch.moment == .before { watch.arrive() }
    var request = request
    let isWrite = request.method != .get
    request.mayBegin = { [watch, mayBegin = request.mayBegin] in
      let isLate = watch.counts.isCancelled
      guard mayBegin?() ?? true else { return false }
      if isWrite {
        watch.change { counts in
          counts.begunWrites += 1
          if isLate { counts.lateWrites += 1 }
        }
      }
      return true
    }
    return request
  }

  func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {
    // Other ones are the runtime's and the client's: of a turn that takes long, a write's grace, a token.
    guard (.seconds(50) ... .seconds(150)).contains(instant - .now) else {
      return try await inner.sleep(until: instant)
    }
    do {
      try await watch.wait {}
    } catch {
      throw CancellationError()
    }
  }
}
