// What the REPL takes for a whole text.

import LogtoLua
import TestSupport
import Testing

@testable import LogtoLuaCommand

@Suite struct ReplChunkTests {
  /// What follows from the last of the lines.
  func next(_ lines: [String]) async -> ReplChunk.Next {
    await OwnThread.run {
      let run = Run(RunConfiguration())
      var chunk = ReplChunk()
      var next = ReplChunk.Next.nothing
      for line in lines { next = chunk.add(line) { run.check(Array($0.utf8), name: "stdin") } }
      return next
    }
  }

  @Test(arguments: [
    ("1 + 1", "return 1 + 1"), ("= 1 + 1", "return  1 + 1"), ("f()", "return f()"),
    ("x -- a comment", "return x -- a comment"),
    ("x = 1", "x = 1"), ("return 1", "return 1"), ("local x", "local x"), ("a, b", "return a, b"),
    ("function f() end", "function f() end"), ("function() end", "return function() end"),
    ("'near <eof>'", "return 'near <eof>'"),
  ])
  func `A whole line runs, an expression for its values`(line: String, form: String) async {
    #expect(await next([line]) == .run(form))
  }

  @Test(arguments: [
    "f(", "{", "if x then", "function f()", "x = ", "[[long", "--[[ comment", "1 +", "for i = 1, 2 do", "= {", "repeat",
    "local function f()", "a.b.", "x = [==[",
  ])
  func `A text that more text can make whole waits for it`(line: String) async {
    #expect(await next([line]) == .more)
  }

  @Test(arguments: [
    "x = = 1", "'open", "\"open", "end", "1 1", "= local", "x = 'near <eof>' 1", "goto nowhere", "\u{1B}Lua",
  ])
  func `What nothing can mend is run, to say so`(line: String) async {
    guard case .run = await next([line]) else {
      Issue.record("\(line) waits for more")
      return
    }
  }

  @Test(arguments: [[""], ["   "], ["x = {", "}", ""]])
  func `A blank line is nothing`(lines: [String]) async {
    #expect(await next(lines) == .nothing)
  }

  @Test func `Lines are kept apart`() async {
    #expect(await next(["f(1, -- one", "2)"]) == .run("return f(1, -- one\n2)"))
    #expect(await next(["do", "", "x = 1", "end"]) == .run("do\n\nx = 1\nend"))
  }
}
