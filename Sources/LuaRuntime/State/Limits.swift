/// What one run may use. Whatever is used up ends the run with an error of kind ``ErrorKind/limit`` that a script can
/// neither catch nor outlive.
public struct Limits: Sendable, Equatable {
  /// Wall time from the start of a run, waiting included.
  public var time: Duration?
  /// CPU time of the thread, while it runs the script.
  public var cpu: Duration?
  /// All memory of the Lua state, and buffers held for it.
  public var memory: ByteCount
  /// What `print` and `log` write.
  public var output: ByteCount
  /// The value that a run ends with, as JSON.
  public var result: ByteCount
  /// The text of one chunk, by `load` too.
  public var source: ByteCount
  /// Calls of the host's functions that go out. Counted by the host.
  public var calls: Int
  /// Nesting of JSON values, in both directions.
  public var depth: Int
  /// Coroutines alive at once.
  public var coroutines: Int

  /// The standard limits, but for what is given.
  public init(
    time: Duration? = .seconds(30), cpu: Duration? = nil, memory: ByteCount = .megabytes(64),
    output: ByteCount = .kilobytes(256), result: ByteCount = .kilobytes(256), source: ByteCount = .megabytes(1),
    calls: Int = 10_000, depth: Int = 128, coroutines: Int = 10_000
  ) {
    self.time = time
    self.cpu = cpu
    self.memory = memory
    self.output = output
    self.result = result
    self.source = source
    self.calls = calls
    self.depth = depth
    self.coroutines = coroutines
  }

  /// 30 s, 64 MiB, 10,000 calls, 256 KiB of output and of result, 1 MiB of source, 128 levels of JSON, 10,000
  /// coroutines; CPU time is bounded by the wall time alone.
  public static let standard = Limits()
}
