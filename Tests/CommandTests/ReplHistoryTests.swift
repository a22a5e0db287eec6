// Line editing: history from one session to the next, and a machine without libedit.

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ReplHistoryTests {
  let home = newHome()
  var file: String { home + "/.local/state/logto-lua/history" }

  var lines: String { String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self) }

  @Test func `The up arrow brings back lines of the session before`() async throws {
    let first = try await ReplSession(home: home)
    try await first.line("word = 'remembered'")
    try await first.line(" hidden = 'a line that begins with a space is not kept'")
    try await first.line("'last'")
    #expect(await first.leave().status == 0)
    #expect(lines == "word = 'remembered'\n'last'\n")
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)

    let second = try await ReplSession(home: home)
    #expect(try await second.line("word") == "nil")
    let up = Pseudoterminal.up
    #expect(try await second.line(up + up + up) == "")
    #expect(try await second.line("word") == "remembered")
    // And within the session, edited: the cursor stands at the end.
    #expect(try await second.line(up + " .. '!'") == "remembered!")
    #expect(await second.leave().status == 0)
  }

  @Test func `A history that is open to others is closed, and a long one is cut`() async throws {
    try FileManager.default.createDirectory(
      atPath: home + "/.local/state/logto-lua", withIntermediateDirectories: true)
    let old = (1...2500).map { "line = \($0)\n" }.joined()
    #expect(FileManager.default.createFile(atPath: file, contents: Data(old.utf8)))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let repl = try await ReplSession(home: home)
    #expect(try await repl.line(Pseudoterminal.up) == "")
    #expect(try await repl.line("line") == "2500")
    #expect(await repl.leave().status == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(lines.hasPrefix("line = 1501\n"))
    #expect(lines.hasSuffix("line = 2500\nline = 2500\nline\n"))
  }

  @Test func `A history that cannot be kept is no reason to stop`() async throws {
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    let repl = try await ReplSession(home: home)
    #expect(try await repl.line("1 + 1") == "2")
    #expect(await repl.leave().status == 0)
  }

  @Test func `Without libedit lines are read as the terminal gives them`() async throws {
    // A file of that name that is no library stands before the system's.
    let libraries = home + "/libraries"
    try FileManager.default.createDirectory(atPath: libraries, withIntermediateDirectories: true)
    for name in ["libedit.so.2", "libedit.so.0"] {
      #expect(FileManager.default.createFile(atPath: libraries + "/" + name, contents: Data()))
    }
    let repl = try await ReplSession(environment: ["LD_LIBRARY_PATH": libraries], home: home)
    #expect(repl.terminal.transcript.contains("libedit"))
    #expect(repl.terminal.echoes)
    #expect(try await repl.line("1 + 1") == "2")
    try await repl.part("do print('begun')")
    repl.terminal.type("half a line" + Pseudoterminal.controlC)
    // The terminal shows ^C by itself, perhaps after the prompt.
    try await repl.terminal.expect("\n> ")
    #expect(try await repl.line("'whole'") == "whole")
    #expect(await repl.leave().status == 0)
  }
}
