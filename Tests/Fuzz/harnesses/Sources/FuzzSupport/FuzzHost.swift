import JSON
@_spi(Audit) import LuaRuntime

/// A host with the two functions that a harness's script needs: one that gives it what the harness says, one that takes
/// what it has to show.
public final class FuzzHost: LuaHost {
  private let answers: [ReplyItem]
  private let take: (LuaArguments) -> Void

  private init(answers: [ReplyItem], take: @escaping (LuaArguments) -> Void) {
    self.answers = answers
    self.take = take
  }

  /// Runs a script in a state of its own, in which `given(i)` is the i-th answer, counted from 1, and `show(...)` calls
  /// `take`. The state must give back all that it took.
  ///
  /// - Returns: the error that ended the run, if one did.
  public static func run(
    _ script: [UInt8], _ limits: Limits, schemas: (any SchemaSource)? = nil, giving answers: [ReplyItem],
    _ take: @escaping (LuaArguments) -> Void
  ) -> LuaError? {
    let host = FuzzHost(answers: answers, take: take)
    var failure: LuaError?
    do throws(LuaError) {
      let state = try LuaState(limits: limits, host: host, schemas: schemas)
      do throws(LuaError) {
        try state.define("given", .function(FunctionID(rawValue: 0)))
        try state.define("show", .function(FunctionID(rawValue: 1)))
        try state.load(script, name: "fuzz")
        if case .failed(let error) = state.resume() { failure = error }
      } catch {
        failure = error
      }
      let balance = state.closeChecked()
      promise(balance == 0, "\(balance) bytes were not given back")
    } catch {
      failure = error
    }
    return failure
  }

  public func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply {
    if function.rawValue == 0 {
      let index = Int(arguments.integer(0) ?? 0) - 1
      return answers.indices.contains(index) ? .result(answers[index]) : .nothing
    }
    take(arguments)
    return .nothing
  }
  public func finish(_ wait: WaitID) -> Reply { .nothing }
  public func block(_ wait: WaitID) {}
  public func lookup(_ key: String, in namespace: NamespaceID) -> Reply { .nothing }
  public func names(of namespace: NamespaceID) -> [String] { [] }
  public func prelude(_ module: String) -> [UInt8]? { nil }
  public func write(_ output: UnsafeRawBufferPointer) {}
}
