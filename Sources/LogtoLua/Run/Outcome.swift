import JSON
import LuaRuntime

/// What a run came to.
public struct Outcome: Sendable {
  /// The chunk's first value, as `print` would show it; nil where it returned nothing, and where the run failed.
  public var value: String? {
    get { parts.value }
    set { parts.value = newValue }
  }
  /// All of the chunk's values so, also those that are nil; what is longer than the limit of results is cut.
  public var values: [String] {
    get { parts.values }
    set { parts.values = newValue }
  }
  /// The same as JSON; nil unless the run was asked for it.
  public var json: [UInt8]? {
    get { parts.json }
    set { parts.json = newValue }
  }
  /// What the script printed, unless it was written elsewhere as it came.
  public var output: [UInt8] {
    get { parts.output }
    set { parts.output = newValue }
  }
  /// Nil where the run was done.
  public var error: LuaError? {
    get { parts.error }
    set { parts.error = newValue }
  }
  /// How often each function was called, in the order of their first calls.
  public var calls: [CallCount] {
    get { parts.calls }
    set { parts.calls = newValue }
  }
  /// The writes that were done or may have been, in the order in which they were begun: what a run that failed, was
  /// cancelled or ran into a limit leaves behind.
  public var writes: [RecordedWrite] {
    get { parts.writes }
    set { parts.writes = newValue }
  }
  /// What a dry run planned (`DryRunPlan.json`), without secrets; nil where writes were sent.
  public var plan: JSONValue? {
    get { parts.plan }
    set { parts.plan = newValue }
  }
  /// Which text of the value, the output and the error may be the tenant's.
  public var fromTenant: TenantText {
    get { parts.fromTenant }
    set { parts.fromTenant = newValue }
  }
  /// Memory, CPU time and output that the run used.
  public var usage: Usage {
    get { parts.usage }
    set { parts.usage = newValue }
  }
  /// From the start of the run to its end.
  public var elapsed: Duration {
    get { parts.elapsed }
    set { parts.elapsed = newValue }
  }

  /// Whether the run was done: no error.
  public var isOK: Bool { error == nil }

  struct Parts: Sendable {
    var value: String?
    var values: [String] = []
    var json: [UInt8]?
    var output: [UInt8] = []
    var error: LuaError?
    var calls: [CallCount] = []
    var writes: [RecordedWrite] = []
    var plan: JSONValue?
    var fromTenant = TenantText()
    var usage = Usage.none
    var elapsed = Duration.zero
  }

  /// One reference, since each function that waits for a run keeps room for its outcome, and so does each that waits for
  /// that function: four hundred bytes each would be most of what a script that waits takes.
  private final class Box: Sendable {
    let parts: Parts
    init(_ parts: Parts) { self.parts = parts }
  }

  private var box: Box
  private var parts: Parts {
    get { box.parts }
    set { box = Box(newValue) }
  }

  init(_ parts: Parts) { box = Box(parts) }

  init(json: [UInt8]? = nil, error: LuaError?, ledger: CallLedger, elapsed: Duration) {
    self.init(
      Parts(json: json, error: error, calls: ledger.counts, writes: ledger.writes, elapsed: elapsed))
  }
}
