import LuaRuntime
import Testing

@Suite struct RunTests {
  @Test func aScriptReturnsItsValues() throws {
    let outcome = try TestHost().run("return 1, 'two', 3.5, true, nil")
    #expect(outcome.error == nil)
    #expect(outcome.values == ["1", "two", "3.5", "true", "nil"])
  }

  @Test func printWritesToTheHost() throws {
    let host = TestHost()
    #expect(try host.run("print('hello', 1, nil)").error == nil)
    #expect(host.text == "hello\t1\tnil\n")
  }

  @Test func aSyntaxErrorNamesFileAndLine() throws {
    let error = try #require(try TestHost().run("local x = 1\nlocal y = = 2").error)
    #expect(error.kind == .script)
    #expect(error.position == LuaPosition(chunk: "test.lua", line: 2))
    #expect(error.message.contains("unexpected symbol"))
  }

  @Test func aHostFunctionGetsItsArgumentsAndAnswers() throws {
    let host = TestHost()
    host.function("add") { .result(.integer(($0.integer(0) ?? 0) + ($0.integer(1) ?? 0))) }
    #expect(try host.run("return host.add(2, 40)").values == ["42"])
  }
}
