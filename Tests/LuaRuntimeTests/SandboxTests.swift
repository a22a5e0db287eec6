import LuaRuntime
import Testing

@Suite struct SandboxTests {
  @Test(arguments: [
    ("string.dump(print)", "string.dump"), ("io.open('/etc/passwd')", "io.open"), ("os.execute('ls')", "os.execute"),
    ("os.getenv('HOME')", "os.getenv"), ("os.exit()", "os.exit"), ("io.write('x')", "io.write"),
    ("debug.getinfo(1)", "debug.getinfo"), ("package.loadlib('x', 'y')", "package.loadlib"),
    ("dofile('x')", "dofile"), ("loadfile('x')", "loadfile"), ("require('x')", "require"),
    ("os.setlocale('C')", "os.setlocale"), ("return package.path", "package.path"),
  ])
  func whatReachesOutsideIsNotThere(_ code: String, _ name: String) throws {
    let error = try #require(try TestHost().run(code).error)
    #expect(error.kind == .script)
    #expect(error.message == "\(name) is not in the sandbox")
  }

  @Test func unknownNamesAreNil() throws {
    #expect(try TestHost().run("return string.trim, os.foo, undefined").values == ["nil", "nil", "nil"])
  }

  @Test(arguments: [
    "host.x = 1", "rawset(host, 'x', 1)", "host.f = nil", "table.insert(host, 1)",
    "table.sort(setmetatable(host, nil))",
    "string.x = 1", "utf8.x = 1", "rawset(string, 'x', 1)", "rawset(utf8, 'char', print)", "table.insert(string, 1)",
    "setmetatable(string, {})", "setmetatable(utf8, {})", "getmetatable('').__index.upper = print", "json.array(utf8)",
  ])
  func neitherNamespacesNorMetatablesNorTheNamesOfLibrariesCanBeChanged(_ code: String) throws {
    let error = try #require(try TestHost().run(code).error)
    #expect(error.kind == .script)
  }

  @Test(arguments: ["string.rep = nil", "for name in pairs(string) do string[name] = error end", "string = nil"])
  func whatAScriptDoesToALibraryItDoesToItself(_ damage: String) throws {
    let host = TestHost()
    host.preludes["own"] = "return { f = function() return string.rep('a', 2) .. ('b'):rep(2) end }"
    let state = try host.state()
    try state.define("f", .prelude(module: "own", field: "f"))
    #expect(state.run("\(damage) return ('x'):rep(3), f()").values == ["xxx", "aabb"])
    #expect(state.run("return string.rep('x', 3), ('x'):rep(3), f()").values == ["xxx", "xxx", "aabb"])
  }

