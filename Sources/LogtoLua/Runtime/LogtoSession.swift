/// A state that runs texts one after the other: globals stay from one to the next. What a REPL is made of.
public final class LogtoSession: Sendable {
  private let runtime: LogtoRuntime
  private let task: ScriptTask
  private let turn = Admission(1)

  init(_ runtime: LogtoRuntime, _ task: ScriptTask) {
    self.runtime = runtime
    self.task = task
  }

  /// Runs a text to its end; texts of one session never overlap. Cancelling the task ends the text, not the session.
  public func run(_ source: String, name: String = "session") async -> Outcome {
    guard await turn.enter() else { return .refused(.cancelled) }
    defer { turn.leave() }
    guard await runtime.enter() else { return .refused(Task.isCancelled ? .cancelled : .shutDown) }
    defer { runtime.leave() }
    return await runtime.execute(Array(source.utf8), name: name, task)
  }
}
