import CLua
import CLuaGuard
import JSON

/// One sandboxed Lua state: a script, its limits, and the host that it talks to.
///
/// ```swift
/// let state = try LuaState(limits: .standard, host: host)
/// try state.define("logto", .namespace(NamespaceID(rawValue: 1), name: "logto"))
/// try state.load(Array(source.utf8), name: "script.lua")
/// var step = state.resume()
/// while case .waiting(let wait) = step { await host.over(wait); step = state.resume() }
/// ```
/// A session loads and resumes again and again; globals stay.
///
/// The thread that resumes needs 2 MiB of stack. It must be a thread of the caller's own, never one of Swift's
/// cooperative pool, which endless scripts would hold.
// Unchecked: used by one thread at a time (the caller's promise); `stop` and `preempt`, which may come from any thread,
// touch nothing but atomics of the C side, which live as long as the object.
public final class LuaState: @unchecked Sendable {
  /// What its runs may use, each.
  public let limits: Limits
  /// The host must outlive the state's last call.
  let host: any LuaHost
  let schemas: (any SchemaSource)?
  let replies = ReplyBuffer()
  /// Made at the first use of `print`, `inspect` or `json`.
  lazy var json = JSONLibrary(limits: limits)
  let guardState: OpaquePointer
  /// Bytes that `print` and `log` wrote in this run.
  var outputBytes = 0
  /// The C side is gone; see ``closeChecked()``.
  var isClosed = false
  /// A limit that the host found to be exceeded, in its own words.
  var hostLimit: LuaError? {
    get { boxedHostLimit as? LuaError }
    set { boxedHostLimit = newValue }
  }
  private var boxedHostLimit: (any Error)?  // few have one, and it is large

