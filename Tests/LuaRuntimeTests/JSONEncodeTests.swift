// From Lua values to JSON text.
import JSON
import LuaRuntime
import Testing

@Suite struct JSONEncodeTests {
  private func encoded(_ value: String) throws -> String? {
    let outcome = try TestHost().run("return json.encode(\(value))")
    if let error = outcome.error { return "error: \(error.message)" }
    return outcome.value
  }

  @Test(arguments: [
    ("nil", "null"), ("json.null", "null"), ("true", "true"), ("1", "1"), ("1.0", "1.0"), ("0.1", "0.1"),
    ("-0.0", "-0.0"),
    ("math.maxinteger", "9223372036854775807"), ("math.mininteger", "-9223372036854775808"),
    ("2^53", "9007199254740992.0"),
    ("9007199254740993", "9007199254740993"), ("'a\\n\\0\"'", "\"a\\n\\u0000\\\"\""), ("{}", "{}"), ("{{}}", "[{}]"),
    ("json.array{}", "[]"), ("json.object{}", "{}"), ("json.array()", "[]"), ("{json.array{}, 1}", "[[],1]"),
    ("{1, 2, 3}", "[1,2,3]"), ("{[3]=3, [1]=1, [2]=2}", "[1,2,3]"), ("{a=1}", "{\"a\":1}"), ("{json.null}", "[null]"),
    ("{['1']=1}", "{\"1\":1}"), ("{a={b={1,{c='ü'}}}}", "{\"a\":{\"b\":[1,{\"c\":\"ü\"}]}}"),
    ("{['']=''}", "{\"\":\"\"}"),
  ])
  func `a value becomes its text`(_ value: String, _ text: String) throws {
    #expect(try encoded(value) == text)
  }

