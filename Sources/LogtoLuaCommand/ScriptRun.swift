// One run of the command from its options to its exit code; `call` runs through here too.

import JSON
import LogtoLua
import LuaRuntime

struct ScriptRun {
  let configuration: RunConfiguration
  private let printed = PrintedOutput()
  private let wantsJSON: Bool
  private let log: LoggingGate?
  /// Where the plan of a dry run is saved.
  private let planPath: String?

  /// - Parameter arguments: the script's `arg`.
  /// - Throws: `UsageError` for an option's value that cannot be.
  init(_ words: ParsedWords, arguments: [String]) throws(UsageError) {
    wantsJSON = words.has("json")
    planPath = words.value("plan")
    let tenant = TenantSource(words)
    var configuration = RunConfiguration(
      limits: try Limits(words), clients: tenant.clients, catalogue: CatalogueCache.chosen(endpoint: tenant.endpoint))
    let (gate, log) = try PolicyOptions.gate(words)
    self.log = log
    configuration.gate = gate
    configuration.arguments = arguments
    configuration.moduleFolders = words.all("module-path")
    configuration.uploadFolders = words.all("upload-path")
    configuration.wantsJSON = wantsJSON
    configuration.revealsSecrets = words.has("reveal-secrets")
    if words.has("reveal-secrets"), try !PolicyOptions.engine(words).allowsRevealingSecrets {
      throw UsageError(message: "--reveal-secrets: the account's policy forbids it")
    }
    let collects = wantsJSON
    let printed = self.printed
    configuration.output = { bytes in
      if collects { printed.append(bytes) } else { StandardStream.output.write(bytes) }
    }
    configuration.log = { StandardStream.error.line($0) }
    self.configuration = configuration
  }

  /// Runs the text; prints its value or the envelope.
  func execute(_ source: [UInt8], name: String) -> ExitCode {
    LuaRuntime.prepareProcess()
    let run = Run(configuration)
    let keeper = RunKeeper(
      canceller: run.canceller, timeout: configuration.limits.time, envelope: wantsJSON ? printed : nil)
    keeper.start()
    let outcome = run.execute(source, name: name)
    guard keeper.finish() else { keeper.waitForTheEnd() }
    report(outcome, values: outcome.value.map { [$0] } ?? [])
    reportPlan(outcome.plan)
    let code = outcome.error.map { ExitCode(kind: $0.kind.rawValue) } ?? .done
    guard let planPath, let plan = outcome.plan else { return code }
    guard code == .done else {
      StandardStream.error.line("logto-lua: the plan was not saved: the script did not come to its end")
      return code
    }
    return PlanFile.save(plan, to: planPath)
  }

  /// Prints what a text came to: `values`, or the error, or the envelope.
  func report(_ outcome: Outcome, values: [String]) {
    if let failure = log?.failure { StandardStream.error.line("logto-lua: \(failure)") }
    if wantsJSON {
      StandardStream.output.write(Envelope(outcome, output: printed.take()).line())
    } else if let error = outcome.error {
      StandardStream.error.write(ErrorReport(error, outcome).text)
    } else {
      for value in values { StandardStream.output.line(value) }
    }
  }

  /// Prints the plan of a dry run, which an envelope has inside.
  func reportPlan(_ plan: JSONValue?) {
    if !wantsJSON, let plan { StandardStream.output.line(TerminalText.stripped(DryRunPlan.table(of: plan))) }
  }
}

extension Limits {
  /// The defaults, with what the options say.
  ///
  /// - Throws: `UsageError` naming the option.
  init(_ words: ParsedWords) throws(UsageError) {
    self = .standard
    if let text = words.value("timeout") { time = try parseDuration(text, option: "timeout") }
    if let text = words.value("cpu") { cpu = try parseDuration(text, option: "cpu") }
    if let text = words.value("memory") { memory = .bytes(try parseSize(text, option: "memory")) }
    if let text = words.value("max-calls") { calls = try parseCount(text, option: "max-calls") }
    if let text = words.value("max-output") {
      output = .bytes(try parseSize(text, option: "max-output"))
      guard output.bytes <= 1 << 20 else { throw UsageError(message: "--max-output \(text): at most 1MB") }
    }
  }
}
