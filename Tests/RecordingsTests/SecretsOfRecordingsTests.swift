// Every secret that was recorded, read by scripts and let out in every way that a script has.

import JSON
import LogtoCatalogue
import LogtoClient
import LogtoLua
import Synchronization
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SecretsOfRecordingsTests {
  static let ordinary = [
    "bad", "123", "wrong", "password", "https://logto.io/logo.svg", "kfzu6el1c27m", "client_secret",
  ]

  /// Sends, or plans once it is told to.
  final class Switch: CallGate {
    let dry = DryRunGate(around: OpenGate())
    let isDry = Mutex(false)
    func decide(_ call: CallRequest) -> CallDecision { isDry.withLock { $0 } ? dry.decide(call) : .send }
    func report(_ call: CallRequest, _ report: CallReport) {}
    var plan: DryRunPlan? { dry.plan }
  }

  @Test func `no secret of the recordings leaves a script, in whatever way, and ordinary values do`() async throws {
    let rows = try SecretRow.all()
    let recordings = try Recordings.steps().map { step in (step, step.recordings.count == 1 ? step.recordings[0] : nil)
    }
    let server = try RecordingServer()
    let folder = try Temporary.folder("secrets")
    let account = try Account.machine(
      endpoint: server.endpoint, appID: RecordingServer.appID, appSecret: RecordingServer.appSecret)
    var options = ClientOptions()
    // The recorded cookies end on the day of the recording.
    options.clock.unixTime = { 1_795_413_742 }
    let clients = ClientSource(account, options: options)
    let gate = Switch()
    let log = try LoggingGate(path: folder + "/log", around: gate)
    let ways = String(
      decoding: Files.read(Files.repositoryRoot + "/Tests/RecordingsTests/secret-ways.lua") ?? [], as: UTF8.self)
    let origin = server.endpoint

    let (values, shown, problems) = await OwnThread.run {
      let logged = Mutex("")
      var configuration = RunConfiguration(clients: clients, gate: log, wantsJSON: true)
      configuration.log = { line in logged.withLock { $0 += line + "\n" } }
      configuration.limits.time = .seconds(120)
      let run = Run(configuration)
      var values = Set<String>()
      var problems: [String] = []
      _ = run.execute(Array("secrets, seen, wanted = {}, {}, {}; ways = (function() \(ways) end)()".utf8), name: "ways")
      for (step, recording) in recordings {
        server.expect(step.recordings)
        var script = step.script
        if let recording, let read = Reading(recording, rows, origin: origin) {
          script = read.script
          values.formUnion(read.values)
        }
        let outcome = run.execute(Array(script.utf8), name: "step")
        if let error = outcome.error { problems.append("\(step.recordings): \(error)") }
        problems += server.takeDifferences()
      }
      // What a script got is what was looked for.
      let read = run.execute(Array("return #secrets".utf8), name: "count")
      if read.json != Array("\(values.count)".utf8) { problems.append("read \(read.json ?? []), not \(values.count)") }
      let names = run.execute(
        Array("local t = {} for k in pairs(ways) do t[#t + 1] = k end table.sort(t) return t".utf8), name: "names")
      let list = names.json.flatMap { try? JSONValue.parse($0) }?.arrayValue ?? []
      let words = Self.ordinary.map { LuaText.string($0) }.joined(separator: ", ")
      var shown: [(way: String, text: String)] = []
      for name in list.compactMap(\.stringValue) {
        gate.isDry.withLock { $0 = name == "as an argument of calls" }
        let script = "print(\(words)) return ways[\(LuaText.string(name))](secrets)"
        let outcome = run.execute(Array(script.utf8), name: "way")
        let text = Self.everything(outcome) + logged.withLock { $0 }
        shown.append((name, text))
        for word in Self.ordinary where !text.contains(word) { problems.append("\(name): '\(word)' is not there") }
        if !text.contains("‹"), !["returned as keys"].contains(name) {
          problems.append("\(name): nothing was hidden:\n\(text.prefix(2000))")
        }
      }
      return (values, shown, problems)
    }
    let file = String(decoding: Files.read(folder + "/log") ?? [], as: UTF8.self)
    await server.stop()

    for problem in problems { Issue.record(Comment(rawValue: problem)) }
    var found = Set<String>()
    for (way, text) in shown + [("the call log", file)] {
      let text = text.lowercased()
      for value in values {
        for form in WrittenForms.all(of: value) where text.contains(form.text.lowercased()) {
          found.insert(value)
          Issue.record("\(way): shows a secret, \(form.name)")
        }
      }
    }
    #expect(file.split(separator: "\n").count > 357)
    #expect(shown.count >= 20)
    #expect(values.count > 40)
    print("secrets of the recordings, hidden in \(shown.count) ways: \(values.count - found.count) of \(values.count)")
  }

  /// All texts of an outcome, the plan among them.
  private static func everything(_ outcome: Outcome) -> String {
    var text = String(decoding: outcome.output, as: UTF8.self) + (outcome.value ?? "")
    text += String(decoding: outcome.json ?? [], as: UTF8.self) + "\(outcome.calls) \(outcome.writes)"
    text += outcome.plan?.encodedString() ?? ""
    if let error = outcome.error {
      text += "\(error) \(error.message) \(error.hint ?? "") \(error.traceback)"
      text += JSONValue.object(error.fields).encodedString()
    }
    return text
  }
}

/// A recorded call as a script makes it that keeps the secrets in it, and their values.
private struct Reading {
  let script: String
  private(set) var values = Set<String>()

  init?(_ recording: Recording, _ rows: [SecretRow], origin: String) {
    guard let name = recording.operation, let operation = Catalogue.shipped.operation(named: name) else { return nil }
    let rows = rows.filter { $0.operation == name && ($0.path.hasPrefix(".") || $0.path.hasPrefix("[")) }
    guard !rows.isEmpty else { return nil }
    for row in rows where row.side == "argument" || recording.status < 400 {
      let found = row.values(in: row.side == "argument" ? recording.body : recording.answerBody)
      values.formUnion(found.map { $0.replacing(RecordingServer.recordedOrigin, with: origin) })
    }
    var options = ["validate = false"]
    if operation.auth == .account, let mask = recording.tokenMask {
      options.append("user_token = \(LuaText.string(RecordingServer.token(for: mask)))")
    }
    for value in values { wanted += "wanted[\(LuaText.string(value))] = true " }
    script = """
      \(wanted)
      local args = \(LuaText.arguments(of: recording, operation: operation))
      local ok, value = pcall(logto.call, "\(name)", args, { \(options.joined(separator: ", ")) })
      local function keep(value)
        if type(value) == "table" then
          for _, inner in pairs(value) do keep(inner) end
        elseif wanted[value] and not seen[value] then
          seen[value] = true
          secrets[#secrets + 1] = value
        end
      end
      keep(args)
      if ok then keep(value) end
      """
  }

  private var wanted = ""
}
