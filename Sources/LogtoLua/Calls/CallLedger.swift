import JSON

/// A write that a run made: what an outcome lists, in the order the writes were begun.
public struct RecordedWrite: Sendable, Equatable {
  /// What is known about it.
  public enum State: String, Sendable {
    /// The tenant answered below 400.
    case done
    /// It was sent, and no answer came: it may have happened.
    case unknown
  }

  /// The short name, or method and path where no operation has them.
  public let operation: String
  /// The HTTP method, in capitals.
  public let method: String
  /// The path as sent, without the query.
  public let path: String
  /// Whether it was done or may have been.
  public internal(set) var state: State
  /// The `id` of what the tenant answered, where it is a string.
  public internal(set) var id: String?
}

/// How often a run called one function.
public struct CallCount: Sendable, Equatable {
  /// The short name, or method and path where no operation has them.
  public let operation: String
  /// How often it was called.
  public internal(set) var count: Int
  /// How many of these calls failed, refused ones among them.
  public internal(set) var failed: Int
}

/// Counts a run's calls and keeps the list of its writes. Used on the run's own thread alone.
struct CallLedger {
  private(set) var total = 0
  private(set) var counts: [CallCount] = []
  private(set) var writes: [RecordedWrite] = []
  /// Deletes and removals that were done: what `logto.each` looks at when a total shrinks.
  private(set) var removals = 0
  private var places: [String: Int] = [:]

  mutating func begin(_ operation: String) {
    total += 1
    if let place = places[operation] {
      counts[place].count += 1
    } else {
      places[operation] = counts.count
      counts.append(CallCount(operation: operation, count: 1, failed: 0))
    }
  }

  mutating func fail(_ operation: String) {
    if let place = places[operation] { counts[place].failed += 1 }
  }

  mutating func record(_ write: RecordedWrite, removes: Bool) {
    writes.append(write)
    if removes { removals += 1 }
  }
}
