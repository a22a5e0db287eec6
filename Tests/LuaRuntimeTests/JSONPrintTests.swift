// What a reader sees of values.
import LuaRuntime
import Testing

@Suite struct JSONPrintTests {
  private func printed(_ source: String, answering json: String = "null") throws -> String {
    let host = TestHost()
    let outcome = try host.run(source, answering: json)
    if let error = outcome.error { return "error: \(error.message)" }
    return host.text
  }

  @Test(arguments: [
    ("'whole\\n\"text\"'", "whole\n\"text\"\n"), ("1, 1.5, nil, true", "1\t1.5\tnil\ttrue\n"), ("", "\n"),
    ("{}", "{}\n"), ("{1, 'a', true}", "{ 1, \"a\", true }\n"),
    ("{b = 1, a = {c = 'x'}}", "{ a = { c = \"x\" }, b = 1 }\n"),
    ("{1, x = 2}", "{ [1] = 1, x = 2 }\n"), ("{['a b'] = 1, [true] = 2}", "{ [\"a b\"] = 1, [true] = 2 }\n"),
    ("json.null", "null\n"), ("{json.null}", "{ null }\n"), ("{1/0, 1e100, 0.1}", "{ inf, 1e+100, 0.1 }\n"),
    ("{print}", "{ function }\n"), ("setmetatable({}, {__tostring = function() return 'mine' end})", "mine\n"),
    ("'a', {1}", "a\t{ 1 }\n"),
  ])
  func `a value is shown`(_ value: String, _ text: String) throws {
    #expect(try printed("print(\(value))") == text)
  }

  @Test func `fields come in documented order, and absent nullable ones as null`() throws {
    #expect(
      try printed(
        "print(host.user())", answering: #"{"zeta":1,"tags":[],"customData":{"b":1,"a":2},"id":"u1","name":null}"#)
        == "{ id = \"u1\", username = null, name = null, tags = {}, customData = { a = 2, b = 1 }, zeta = 1 }\n")
  }

  @Test func `what does not fit on a line has a line a field`() throws {
    #expect(
      try printed("print{a = ('x'):rep(60), b = {c = ('y'):rep(50)}}")
        == "{\n  a = \"\(String(repeating: "x", count: 60))\",\n  b = { c = \"\(String(repeating: "y", count: 50))\" },\n}\n"
    )
  }

  @Test func `long text inside of a table is cut and counted, alone it is whole`() throws {
    let text = try printed("print{('ä'):rep(1000)}")
    #expect(text.hasSuffix("\" (and 1800 bytes more),\n}\n"))
    #expect(try printed("print(('ä'):rep(1000))") == String(repeating: "ä", count: 1000) + "\n")
  }

  @Test func `long lists and large tables are cut and counted`() throws {
    #expect(try printed("local t = {} for i = 1, 1000 do t[i] = i end print(t)").hasSuffix("  … 800 more\n}\n"))
    #expect(try printed("local t = {} for i = 1, 1000 do t[i] = i end print{t}").contains("… 950 more"))
    #expect(try printed("local t = {} for i = 1, 5000 do t['k' .. i] = i end print(t)").contains("… 4800 more"))
  }

  @Test func `terminal escapes in data are made visible`() throws {
    #expect(
      try printed("print{'\\27[31mred\\7\\r', '\\u{202E}x', '\\xff\\xc3', '\\u{9b}1m'}")
        == #"{ "\x1b[31mred\x07\r", "\u{202e}x", "\xff\xc3", "\u{9b}1m" }"# + "\n")
  }

  @Test func `a cycle is shown`() throws {
    #expect(
      try printed("local t = {a = {}} t.a.b = t t.c = t.a print(t)") == "{ a = { b = <cycle> }, c = { b = <cycle> } }\n"
    )
  }

  @Test func `very deep and very broad tables end`() throws {
    #expect(try printed("local t = {} for i = 1, 500 do t = {t} end print(t)").contains("{ … }"))
    let host = TestHost()
    let outcome = try host.run(
      "local t = {} for i = 1, 100 do t = {t, t, t} end print(t)", limits: Limits(time: .seconds(20)))
    #expect(outcome.error == nil || outcome.error?.kind == .limit)
    #expect(host.output.count <= 256 << 10)
  }

  @Test func `an error table shows all its fields`() throws {
    let host = TestHost()
    host.function("fail") { _ in
      .failure(
        LuaError(
          kind: .http, message: "no such user",
          fields: ["code": "entity.not_found", "status": 404, "data": ["x": [1]]],
          hint: "list_users shows them"))
    }
    #expect(try host.run("local ok, e = pcall(host.fail) print(e)").error == nil)
    #expect(host.text.contains("kind = \"http\""))
    #expect(host.text.contains("message = \"no such user\""))
    #expect(host.text.contains("status = 404"))
    #expect(host.text.contains("data = { x = { 1 } }"))
    #expect(host.text.contains("hint = \"list_users shows them\""))
  }

  @Test func `meta is shown without headers`() throws {
    let meta = #"{"status":200,"total":7,"request_id":"r","retries":0,"waited":0,"elapsed":0.5,"headers":{"a":"b"}}"#
    #expect(
      try printed("print(host.free())", answering: meta)
        == "{ status = 200, total = 7, request_id = \"r\", retries = 0, waited = 0, elapsed = 0.5 }\n")
  }

  @Test func `inspect gives the text`() throws {
    #expect(try TestHost().run("return inspect{a = 'x'}").value == "{ a = \"x\" }")
    #expect(try TestHost().run("return inspect('x\\n')").value == "\"x\\n\"")
  }

  @Test func `output over the limit ends the run`() throws {
    let host = TestHost()
    let outcome = try host.run("while true do print(('x'):rep(1000)) end", limits: Limits(output: .kilobytes(10)))
    #expect(outcome.error?.kind == .limit)
    #expect(outcome.error?.fields["limit"] == "output")
    #expect(host.output.count == 10 << 10)
  }

  @Test func `output is cut between characters`() throws {
    let host = TestHost()
    _ = try host.run("print(('€'):rep(1000))", limits: Limits(output: .bytes(100)))
    #expect(host.output.count == 99)
  }
}
