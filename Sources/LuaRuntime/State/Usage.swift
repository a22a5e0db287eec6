/// What a state has used so far.
public struct Usage: Sendable, Equatable {
  /// Memory held now.
  public var memory = ByteCount(0)
  /// The most memory that was held at any time.
  public var memoryPeak = ByteCount(0)
  /// CPU time of the threads that ran the state.
  public var cpu = Duration.zero
  /// What `print` and `log` wrote.
  public var output = ByteCount(0)
  /// The most coroutines that were alive at once.
  public var coroutinesPeak = 0
}

extension Usage {
  /// Nothing used yet.
  public static let none = Usage()
}
