import HTTPTransport

/// What moves a run's requests on: the transport, the executor on which the client's tasks run, and a way for the
/// script's own thread to wait.
public struct RunDriver: Sendable {
  /// What sends the requests.
  public let transport: any HTTPTransport
  /// What the client's tasks run on; nil for Swift's own threads.
  public let executor: (any TaskExecutor)?
  private let turn: @Sendable (_ until: () -> Bool, _ deadline: ContinuousClock.Instant?) -> Void
  /// Whether requests move on only while this thread waits.
  private var isThread = false
  /// Lets a thread that waits look again at what it waits for. From any thread.
  let wake: @Sendable () -> Void

  /// The calling thread does everything: it runs the script, the client's tasks and the sockets. Nothing is faster
  /// for one script that makes one call after the other.
  public static func callingThread(_ transport: CurlTransport) -> RunDriver {
    var driver = RunDriver(
      transport: transport, executor: transport, turn: { transport.drive(until: $0, deadline: $1) },
      wake: { transport.wake() })
    driver.isThread = true
    return driver
  }

  /// The transport has a thread of its own; a thread that cannot leave a script waits for its signal.
  static func blocking(_ transport: any HTTPTransport) -> RunDriver {
    let signal = Signal()
    return RunDriver(
      transport: transport, executor: transport as? any TaskExecutor,
      turn: { done, deadline in
        while !done() {
          if let deadline, deadline <= .now { return }
          // Several scripts may wait for the one signal: none may sleep through what was another's.
          signal.wait(for: .milliseconds(2))
        }
      }, wake: { signal.send() })
  }

  /// - Parameters:
  ///   - transport: what sends the requests.
  ///   - executor: what the client's tasks run on; nil for Swift's own threads.
  ///   - turn: waits on the calling thread until the first argument answers true or the deadline is past.
  ///   - wake: makes `turn` ask again.
  public init(
    transport: any HTTPTransport, executor: (any TaskExecutor)? = nil,
    turn: @escaping @Sendable (_ until: () -> Bool, _ deadline: ContinuousClock.Instant?) -> Void,
    wake: @escaping @Sendable () -> Void
  ) {
    self.transport = transport
    self.executor = executor
    self.turn = turn
    self.wake = wake
  }

  func wait(until done: () -> Bool, deadline: ContinuousClock.Instant?) { turn(done, deadline) }

  /// Lets what was begun go out, without waiting for anything: one turn of the loop, where this thread drives it.
  func nudge() {
    guard isThread else { return }
    var turns = 0
    turn(
      {
        turns += 1
        return turns > 1
      }, nil)
  }
}
