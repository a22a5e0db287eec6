// The REPL on a real (pseudo-)terminal: values, several lines, Ctrl-C, Ctrl-D, errors, limits.

import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct ReplTests {
  @Test func `An expression shows its values, and globals stay`() async throws {
    let repl = try await ReplSession()
    #expect(try await repl.line("1 + 1") == "2")
    #expect(try await repl.line("x = 41") == "")
    #expect(try await repl.line("x + 1, 'a', nil") == "42\na\nnil")
    #expect(try await repl.line("= x") == "41")
    #expect(try await repl.line("return { a = x }") == "{ a = 41 }")
    #expect(try await repl.line("local y = 1") == "")
    #expect(try await repl.line("y") == "nil")
    #expect(try await repl.line("'\u{E9}\u{1F600}' .. '!'") == "\u{E9}\u{1F600}!")
    #expect(await repl.leave().status == 0)
  }

  @Test func `A text goes on over lines until the parser has all of it`() async throws {
    let repl = try await ReplSession()
    try await repl.part("for i = 1, 2 do")
    try await repl.part("print('turn', i)")
    #expect(try await repl.line("end") == "turn\t1\nturn\t2")
    try await repl.part("{ first = 1,")
    #expect(try await repl.line("second = 2 }") == "{ first = 1, second = 2 }")
    try await repl.part("text = [[one")
    #expect(try await repl.line("two]]") == "")
    #expect(try await repl.line("#text") == "7")
    #expect(await repl.leave().status == 0)
  }

  @Test func `Ctrl-C stops a loop and keeps the session`() async throws {
    let repl = try await ReplSession(["--timeout", "5m"])
    try await repl.line("kept = 'still here'")
    // What is typed is shown too: the word is not in it as it is printed.
    repl.terminal.type("print('be' .. 'gun') while true do end\r")
    try await repl.terminal.expect("begun\r\n")
    repl.terminal.type(Pseudoterminal.controlC)
    #expect(try await repl.terminal.expect("\n> ").contains("limit: stdin:1: the run was cancelled"))
    #expect(try await repl.line("kept") == "still here")
    #expect(await repl.leave().status == 0)
  }

  @Test func `Ctrl-C stops a call, says what became of the write, and keeps the session`() async throws {
    let tenant = try CalledTenant()
    defer { tenant.server.stop() }
    let repl = try await ReplSession(["--timeout", "5m"], environment: account(tenant.server.url))
    try await repl.line("kept = 'still here'")
    repl.terminal.type("logto.create_user{ username = 'newcomer' }\r")
    let shown = try await tenant.duringCall(
      of: { try await repl.terminal.expect("\n> ") }, interrupt: { repl.terminal.type(Pseudoterminal.controlC) })
    #expect(shown.contains("the run was cancelled"), "\(shown)")
    #expect(shown.contains("unknown  create_user"), "\(shown)")
    #expect(try await repl.line("kept") == "still here")
    #expect(await repl.leave().status == 0)
    #expect(tenant.server.received.filter { $0.target == "/api/users" }.count == 1)
  }

  @Test func `Ctrl-C at the prompt clears what is typed, an unfinished text too`() async throws {
    let repl = try await ReplSession()
    try await repl.part("print('begun',")
    repl.terminal.type("'half a line" + Pseudoterminal.controlC)
    try await repl.terminal.expect("^C\r\n> ")
    #expect(try await repl.line("'whole'") == "whole")
    #expect(await repl.leave().status == 0)
  }

  @Test func `An error is shown like a script's and keeps the session`() async throws {
    let repl = try await ReplSession(["--demo"])
    #expect(try await repl.line("x = = 1").hasPrefix("logto-lua: script: stdin:1: unexpected symbol"))
    #expect(try await repl.line("'open").hasPrefix("logto-lua: script: stdin:1: unfinished string"))
    try await repl.part("x = 5 do")
    #expect(try await repl.line("error('stop here') end").hasPrefix("logto-lua: script: stdin:2: stop here"))
    let wrong = try await repl.line("logto.create_user{ usrname = 'x' }")
    #expect(wrong.contains("hint: did you mean 'username'?"), "\(wrong)")
    #expect(try await repl.line("logto.get_user{ user_id = 'nope' }").hasPrefix("logto-lua: http: stdin:1:"))
    #expect(try await repl.line("x, logto.count('list_users')") == "5\n12")
    #expect(await repl.leave().status == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `A signal that ends a process stops what runs, and ends the session`(signal: Int32) async throws {
    let idle = try await ReplSession()
    idle.terminal.signal(signal)
    #expect(await idle.terminal.end().status == 0)
    #expect(idle.terminal.echoes)
    let busy = try await ReplSession(["--timeout", "5m"])
    busy.terminal.type("print('be' .. 'gun') while true do end\r")
    try await busy.terminal.expect("begun\r\n")
    busy.terminal.signal(signal)
    let (status, rest) = await busy.terminal.end()
    #expect(status == 0)
    #expect(rest.contains("the run was cancelled"), "\(rest)")
  }

  @Test func `Limits are those of a line, not of the session`() async throws {
    let repl = try await ReplSession(["--timeout", "3s", "--max-output", "1KB"])
    #expect(try await repl.line("while true do end").contains("the run took longer than its 3 s of time"))
    for _ in 1...3 {
      #expect(try await repl.line("print(('x'):rep(800))") == String(repeating: "x", count: 800))
    }
    #expect(try await repl.line("print(('x'):rep(1100))").contains("more than its 1 KiB of output"))
    #expect(try await repl.line("'goes on'") == "goes on")
    #expect(await repl.leave().status == 0)
  }

  @Test func `Policy and dry run hold, and the plan is shown at the end`() async throws {
    let strict = try await ReplSession(["--demo", "--read-only"])
    let refused = try await strict.line("logto.create_role{ name = 'x', description = 'y' }")
    #expect(refused.hasPrefix("logto-lua: policy:"), "\(refused)")
    #expect(await strict.leave().status == 0)
    let dry = try await ReplSession(["--demo", "--dry-run"])
    #expect(try await dry.line("logto.create_role{ name = 'x', description = 'y' }.id") == "dry-run:1")
    let (status, rest) = await dry.leave()
    #expect(status == 0)
    #expect(rest.contains("create_role"), "\(rest)")
  }

  @Test func `With --json each text ends with its envelope`() async throws {
    let repl = try await ReplSession(["--json"])
    let first = try await repl.line("print('one') return 1")
    #expect(first.hasPrefix(#"{"ok":true,"result":1,"output":"one\n""#), "\(first)")
    let second = try await repl.line("print('two')")
    #expect(second.contains(#""output":"two\n""#), "\(second)")
    #expect(await repl.leave().status == 0)
  }

  @Test func `Without a terminal standard input is one script`() async throws {
    let piped = try await command([], input: "local x = 1\nreturn x + 1, 'first value only'\n")
    #expect(piped.output == "2\n")
    #expect(piped.status == 0)
    let failed = try await command([], input: "\nerror('x')")
    #expect(failed.errors.hasPrefix("logto-lua: script: stdin:2: x"))
    #expect(failed.status == 1)
  }
}
