// Recorded exchanges, written as Lua source text and run against a server that checks every request.

import JSON
import LogtoCatalogue
import LogtoClient
import LogtoLua
import TestSupport
import Testing

/// One script, and the exchanges that it is to make.
struct Step: Sendable {
  var recordings: [Recording]
  var script: String
  /// The key that is refused before anything is sent.
  var refusedKey: String?
}

enum Replay {
  /// Runs the scripts one after the other in one state, and compares what went out and what came back.
  ///
  /// - Returns: the number of exchanges that were as recorded.
  static func run(_ steps: [Step]) async throws -> Int {
    let server = try RecordingServer()
    let account = try Account.machine(
      endpoint: server.endpoint, appID: RecordingServer.appID, appSecret: RecordingServer.appSecret)
    var options = ClientOptions()
    // The recorded cookies end on the day of the recording.
    options.clock.unixTime = { 1_795_413_742 }
    let clients = ClientSource(account, options: options)
    let problems = await OwnThread.run {
      var configuration = RunConfiguration(clients: clients, wantsJSON: true, revealsSecrets: true)
      configuration.limits.time = .seconds(60)
      let run = Run(configuration)
      return steps.compactMap { problem(with: $0, run, server) }
    }
    await server.stop()
    for problem in problems { Issue.record(Comment(rawValue: problem.text)) }
    return steps.reduce(0) { $0 + $1.recordings.count } - problems.reduce(0) { $0 + $1.count }
  }

  private static func problem(with step: Step, _ run: Run, _ server: RecordingServer) -> (text: String, count: Int)? {
    if step.refusedKey == nil { server.expect(step.recordings) }
    let outcome = run.execute(Array(step.script.utf8), name: "recording.lua")
    var lines = server.takeDifferences()
    lines += server.takePending().map { "\($0) was not asked for" }
    if let error = outcome.error { lines.append("failed: \(error) \(error.hint ?? "")") }
    let result = outcome.json.flatMap { try? JSONValue.parse($0) } ?? .null
    if let key = step.refusedKey {
      lines += refusal(result, key)
    } else if let last = step.recordings.last {
      lines += answer(result, last)
    }
    if lines.isEmpty { return nil }
    return ("\(step.recordings):\n  \(lines.joined(separator: "\n  "))\n  \(step.script)", step.recordings.count)
  }

  private static func answer(_ got: JSONValue, _ recording: Recording) -> [String] {
    var lines: [String] = []
    func compare(_ key: String, _ expected: JSONValue?) {
      let expected = expected == .null ? nil : expected
      if got[key] != expected {
        lines.append("\(key) is \(got[key]?.encodedString() ?? "nil"), not \(expected?.encodedString() ?? "nil")")
      }
    }
    if recording.operation == nil { return lines }
    compare("status", .integer(Int64(recording.status)))
    if recording.status < 400 {
      compare("value", recording.expectedValue)
      compare("total", recording.answerHeader("total-number").flatMap { Int64($0) }.map { .integer($0) })
    } else {
      compare("code", recording.answerBody["code"])
      compare("data", recording.answerBody["data"]?.withoutNulls)
    }
    return lines
  }

  private static func refusal(_ got: JSONValue, _ key: String) -> [String] {
    let message = got["message"]?.stringValue ?? ""
    if got["kind"] == "validation", message.contains(key) { return [] }
    return ["was not refused naming '\(key)': \(got.encodedString())"]
  }
}
