// The command as a process, with what a test looks at.

import JSON
import TestSupport

/// What one run of the command printed, and how it ended.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
  let elapsed: Duration
  let peakMemory: Int

  /// The last line of standard output as JSON.
  func envelope() throws -> JSONValue {
    let line = output.split(separator: "\n").last ?? ""
    return try JSONValue.parse(Array(line.utf8))
  }
}

/// Runs the command with these words and variables.
func command(_ words: String..., environment: [String: String] = [:], input: String = "") async throws -> CommandResult
{
  try await command(words, environment: environment, input: input)
}

/// The same with the words in a list.
func command(
  _ words: [String], environment: [String: String] = [:], input: String = "", killAfter: Duration = .seconds(20)
) async throws -> CommandResult {
  let process = try await MeasuredProcess.run(
    MeasuredProcess.command, words, environment: environment, input: Array(input.utf8), killAfter: killAfter)
  return CommandResult(
    status: process.status, output: String(decoding: process.output, as: UTF8.self),
    errors: String(decoding: process.errors, as: UTF8.self), elapsed: process.elapsed,
    peakMemory: process.peakMemory)
}

/// The variables of an account.
func account(_ endpoint: String, id: String = "app", secret: String = "a-secret-of-the-tests") -> [String: String] {
  ["LOGTO_ENDPOINT": endpoint, "LOGTO_APP_ID": id, "LOGTO_APP_SECRET": secret]
}
