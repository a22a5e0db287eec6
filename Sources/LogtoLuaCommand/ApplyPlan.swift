// `logto-lua --apply PLAN`: sends the writes of a saved plan.

import JSON
import LogtoLua
import LuaRuntime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct ApplyPlan {
  private let words: ParsedWords
  private let file: PlanFile

  /// - Throws: `UsageError` for words that do not go with it, and for a file that is no plan or was applied.
  init(_ words: ParsedWords, path: String) throws(UsageError) {
    guard words.operands.isEmpty, !words.has("execute") else {
      throw UsageError(message: "--apply takes no script: the plan says what is sent")
    }
    guard !words.has("dry-run") else { throw UsageError(message: "--apply and --dry-run exclude each other") }
    self.words = words
    file = try PlanFile(path)
  }

  /// Applies it; prints what became of each write, or the envelope.
  ///
  /// - Throws: `UsageError` for an option's value that cannot be.
  func execute() throws(UsageError) -> ExitCode {
    let tenant = TenantSource(words)
    var configuration = RunConfiguration(
      limits: try Limits(words), clients: tenant.clients, catalogue: CatalogueCache.chosen(endpoint: tenant.endpoint))
    let (gate, log) = try PolicyOptions.gate(words)
    configuration.gate = gate
    let policy = try PolicyOptions.engine(words)
    let wantsJSON = words.has("json")
    LuaRuntime.prepareProcess()
    let run = PlanRun(configuration, plan: file.plan, secrets: secrets())
    let keeper = RunKeeper(
      canceller: run.canceller, timeout: configuration.limits.time, envelope: wantsJSON ? PrintedOutput() : nil)
    keeper.start()
    let outcome = run.execute(policy: policy, anyTenant: words.has("demo")) { () throws(SavedPlanError) in
      try file.claim()
    }
    if let failure = log?.failure { StandardStream.error.line("logto-lua: \(failure)") }
    guard keeper.finish() else { keeper.waitForTheEnd() }
    if wantsJSON {
      StandardStream.output.write(Envelope(outcome, output: []).line())
    } else {
      if let error = outcome.error { StandardStream.error.write(ErrorReport(error, outcome).text) }
      StandardStream.output.line(TerminalText.stripped(Self.table(of: run.steps)))
    }
    return outcome.error.map { ExitCode(kind: $0.kind.rawValue) } ?? .done
  }

  /// From the environment, and where it has none from the person at the terminal.
  private func secrets() -> [String: String] {
    var secrets: [String: String] = [:]
    for variable in file.plan.variables {
      let given = getenv(variable.name).map { String(cString: $0) }
      secrets[variable.name] = given ?? Terminal.ask("\(variable.uses) (\(variable.name))", hidden: true)
    }
    return secrets
  }

  /// A line for each write: what became of it, and the id of what it made.
  private static func table(of steps: [PlanRun.StepReport]) -> String {
    let done = steps.count { $0.state == .done }
    var lines = ["applied: \(done) of \(steps.count) writes"]
    for (index, step) in steps.enumerated() {
      let state = step.state.rawValue.replacing("_", with: " ")
      let address = "\(step.step["method"]?.stringValue ?? "") \(step.step["path"]?.stringValue ?? "")"
      let id = step.id.map { "  -> \($0)" } ?? ""
      lines.append("  \(index + 1). \(state.padded(to: 8))  \(step.operation)  \(address)\(id)")
    }
    return lines.joined(separator: "\n")
  }
}
