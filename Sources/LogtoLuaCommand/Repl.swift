// The REPL: texts typed on a terminal run one after the other in one state.

import JSON
import LogtoLua
import LuaRuntime

struct Repl {
  private let script: ScriptRun
  private let run: Run
  private let signals = ReplSignals()

  /// - Throws: `UsageError` for an option's value that cannot be.
  init(_ words: ParsedWords) throws(UsageError) {
    script = try ScriptRun(words, arguments: [])
    LuaRuntime.prepareProcess()
    signals.start()
    run = Run(script.configuration)
  }

  /// Asks for lines until Ctrl-D. What went wrong in a line was shown there and then.
  func execute() -> ExitCode {
    let terminal = makeTerminal()
    let history = ReplHistory()
    for line in history.lines { terminal.remember(line) }
    StandardStream.output.line(
      "logto-lua \(LogtoLuaCommand.version), Lua 5.4. Ctrl-C stops what runs, Ctrl-D leaves; --help lists the options.")
    var chunk = ReplChunk()
    var plan: JSONValue?
    while true {
      switch terminal.line(prompt: chunk.text.isEmpty ? "> " : ">> ") {
      case .text(let line):
        if history.add(line) { terminal.remember(line) }
        if case .run(let text) = chunk.add(line, { run.check(Array($0.utf8), name: "stdin") }) {
          plan = execute(text).plan
        }
      case .interrupted: chunk = ReplChunk()
      case .end:
        StandardStream.output.line("")
        script.reportPlan(plan)
        return .done
      }
    }
  }

  private func execute(_ text: String) -> Outcome {
    run.canceller.reset()
    let outcome = signals.during(run.canceller, time: script.configuration.limits.time) {
      run.execute(Array(text.utf8), name: "stdin")
    }
    script.report(outcome, values: outcome.values)
    return outcome
  }

  private func makeTerminal() -> any ReplTerminal {
    if StandardStream.output.isTerminal {
      if let editor = ReplEditor(signals: signals) { return editor }
      StandardStream.error.line("logto-lua: without libedit there is no history here (Debian: apt install libedit2)")
    }
    return PlainTerminal(signals: signals)
  }
}
