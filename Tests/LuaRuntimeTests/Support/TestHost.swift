import JSON
import LuaRuntime
import Synchronization

/// A host whose functions are closures, in the namespace `host` and, for those of a prelude, in its own.
final class TestHost: LuaHost {
  typealias Body = (LuaArguments) -> Reply

  static let namespace = NamespaceID(rawValue: 1)

  private var bodies: [Body] = []
  private var numbers: [String: FunctionID] = [:]
  private(set) var output: [UInt8] = []
  private(set) var blocked: [WaitID] = []
  private var nextWait: UInt64 = 1
  private var answers: [WaitID: Reply] = [:]
  var preludes: [String: String] = [:]
  /// Called when Lua blocks.
  var onBlock: (WaitID) -> Void = { _ in }
  var onWrite: () -> Void = {}

  func function(_ name: String, _ body: @escaping Body) {
    numbers[name] = FunctionID(rawValue: UInt32(bodies.count))
    bodies.append(body)
  }

  /// A function that waits, and then answers with what `body` makes of its arguments.
  func waiting(_ name: String, _ body: @escaping Body = { _ in .result(.string("over")) }) {
    function(name) { [unowned self] arguments in wait(for: body(arguments)) }
  }

  func wait(for answer: Reply) -> Reply {
    let wait = WaitID(rawValue: nextWait)
    nextWait += 1
    answers[wait] = answer
    return .wait(wait)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply { bodies[Int(function.rawValue)](arguments) }
  func finish(_ wait: WaitID) -> Reply { answers.removeValue(forKey: wait) ?? .nothing }
  func block(_ wait: WaitID) {
    blocked.append(wait)
    onBlock(wait)
  }
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply {
    numbers[key].map { .result(.function($0)) } ?? .nothing
  }
  func names(of namespace: NamespaceID) -> [String] { numbers.keys.sorted() }
  func prelude(_ module: String) -> [UInt8]? { preludes[module].map { Array($0.utf8) } }
  func write(_ bytes: UnsafeRawBufferPointer) {
    output.append(contentsOf: bytes)
    onWrite()
  }
}

/// What came of a script.
struct Outcome {
  var error: LuaError?
  /// The returned values: strings as they are, the rest as the host sees them.
  var values: [String]
  var waits = 0
  var preemptions = 0

  var value: String? { values.first }
}

extension TestHost {
  func state(limits: Limits = .standard) throws -> LuaState {
    let state = try LuaState(limits: limits, host: self)
    try state.define("host", .namespace(Self.namespace, name: "host"))
    return state
  }

  /// Runs a script to its end; its waits are over at once.
  func run(_ source: String, limits: Limits = .standard, name: String = "test.lua", slice: Duration? = nil) throws
    -> Outcome
  {
    let state = try state(limits: limits)
    return state.run(source, name: name, slice: slice)
  }
}

extension LuaState {
  func run(_ source: String, name: String = "test.lua", slice: Duration? = nil) -> Outcome {
    var outcome = Outcome(error: nil, values: [])
    do throws(LuaError) {
      try load(Array(source.utf8), name: name)
    } catch {
      outcome.error = error
      return outcome
    }
    while true {
      switch resume(slice: slice) {
      case .finished:
        outcome.values = withResults { results in (0..<results.count).map { results.shown($0) } }
        return outcome
      case .waiting: outcome.waits += 1
      case .preempted: outcome.preemptions += 1
      case .failed(let error):
        outcome.error = error
        return outcome
      }
    }
  }
}

extension LuaArguments {
  func shown(_ index: Int) -> String {
    switch type(index) {
    case .string: return string(index) ?? "(bytes)"
    case .boolean: return bool(index) == true ? "true" : "false"
    case .number: return isInteger(index) ? "\(integer(index) ?? 0)" : "\(number(index) ?? 0)"
    default: return type(index).rawValue
    }
  }
}
