import LogtoClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Settings of a `LogtoRuntime`.
public struct RuntimeOptions: Sendable {
  /// Threads that run scripts; by default one for each processor, two at least. As many again, with a low priority, run
  /// those scripts that compute long; they are started where there are any.
  public var threads: Int
  /// The most threads of both kinds, twice `threads` at least. More than those are there while scripts hold threads which
  /// cannot be interrupted where they are, in a comparator of a sort or a long search for a pattern: each of those is
  /// replaced by another thread.
  public var threadsAtMost: Int
  /// Scripts that are inside at once; further callers of `run` wait.
  public var scriptsAtOnce: Int
  /// Clients that scripts reach by `logto.account(name)`.
  public var accounts: [String: LogtoClient]
  /// Policies beside the runtime's own; the strictest decides.
  public var layers: [PolicyEngine.Layer]
  /// Gets a line for every call of every script, whatever became of it.
  public var callLog: CallLog?
  /// Gets the lines that scripts log. Called on threads of the pool.
  public var log: (@Sendable (String) -> Void)?
  /// Hears of every script that ended.
  public var metrics: (@Sendable (RuntimeMetric) -> Void)?
  /// Everything else about a script; clients, limits, gate, arguments, output and log are set by the runtime.
  public var configuration: RunConfiguration
  /// What the grace of a shutdown is measured with.
  public var clock: any Clock<Duration>

  /// The defaults suit a service on a few cores; see each property.
  public init(
    threads: Int? = nil, threadsAtMost: Int = 64, scriptsAtOnce: Int = 10_000, accounts: [String: LogtoClient] = [:],
    layers: [PolicyEngine.Layer] = [], callLog: CallLog? = nil, log: (@Sendable (String) -> Void)? = nil,
    metrics: (@Sendable (RuntimeMetric) -> Void)? = nil, configuration: RunConfiguration = RunConfiguration(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.threads = max(2, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.threadsAtMost = max(2 * self.threads, threadsAtMost)
    self.scriptsAtOnce = max(1, scriptsAtOnce)
    self.accounts = accounts
    self.layers = layers
    self.callLog = callLog
    self.log = log
    self.metrics = metrics
    self.configuration = configuration
    self.clock = clock
  }
}

/// One script that ended.
public struct RuntimeMetric: Sendable {
  /// `ok`, or the error's kind.
  public let result: String
  /// Wall time from the script's start to its end, waiting included.
  public let elapsed: Duration
  /// CPU time that the script used.
  public let cpu: Duration
  /// Calls of the tenant that it made.
  public let calls: Int
  /// The most bytes of memory that it held.
  public let memoryPeak: Int

  init(_ outcome: Outcome) {
    result = outcome.error?.kind.rawValue ?? "ok"
    elapsed = outcome.elapsed
    cpu = outcome.usage.cpu
    calls = outcome.calls.reduce(0) { $0 + $1.count }
    memoryPeak = outcome.usage.memoryPeak.bytes
  }
}
