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
  public internal(set) var operation: String
  /// The HTTP method, in capitals.
  public let method: String
  /// The path as sent, without the query.
  public internal(set) var path: String
  /// Whether it was done or may have been.
  public internal(set) var state: State
  /// The `id` of what the tenant answered, where it is a string; else the one that the path ends with.
  public internal(set) var id: String?
}

/// How often a run called one function.
public struct CallCount: Sendable, Equatable {
  /// The short name, or method and path where no operation has them.
  public internal(set) var operation: String
  /// How often it was called.
  public internal(set) var count: Int
  /// How many of these calls failed, refused ones among them.
  public internal(set) var failed: Int
}

/// Counts a run's calls and keeps the list of its writes. Used on the run's own thread alone.
struct CallLedger {
  private(set) var total = 0
  private(set) var counts: [CallCount] = []
  /// In the order in which they were begun.
  private(set) var writes: [RecordedWrite] = []
  private var begun: [Int] = []
  /// Deletes and removals that were done: what `logto.each` looks at when a total shrinks.
  private(set) var removals = 0
  private var places = FewEntries<String, Int>()

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

  /// - Parameter number: the call's place among all of the run.
  mutating func record(_ write: RecordedWrite, number: Int, removes: Bool) {
    // Calls of branches end in another order than they began.
    let place = (begun.lastIndex { $0 < number } ?? -1) + 1
    begun.insert(number, at: place)
    writes.insert(write, at: place)
    if removes { removals += 1 }
  }

  /// What a reader sees: paths and ids hold what the script put there.
  func redacted(by secrets: RunSecrets) -> CallLedger {
    func clean(_ text: String) -> String { TerminalText.stripped(secrets.redact(text)) }
    var ledger = self
    for place in counts.indices { ledger.counts[place].operation = clean(counts[place].operation) }
    for place in writes.indices {
      ledger.writes[place].operation = clean(writes[place].operation)
      ledger.writes[place].path = clean(writes[place].path)
      ledger.writes[place].id = writes[place].id.map(clean)
    }
    return ledger
  }
}