  @Test(arguments: [
    ("0/0", "the value is NaN, no number"), ("{a={1/0}}", "a[1] is infinite"), ("{-1/0}", "[1] is infinite"),
    ("{a={b=print}}", "a.b is a function, which JSON cannot hold"),
    ("{coroutine.create(print)}", "[1] is a thread, which JSON cannot hold"),
    ("{a='\\xff'}", "a is not valid UTF-8"), ("{a={['\\xff']=1}}", #"a has a key that is not valid UTF-8: "\xff""#),
    ("{1, a=2}", "the value has both list elements and named fields; JSON has no such value"),
    ("{profile={address={1,{x=print}}}}", "profile.address[2].x is a function, which JSON cannot hold"),
    ("{[true]=1}", "the value has a key that is a boolean; JSON's keys are strings"),
    ("{[1.5]=1}", "the value has a key that is a number with a fraction; JSON's keys are strings"),
    ("{[0]=1}", "the value has the key [0], which neither an array nor an object can have"),
    ("{1, nil, 3}", "the value is a list with a hole: [2] is nil where [3] is there (json.null is an empty element)"),
    ("{['two words']={print}}", #"["two words"][1] is a function, which JSON cannot hold"#),
  ])
  func `what JSON cannot say is refused, naming the place`(_ value: String, _ problem: String) throws {
    #expect(try encoded(value) == "error: json.encode: \(problem)")
  }

  @Test func `a cycle is refused where it closes`() throws {
    let source = "local a = {x = {y = {}}} a.x.y.z = a.x return json.encode({a = a})"
    #expect(try TestHost().run(source).error?.message == "json.encode: a.x.y.z is a cycle: it is a table that holds it")
  }

  @Test func `a table without end in breadth stops at the memory limit`() throws {
    let source = "local t = {} for i = 1, 100 do t = {t, t} end return json.encode(t)"
    let outcome = try TestHost().run(source, limits: Limits(memory: .megabytes(4)))
    #expect(outcome.error?.kind == .limit)
  }

  @Test func `one long text many times over stops at the memory limit`() throws {
    for list in ["t[i] = s", "t['k' .. i] = s"] {
      let source = "local s, t = ('x'):rep(1000000), {} for i = 1, 3000 do \(list) end return json.encode(t)"
      let outcome = try TestHost().run(source, limits: Limits(memory: .megabytes(8)))
      #expect(outcome.error?.kind == .limit)
      #expect(outcome.error?.fields["limit"] == "memory")
    }
  }

  @Test func `what a host encodes counts in the memory limit while it is written`() throws {
    let host = TestHost()
    host.function("send") { arguments in
      var writer = JSONWriter()
      do throws(EncodingError) { try arguments.encode(0, into: &writer) } catch {
        return .result(.string(error.isLimit && writer.count < 16 << 20 ? "stopped" : "\(error)"))
      }
      return .result(.string("written"))
    }
    let source = "local t = {'x'} for i = 1, 100 do t = {t, t} end return host.send(t)"
    #expect(try host.run(source, limits: Limits(memory: .megabytes(8))).value == "stopped")
  }

  @Test func `a table without end in breadth stops with the time`() throws {
    let source = "local t = {} for i = 1, 100 do t = {t, t} end return json.encode(t)"
    let outcome = try TestHost().run(source, limits: Limits(time: .milliseconds(100), memory: .megabytes(4000)))
    #expect(outcome.error?.kind == .limit)
  }

  @Test func `129 levels are refused`() throws {
    let source = "local t = {} for i = 1, 128 do t = {t} end return json.encode(t)"
    #expect(try TestHost().run(source).error?.message.hasSuffix("is nested deeper than 128") == true)
  }

  @Test func `a list of elements among the keys is one, however it was filled`() throws {
    let source = """
      local t = {} for i = 500, 1, -1 do t[i] = i end
      local u = {} for i = 1, 500 do u[i] = i end
      return json.encode(t) == json.encode(u)
      """
    #expect(try TestHost().run(source).values == ["true"])
  }

  @Test func `sorted members come in the order of their bytes`() throws {
    let source = """
      local t = {b=1, a={z=1, y={}, x='s'}, ['']=0, aa=2, abcdefghij=3, abcdefghi=4, abcdefghik=5, Z=6}
      return json.encode(t, {sorted = true})
      """
    #expect(
      try TestHost().run(source).value
        == #"{"":0,"Z":6,"a":{"x":"s","y":{},"z":1},"aa":2,"abcdefghi":4,"abcdefghij":3,"abcdefghik":5,"b":1}"#)
  }

  @Test func `large sorted objects are in order too`() throws {
    let source = """
      local t, found, sorted = {}, {}, {}
      for i = 1, 300 do t['k' .. (i * 7919 % 1000)] = {v = i, u = 1} end
      local text = json.encode({t, 1}, {sorted = true})
      for name in text:gmatch('"(k%d+)":{"u":1,"v":%d+}') do found[#found + 1], sorted[#sorted + 1] = name, name end
      table.sort(sorted)
      return #found .. ' ' .. tostring(table.concat(found) == table.concat(sorted))
      """
    #expect(try TestHost().run(source).values == ["300 true"])
  }

  @Test func `pretty text is indented and sorted`() throws {
    #expect(
      try TestHost().run("return json.encode({b = {1}, a = {}}, {pretty = true})").value
        == "{\n  \"a\": {},\n  \"b\": [\n    1\n  ]\n}")
  }

  @Test func `an empty array that was read stays one, with its elements taken out too`() throws {
    #expect(try TestHost().run("return json.encode(json.decode('[[],{}]'))").value == "[[],{}]")
    #expect(
      try TestHost().run("local t = json.decode('{\"a\":[1]}') t.a[1] = nil return json.encode(t)").value
        == "{\"a\":[]}")
  }

  @Test func `json array and object mark the table they are given`() throws {
    let source = "local t = {} local u = json.array(t) return t == u and json.encode(json.object(u))"
    #expect(try TestHost().run(source).value == "{}")
    #expect(
      try TestHost().run("json.array(setmetatable({}, {}))").error?.message.contains("metatable of its own") == true)
    #expect(try TestHost().run("json.array('x')").error?.message.contains("table expected") == true)
    #expect(try TestHost().run("return getmetatable(json.array{})").value == "false")
  }

  @Test func `the schema says what an empty table is`() throws {
    let host = TestHost()
    let schemas = TestSchemas()
    var text = ""
    host.function("send") { arguments in
      var writer = JSONWriter()
      do throws(EncodingError) {
        try arguments.encode(0, schema: TestSchemas.user, schemas: schemas, root: "body", sorted: true, into: &writer)
      } catch { return .failure(.script("\(error)")) }
      text = String(decoding: writer.finish(), as: UTF8.self)
      return .nothing
    }
    #expect(try host.run("host.send{tags = {}, customData = {}, profile = {}}").error == nil)
    #expect(text == #"{"customData":{},"profile":{},"tags":[]}"#)
    let error = try host.run("host.send{profile = {address = {1, print}}}").error
    #expect(error?.message == "body.profile.address[2] is a function, which JSON cannot hold")
  }
}
