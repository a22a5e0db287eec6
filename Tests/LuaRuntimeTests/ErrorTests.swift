import JSON
import LuaRuntime
import Testing

@Suite struct ErrorTests {
  func error(_ code: String, host: TestHost = TestHost()) throws -> LuaError { try #require(try host.run(code).error) }

  @Test func aRuntimeErrorHasFileLineAndMessage() throws {
    let error = try error("local x\n\nreturn x.y")
    #expect(error.kind == .script)
    #expect(error.position == LuaPosition(chunk: "test.lua", line: 3))
    #expect(error.message == "attempt to index a nil value (local 'x')")
  }

  @Test func theTracebackNamesTheScriptsFunctions() throws {
    let error = try error("local function inner() error('x') end\nlocal function outer() inner() end\nouter()")
    #expect(error.traceback.contains("test.lua:1: in upvalue 'inner'"))
    #expect(error.traceback.contains("test.lua:3: in the main part"))
  }

  @Test(arguments: [
    ("error()", "nil"), ("error(nil)", "nil"), ("error({})", "an error object: {}"), ("error(42)", "42"),
    ("error(true)", "(error object is a boolean value)"), ("error({message = 'own'})", "own"),
    ("error(setmetatable({}, {__tostring = function() return 'text' end}))", "text"),
    (
      "error(setmetatable({}, {__tostring = function() error('again') end}))",
      "an error object whose text cannot be made"
    ),
    ("error(setmetatable({}, {__tostring = function() return 1 end}))", "1"),
    ("error(setmetatable({}, {__tostring = function() return {} end}))", "an error object whose text cannot be made"),
    ("error(print)", "(error object is a function value)"), ("error('')", ""),
    ("error(json.null)", "null"), ("error(coroutine.create(print))", "(error object is a thread value)"),
  ])
  func weirdErrorValuesHaveAText(_ code: String, _ text: String) throws {
    let error = try error(code)
    #expect(error.kind == .script)
    #expect(error.message == text)
    #expect(error.position?.line == 1)
  }

  @Test func aTableOfTheScriptsOwnCannotPoseAsAnotherKind() throws {
    #expect(try error("error({kind = 'limit', message = 'm', limit = 'time'})").kind == .script)
  }

  @Test func anErrorOfTheHostIsATableThatPrintsWell() throws {
    let host = TestHost()
    host.function("fail") { _ in
      .failure(
        LuaError(
          kind: .http, message: "404 entity.not_found: no such user",
          fields: ["status": 404, "data": ["id": "x"]], hint: "look it up first"))
    }
    let outcome = try host.run(
      """
      local ok, e = pcall(host.fail)
      return tostring(e), e.kind, e.status, e.data.id, e.hint, type(e), getmetatable(e)
      """)
    #expect(
      outcome.values == [
        "test.lua:1: 404 entity.not_found: no such user", "http", "404", "x", "look it up first", "table", "false",
      ])
    let error = try error("\nhost.fail()", host: host)
    #expect(error.kind == .http)
    #expect(error.fields == ["status": 404, "data": ["id": "x"]])
    #expect(error.hint == "look it up first")
    #expect(error.position == LuaPosition(chunk: "test.lua", line: 2))
    #expect(error.message == "404 entity.not_found: no such user")
  }

  @Test func anErrorThatIsRaisedAgainKeepsItsKindAndPlace() throws {
    let host = TestHost()
    host.function("fail") { _ in .failure(LuaError(kind: .network, message: "m")) }
    let error = try error("local ok, e = pcall(host.fail)\n\nerror(e)", host: host)
    #expect(error.kind == .network)
    #expect(error.position?.line == 1)
  }

  @Test func aLongMessageIsCut() throws {
    let error = try error("error(('x'):rep(1e6))")
    #expect(error.message.utf8.count < 9000)
    #expect(error.message.hasSuffix("(cut)"))
  }

  @Test func aFieldThatIsNoUTF8DoesNoHarm() throws {
    #expect(try error("error('\\xff\\xfe')").message.isEmpty == false)
  }

  @Test func anErrorInACoroutineSaysWhere() throws {
    let error = try error("local f = coroutine.wrap(function()\nlocal x = nil + 1\nend)\nf()")
    #expect(error.message.contains("attempt to perform arithmetic"))
  }

  @Test func repliesThatAreNoJSONAreErrors() throws {
    let host = TestHost()
    host.function("get") { _ in .result(.json(Array("{broken".utf8), schema: .none)) }
    let error = try error("host.get()", host: host)
    #expect(error.kind == .http)
    #expect(error.message.contains("not JSON"))
  }

  @Test func positionsSkipThePrelude() throws {
    let host = TestHost()
    host.preludes["m"] = "local host = ... return { f = function() host.fail() end, g = function() error('bad') end }"
    host.function("fail") { _ in .failure(LuaError(kind: .validation, message: "m")) }
    let state = try host.state()
    try state.define("f", .prelude(module: "m", field: "f"))
    try state.define("g", .prelude(module: "m", field: "g"))
    let error = try #require(state.run("\n\nf()").error)
    #expect(error.position == LuaPosition(chunk: "test.lua", line: 3))
    let other = try #require(state.run("\ng()").error)
    #expect(other.position == LuaPosition(chunk: "test.lua", line: 2))
    #expect(other.message == "bad")
  }
}
