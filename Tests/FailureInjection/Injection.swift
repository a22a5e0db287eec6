@_spi(Audit) import LogtoLua
@_spi(Audit) import LuaRuntime
import TestSupport

/// Runs a script once for each of its allocations, which fails, and the one that follows it: Lua collects its garbage
/// after one failure and tries again, so that a single one proves nothing.
///
/// Each time the run ends as it does undisturbed, or with the memory limit; and the state gives back all that it took.
public struct Injection: Sendable {
  /// Which allocations fail in turn.
  public enum Places: Sendable {
    case all
    /// So many of each script's, spread over all of them.
    case sample(Int)
    /// All of the first so many, and a sample of the rest: for scripts that go round in a loop until a limit ends them,
    /// each round of which makes the same allocations.
    case first(Int, thenSample: Int)

    func places(of count: Int) -> [Int] {
      switch self {
      case .all: Array(1...max(1, count))
      case .sample(let size): Array(stride(from: 1, through: count, by: max(1, count / size)))
      case .first(let first, let rest):
        Array(1...max(1, min(first, count)))
          + (count > first ? Array(stride(from: first + 1, through: count, by: max(1, (count - first) / rest))) : [])
      }
    }
  }

  /// What a run came to, as far as it must not differ.
  public struct Ending: Equatable, Sendable {
    public var value: String?
    public var output: [UInt8]
    /// The error's kind; for a limit its name; CPU time counts as time.
    public var kind: String?
    public var message: String?
  }

  /// What was done.
  public struct Count: Sendable {
    public var scripts = 0, allocations = 0, runs = 0, limited = 0
    /// One sentence for each run that broke a promise.
    public var faults: [String] = []

    public mutating func add(_ other: Count) {
      scripts += other.scripts
      allocations += other.allocations
      runs += other.runs
      limited += other.limited
      faults += other.faults
    }
  }

  /// Makes a run that has not begun.
  private let make: @Sendable () -> Run
  private let source: [UInt8]
  private let name: String
  /// Whether value, output and message must be the same, too.
  private let isExact: Bool

  public init(_ name: String, _ source: [UInt8], isExact: Bool = true, make: @escaping @Sendable () -> Run) {
    self.name = name
    self.source = source
    self.isExact = isExact
    self.make = make
  }

  /// On a thread of its own, since Lua needs the stack.
  public func inject(_ places: Places) async -> Count {
    await OwnThread.run { injected(places) }
  }

  private func injected(_ places: Places) -> Count {
    var count = Count()
    count.scripts = 1
    let (undisturbed, balance, total) = ending(failing: nil)
    count.allocations = total
    // A message may hold random numbers: what two undisturbed runs do not have in common is not compared.
    let isExact = isExact && ending(failing: nil).0 == undisturbed
    if balance != 0 { count.faults.append("\(name), undisturbed: \(balance) bytes were not given back") }
    for place in places.places(of: total) {
      let (ending, balance, _) = ending(failing: UInt64(place))
      count.runs += 1
      if balance != 0 { count.faults.append("\(name), allocation \(place): \(balance) bytes were not given back") }
      if ending.kind == "memory" {
        count.limited += 1
      } else if !(isExact ? ending == undisturbed : ending.kind == undisturbed.kind) {
        count.faults.append("\(name), allocation \(place): \(ending.described) instead of \(undisturbed.described)")
      }
    }
    return count
  }

  /// - Returns: how the run ended, the bytes it kept, and its allocations up to there.
  private func ending(failing place: UInt64?) -> (Ending, Int64, Int) {
    let run = make()
    var state: LuaState?
    run.watchState {
      state = $0
      $0.failAllocations(first: place ?? .max / 2, count: 2)
    }
    let outcome = run.execute(source, name: name)
    var ending = Ending(value: outcome.value, output: outcome.output, kind: nil, message: nil)
    if let error = outcome.error {
      let limit = error.fields["limit"]?.stringValue
      ending.kind = error.kind == .limit ? (limit == "cpu" ? "time" : limit ?? "limit") : error.kind.rawValue
      ending.message = error.message
    }
    let allocations = state.map { Int($0.allocations) } ?? 0
    return (ending, state?.closeChecked() ?? 0, allocations)
  }
}

extension Injection.Ending {
  var described: String {
    let end = kind.map { "\($0) (\(message ?? ""))" } ?? "the value \(value ?? "nil")"
    return "\(end) and \(output.count) bytes of output"
  }
}