  /// - Throws: ``LuaError`` of kind ``ErrorKind/limit`` where the memory limit is too small to begin with, and of kind
  ///   ``ErrorKind/script`` where this machine's liblua is one that cannot be made safe.
  public init(limits: Limits = .standard, host: any LuaHost, schemas: (any SchemaSource)? = nil) throws(LuaError) {
    self.limits = limits
    self.host = host
    self.schemas = schemas
    var bounds = limits.bounds
    var problem: UnsafePointer<CChar>?
    guard let made = guard_new(guard_host.calling, &bounds, &problem) else {
      throw LuaState.refusal(problem, limits: limits)
    }
    guardState = made
    guard_set_context(made, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if !isClosed { guard_free(guardState) }
  }

  /// Sets a global.
  ///
  /// - Throws: ``LuaError`` of kind ``ErrorKind/limit`` where there is no memory for it; any error of a prelude module
  ///   that the item runs.
  public func define(_ global: String, _ item: ReplyItem) throws(LuaError) {
    let reply = try replies.results([item], state: self)
    if let item = reply.items, guard_define(guardState, global, item) == GUARD_FAILED { throw failure() }
  }

  /// Compiles a text; the next ``resume(slice:)`` starts it. In a session, each run begins with a load; what a script
  /// did to the standard globals (`print`, `string`, …) is put right again.
  ///
  /// - Parameters:
  ///   - source: the text, in UTF-8.
  ///   - name: what messages call the text: a file's path, or a word such as `-e`.
  /// - Throws: ``LuaError`` of kind ``ErrorKind/script`` for a syntax error (with its position), and ``ErrorKind/limit``
  ///   for a text longer than ``Limits/source``.
  public func load(_ source: [UInt8], name: String) throws(LuaError) {
    hostLimit = nil
    outputBytes = 0
    let status = source.withUnsafeBytes { bytes in
      guard_load(guardState, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name)
    }
    if status == GUARD_FAILED { throw failure() }
  }

  /// How a run went on.
  public enum Step: Sendable {
    /// The chunk returned; see ``LuaState/withResults(_:)``.
    case finished
    /// The script waits: resume when the wait is over, or after ``LuaState/stop(_:)``.
    case waiting(WaitID)
    /// The slice is over, or somebody asked for the thread: resume when it is this script's turn again.
    case preempted
    /// An error that the script did not catch, or a limit. The run is over.
    case failed(LuaError)
  }

  /// Goes on with the run, on the calling thread, until it ends, waits, or is preempted.
  ///
  /// - Parameter slice: be preempted after so much time (where Lua can yield; a few milliseconds later elsewhere).
  public func resume(slice: Duration? = nil) -> Step {
    switch Int(guard_resume(guardState, slice?.nanoseconds ?? 0)) {
    case GUARD_DONE: .finished
    case GUARD_WAITING: .waiting(WaitID(rawValue: guard_wait(guardState)))
    case GUARD_PREEMPTED: .preempted
    default: .failed(closing(after: failure()))
    }
  }

  /// Closes what the main part has still to close, as `lua` does: with the error, under the same limits. An error of
  /// that replaces the first, and so does a limit; after a limit nothing is closed.
  private func closing(after error: LuaError) -> LuaError {
    guard guard_unwind(guardState) else { return error }
    var last = failure()
    if last.traceback.isEmpty { last.traceback = error.traceback }
    return last
  }

  /// Reads the values that the chunk returned, after ``Step/finished``.
  public func withResults<R>(_ body: (LuaArguments) throws -> R) rethrows -> R {
    let count = guard_result_count(guardState)
    let thread = guard_thread(guardState)
    return try body(LuaArguments(state: thread, first: lua_gettop(thread) - count + 1, count: Int(count)))
  }

  /// Ends the run, from any thread: the script runs no further instruction of its own, and the resume that goes on, or
  /// the next one, fails. A host that waits for something must end its wait itself. A stop before the first load ends
  /// that run; one between two runs of a session is forgotten at the next load.
  public func stop(_ limit: LimitKind) {
    guard_stop(guardState, limit.rawValue)
  }

  /// Asks a running script to give up its thread soon, from any thread: its resume ends with ``Step/preempted``.
  public func preempt() {
    guard_preempt(guardState)
  }

  /// When the run's time is over; nil before its first resume, and without a limit. Waiting is not interrupted by the
  /// state: whoever waits ends the wait then.
  public var deadline: ContinuousClock.Instant? {
    let end = guard_deadline(guardState)
    guard end != 0 else { return nil }
    return ContinuousClock.now.advanced(by: .nanoseconds(end - guard_now()))
  }

  /// What it has used since it was made.
  public var usage: Usage {
    let used = guard_usage_of(guardState)
    return Usage(
      memory: ByteCount(Int(used.memory)), memoryPeak: ByteCount(Int(used.memory_peak)),
      cpu: .nanoseconds(used.cpu), output: ByteCount(outputBytes), coroutinesPeak: Int(used.coroutines_peak))
  }
}

/// What the process of a program should do first thing in `main`, before it has threads: registers with the kernel
/// what interrupting a script needs. It costs 2 µs then, and 20 ms at the first script where it was left out.
public enum LuaRuntime {
  /// Registers with the kernel; see ``LuaRuntime``.
  public static func prepareProcess() { guard_prepare_process() }

  /// The system's number of the calling thread, for ``demote(thread:to:)``.
  package static var currentThread: Int32 { guard_thread_self() }

  /// CPU time that a thread which is known to live has used; zero where the system does not say.
  package static func cpuTime(thread: Int32) -> Duration { .nanoseconds(guard_thread_cpu(thread)) }

  /// Lowers the priority of a thread that is known to live, for good; 19 is the lowest there is. Linux alone has a priority
  /// for each thread.
  package static func demote(thread: Int32, to niceness: Int) { guard_thread_demote(thread, Int32(niceness)) }
}

extension Duration {
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds.multipliedReportingOverflow(by: 1_000_000_000).overflow
      ? .max : seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