  @Test func librariesListTheirFunctions() throws {
    let code = """
      local f, state = pairs(string)
      assert(state == string or state == nil)
      local names = {}
      for name, value in pairs(string) do names[#names + 1] = name end
      for name in pairs(utf8) do assert(type(rawget(utf8, name)) ~= 'nil') end
      table.sort(names)
      return table.concat(names, ' '), getmetatable(string), getmetatable('')
      """
    let values = try TestHost().run(code).values
    #expect(
      values == [
        "byte char find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper", "false",
        "false",
      ])
  }

  @Test func aNamespaceIsVisitedByItsNames() throws {
    let host = TestHost()
    host.function("beta") { _ in .nothing }
    host.function("alpha") { _ in .nothing }
    let code = "local t = {} for k, v in pairs(host) do t[#t + 1] = k .. type(v) end return table.concat(t, ' ')"
    #expect(try host.run(code).value == "alphafunction betafunction")
  }

  @Test func aFieldIsLookedUpOnce() throws {
    let host = TestHost()
    host.function("f") { _ in .nothing }
    #expect(try host.run("return host.f == host.f, host.g").values == ["true", "nil"])
  }

  @Test func bytecodeIsRefused() throws {
    let values = try TestHost().run("return load('\\27Lua', 'x', 'b')").values
    #expect(values[0] == "nil")
    #expect(try TestHost().run("return load('\\27Lua')").values[1].contains("binary"))
    #expect(try TestHost().run("\u{1B}Lua").error?.kind == .script)
  }

  @Test func finalizersAreRefusedAndNeverRun() throws {
    let host = TestHost()
    #expect(try host.run("setmetatable({}, {__gc = print})").error?.message.contains("__gc") == true)
    let sneaky = """
      local m = {}
      for i = 1, 1000 do setmetatable({}, m) end
      m.__gc = function() print('ran') end
      for i = 1, 1000 do setmetatable({}, setmetatable(m, nil) and {} ) end
      for i = 1, 100000 do local t = {} end
      """
    #expect(try host.run(sneaky).error == nil)
    #expect(host.text == "")
  }

  @Test func weakTablesAreStrong() throws {
    let code = """
      local t = setmetatable({}, {__mode = 'k'})
      for i = 1, 10 do t[{}] = i end
      for i = 1, 300000 do local x = {} end
      local n = 0
      for _ in pairs(t) do n = n + 1 end
      return n
      """
    #expect(try TestHost().run(code).values == ["10"])
  }

  @Test func noTextCarriesAnAddress() throws {
    let code = """
      local t, f, co = {}, function() end, coroutine.create(print)
      return tostring(t), tostring(t), tostring(f), tostring(print), tostring(co), string.format('%s %p', t, f),
        tostring(setmetatable({}, {__name = 'thing'}))
      """
    let values = try TestHost().run(code).values
    #expect(values[0] == values[1])
    for value in values { #expect(!value.contains("0x") && value.utf8.count < 30, "\(value)") }
    #expect(values[0] == "table: 1")
    #expect(values[6].hasPrefix("thing: "))
  }

  @Test func randomSeedTellsNoAddress() throws {
    let outcome = try TestHost().run("math.randomseed() math.randomseed(42) return math.random(1, 1)")
    #expect(outcome.error == nil)
    #expect(outcome.values == ["1"])
  }

  @Test func theSafePartOfOsWorks() throws {
    let code = """
      local noon = os.time{year = 2020, month = 1, day = 1, hour = 12}
      return noon, os.date('!%Y', 0), os.clock() >= 0, os.difftime(2, 1)
      """
    let values = try TestHost().run(code).values
    #expect(Array(values.dropFirst()) == ["1970", "true", "1.0"])
  }

  @Test func aLongDateFormatIsRefused() throws {
    #expect(try TestHost().run("os.date(('%c'):rep(1000))").error?.message.contains("format too long") == true)
  }

  @Test func theMainPartLooksLikeALuaProgramsMainPart() throws {
    let code = """
      local co, isMain = coroutine.running()
      return isMain, coroutine.isyieldable(), coroutine.status(co), coroutine.resume(co)
      """
    #expect(
      try TestHost().run(code).values == [
        "true", "false", "running", "false", "cannot resume non-suspended coroutine",
      ])
  }

  @Test func aLongChainOfFieldsIsRefusedBeforeItIsCompiled() throws {
    for chain in [
      "return a" + String(repeating: ".b", count: 300), "return a" + String(repeating: "[1]", count: 300),
      "return " + String(repeating: "(", count: 150) + "a" + String(repeating: ".b.c)", count: 150),
      "x = a" + String(repeating: " . b", count: 300), "a" + String(repeating: ".b", count: 300) + "()",
    ] {
      let error = try #require(try TestHost().run(chain).error)
      #expect(error.message.contains("chain"), "\(chain.prefix(40)): \(error.message)")
    }
  }

  @Test func ordinaryTextIsNotTakenForAChain() throws {
    let lines = (0..<400).map { "t['k\($0)'] = {a = {b = 1}, [1] = 1.5} -- a.b.c" }.joined(separator: "\n")
    let chain = "return s" + String(repeating: ":gsub('a', 'b')", count: 250)
    #expect(try TestHost().run("local t = {}\n" + lines + "\nreturn t.k399.a.b").values == ["1"])
    #expect(try TestHost().run("local s = 'x' " + chain).error?.message.contains("chain") != true)
  }

  @Test func weirdLoadsBehave() throws {
    let code = """
      local env = {}
      assert(load('x = 1', 'c', 't', env))()
      local n = 0
      local f = load(function() n = n + 1 return ({'return ', '4', '2'})[n] end)
      local bad, message = load('x =', '=name')
      local none, other = load(function() error('reader') end)
      return env.x, f(), bad, message, none, other
      """
    let values = try TestHost().run(code).values
    #expect(values == ["1", "42", "nil", "name:1: unexpected symbol near <eof>", "nil", "test.lua:6: reader"])
  }
}
