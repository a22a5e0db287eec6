// The REPL on a pseudo-terminal, as tests use it.

import TestSupport

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder for a person's own files, which tests of several runs share.
func newHome() -> String { Temporary.path("home") }

/// The command on a terminal.
func terminal(_ words: String..., environment: [String: String] = [:], home: String = newHome()) throws
  -> Pseudoterminal
{
  try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  return try Pseudoterminal(
    MeasuredProcess.command, words, environment: ["HOME": home].merging(environment) { $1 })
}

struct ReplSession {
  let terminal: Pseudoterminal

  /// Starts the REPL and waits for its prompt.
  init(_ words: [String] = [], environment: [String: String] = [:], home: String = newHome()) async throws {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    terminal = try Pseudoterminal(
      MeasuredProcess.command, words, environment: ["HOME": home].merging(environment) { $1 })
    try await terminal.expect("\n> ")
  }

  /// Types a line and waits for the next prompt.
  ///
  /// - Returns: the lines shown in between, without the one that was typed.
  @discardableResult
  func line(_ text: String) async throws -> String {
    terminal.type(text + "\r")
    return try await shown()
  }

  /// What is shown up to the next prompt, without the line that is typed.
  func shown() async throws -> String {
    let all = try await terminal.expect("\n> ").replacing("\r\n", with: "\n")
    return all.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().joined(separator: "\n")
  }

  /// Types a line that another one must follow.
  func part(_ text: String) async throws {
    terminal.type(text + "\r")
    try await terminal.expect("\n>> ")
  }

  /// Leaves with Ctrl-D.
  func leave() async -> (status: Int32, rest: String) {
    terminal.type(Pseudoterminal.controlD)
    return await terminal.end()
  }
}
