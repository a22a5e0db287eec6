// The transport over libcurl: requests of any number of tasks, served by one thread.

import Synchronization

/// HTTP over libcurl's multi interface: any number of requests in flight on one thread.
///
/// It is also a task executor: client code that runs with it as its preference stays on the loop's own thread, which
/// spares two thread switches a request.
///
///     let transport = CurlTransport()
///     let answer = try await transport.send(HTTPRequest(.get, "https://tenant.example/api/users"))
///
/// libcurl is loaded at the first request. Answers that were gzip or brotli arrive decompressed, HTTP/2 is used where a
/// TLS server offers it, connections rest for at most 3 s (the server closes them at 5), and certificates are always
/// checked: against the system's authorities or those of `SSL_CERT_FILE` and `SSL_CERT_DIR`, and those of the options.
public final class CurlTransport: DirectTransport, TaskExecutor {
  /// Which thread the loop runs on.
  public enum Driver: Sendable {
    /// A thread of its own, started when there is something to do and ended after ten idle seconds.
    case ownThread
    /// Whichever thread calls `drive(until:deadline:)`; nothing happens in between. Where answers come at once, that
    /// thread looks for the next one for up to 100 µs before it sleeps.
    case caller
  }

  let driver: Driver
  let inbox: Inbox
  /// The thread that runs the loop at present, or 0.
  let loopThread = Atomic<UInt>(0)
  /// Unchecked: touched by the loop's thread alone; `loopThread` and the inbox say which that is.
  nonisolated(unsafe) let loop: CurlLoop
  /// Jobs that are ready to run. Unchecked: as `loop`.
  nonisolated(unsafe) var ready = JobQueue()

  /// Starts nothing yet: libcurl is loaded, and the thread started, with the first request.
  public convenience init(driver: Driver = .ownThread, options: TransportOptions = TransportOptions()) {
    self.init(driver: driver, options: options, poller: makePoller())
  }

  init(driver: Driver, options: TransportOptions, poller: any Poller) {
    self.driver = driver
    inbox = Inbox(hasReader: driver == .caller)
    loop = CurlLoop(options, poller: poller, isEager: driver == .caller)
  }

  /// Loads libcurl, which takes about 4 ms, on the calling thread. Worth doing beside other work before the first request.
  public static func preload() throws(HTTPFailure) {
    _ = try CurlLibrary.shared.get()
  }

  /// Sends the request once. Cancelling the task ends it within a millisecond.
  public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    let transfer = try Transfer(checking: request)
    let result = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        transfer.done = { continuation.resume(returning: $0) }
        submit(.start(transfer))
      }
    } onCancel: {
      submit(.cancel(transfer))
    }
    return try result.get()
  }

  package func start(
    _ request: HTTPRequest, _ done: @escaping @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void
  ) -> @Sendable () -> Void {
    do throws(HTTPFailure) {
      let transfer = try Transfer(checking: request)
      transfer.done = done
      submit(.start(transfer))
      return { [self] in submit(.cancel(transfer)) }
    } catch {
      done(.failure(error))
      return {}
    }
  }

  /// Sleeps on the loop: needs no other thread.
  public func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {
    let sleeper = Sleeper(Tick(instant))
    let slept = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        sleeper.continuation = continuation
        submit(.sleep(sleeper))
      }
    } onCancel: {
      submit(.wake(sleeper))
    }
    guard slept else { throw CancellationError() }
  }

  /// Fails every request, those under way and those to come, with the reason `.closed`; sleepers are cancelled. Tasks
  /// that prefer this executor still run to their end (with the driver `.caller`: when it is driven).
  public func shutdown() {
    submit(.close)
  }

  /// Shuts down, and lets the tasks that prefer this executor run to their end. Only for the driver `.caller`, whose
  /// tasks would otherwise be left where they are, and keep the transport.
  public func finish() {
    shutdown()
    drive(until: { loop.isIdle && ready.isEmpty && inbox.isEmpty })
  }
}
