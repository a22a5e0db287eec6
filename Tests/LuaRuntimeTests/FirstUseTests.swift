import LuaRuntime
import Testing

/// Libraries and namespaces that are filled at their first use look as if they had been full all along.
@Suite struct FirstUseTests {
  /// The address of a library that the script has dropped becomes that of another table.
  @Test func aNamespaceIsNotTakenForALibraryThatIsGone() throws {
    let host = TestHost()
    host.function("space") { arguments in
      .result(.namespace(NamespaceID(rawValue: UInt32(arguments.integer(0) ?? 0)), name: "space"))
    }
    let outcome = try host.run(
      """
      local space, type = host.space, type
      string, table, math, os, utf8, coroutine, json = nil
      local wrong = 0
      for i = 2, 4000 do
        local garbage = {{}, {}}
        if type(space(i).space) ~= 'function' then wrong = wrong + 1 end
      end
      return wrong
      """)
    #expect(outcome.error == nil)
    #expect(outcome.values == ["0"])
  }

  @Test func aLibraryThatWasKeptUnusedIsOneInTheNextRun() throws {
    let state = try TestHost().state()
    #expect(state.run("text, numbers = string, math").error == nil)
    #expect(state.run("return text.upper('a'), numbers.floor(1.5), text == string").values == ["A", "1", "true"])
    #expect(state.run("string.upper = 1 text = string").error == nil)
    #expect(state.run("return string.upper('a'), text.upper, text == string").values == ["A", "1", "false"])
  }

  @Test(arguments: ["rawget(utf8, 'char')", "next(utf8)", "select(2, next(os))"])
  func rawAccessFindsWhatIsThere(expression: String) throws {
    let outcome = try TestHost().run("return type(\(expression)) ~= 'nil'")
    #expect(outcome.values == ["true"])
  }

  @Test func rawAccessFindsNothingInANamespace() throws {
    let outcome = try TestHost().run("return rawget(host, 'x'), next(host), rawlen(host)")
    #expect(outcome.values == ["nil", "nil", "0"])
  }

  @Test(arguments: ["print(utf8)", "print(inspect(utf8))"])
  func aLibraryIsShownInFull(script: String) throws {
    let host = TestHost()
    #expect(try host.run(script).error == nil)
    #expect(host.text.contains("charpattern ="))
  }
}
