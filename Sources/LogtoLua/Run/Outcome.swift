import JSON
import LuaRuntime

/// What a run came to.
public struct Outcome: Sendable {
  /// The chunk's first value, as `print` would show it; nil where it returned nothing, and where the run failed.
  public var value: String?
  /// All of the chunk's values so, also those that are nil; what is longer than the limit of results is cut.
  public var values: [String] = []
  /// The same as JSON; nil unless the run was asked for it.
  public var json: [UInt8]?
  /// What the script printed, unless it was written elsewhere as it came.
  public var output: [UInt8]
  /// Nil where the run was done.
  public var error: LuaError?
  /// How often each function was called, in the order of their first calls.
  public var calls: [CallCount]
  /// The writes that were done or may have been, in the order in which they were begun: what a run that failed, was
  /// cancelled or ran into a limit leaves behind.
  public var writes: [RecordedWrite]
  /// What a dry run planned (`DryRunPlan.json`), without secrets; nil where writes were sent.
  public var plan: JSONValue?
  /// Which text of the value, the output and the error may be the tenant's.
  public var fromTenant = TenantText()
  /// Memory, CPU time and output that the run used.
  public var usage: Usage
  /// From the start of the run to its end.
  public var elapsed: Duration

  /// Whether the run was done: no error.
  public var isOK: Bool { error == nil }

  init(
    value: String? = nil, json: [UInt8]? = nil, output: [UInt8] = [], error: LuaError? = nil, ledger: CallLedger,
    usage: Usage = .none, elapsed: Duration
  ) {
    self.value = value
    self.json = json
    self.output = output
    self.error = error
    calls = ledger.counts
    writes = ledger.writes
    self.usage = usage
    self.elapsed = elapsed
  }
}
