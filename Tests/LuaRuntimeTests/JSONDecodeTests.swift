// From JSON text to Lua values.
import JSON
import LuaRuntime
import Testing

@Suite struct JSONDecodeTests {
  private func value(_ source: String) throws -> String? {
    let outcome = try TestHost().run(source)
    if let error = outcome.error { return "error: \(error.message)" }
    return outcome.value
  }

  @Test func `integers stay integers and floats stay floats`() throws {
    #expect(try value("return math.type(json.decode('7'))") == "integer")
    #expect(try value("return math.type(json.decode('7.0'))") == "float")
    #expect(try value("return json.decode('9007199254740993')") == "9007199254740993")
    #expect(try value("return json.decode('-9223372036854775808') == math.mininteger") == "true")
    #expect(try value("return math.type(json.decode('9223372036854775808'))") == "float")
  }

  @Test func `null members are absent and null elements are json null`() throws {
    #expect(try value("return json.decode('{\"a\":null}').a == nil") == "true")
    #expect(try value("local t = json.decode('[1,null,3]') return t[2] == json.null and #t == 3") == "true")
    #expect(try value("return json.decode('null') == json.null") == "true")
    #expect(try value("return tostring(json.null)") == "null")
  }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, "2"), (#"{"a":1,"a":null}"#, "nil"), (#"{"a":null,"a":3}"#, "3"),
    (#"{"a":1,"b":{"a":5},"a":null}"#, "nil"), (#"{"a":{"a":1},"a":{"b":2}}"#, "table"),
  ])
  func `of equal keys the last one counts`(_ text: String, _ expected: String) throws {
    #expect(try value("return json.decode([[\(text)]]).a") == expected)
  }

  @Test func `more names than the key cache holds are all found`() throws {
    #expect(
      try value(
        """
        local parts = {}
        for round = 1, 2 do for i = 1, 700 do parts[#parts + 1] = '{"key' .. i .. '":' .. i .. ',"k":[' .. i .. ']}' end end
        local list = json.decode('[' .. table.concat(parts, ',') .. ']')
        for i, item in ipairs(list) do
          local n = (i - 1) % 700 + 1
          if item['key' .. n] ~= n or item.k[1] ~= n then return 'wrong at ' .. i end
        end
        return #list
        """) == "1400")
  }

  @Test func `names of many lengths and likenesses are told apart`() throws {
    #expect(
      try value(
        """
        local parts, names = {}, {}
        for length = 0, 40 do for c = 0, 5 do
          local name = ('x'):rep(length // 2) .. string.char(97 + c) .. ('x'):rep(length - length // 2)
          names[#names + 1] = name
          parts[#parts + 1] = ('"%s":%d'):format(name, #names)
        end end
        local t = json.decode('{' .. table.concat(parts, ',') .. '}')
        for i, name in ipairs(names) do if t[name] ~= i then return name end end
        return 'all'
        """) == "all")
  }

  @Test func `escapes and long strings arrive whole`() throws {
    #expect(try value(#"return json.decode('"\\u0000\\ud83d\\ude00\\n"') == '\0😀\n'"#) == "true")
    #expect(try value("local s = ('ä'):rep(100000) return json.decode('\"' .. s .. '\"') == s") == "true")
  }

  @Test func `a broken text raises and says where`() throws {
    #expect(
      try value("json.decode('{\"a\":')")
        == "error: json.decode: this is not JSON: line 1, column 6: the text ends where a value should be")
    #expect(try value("local ok, e = pcall(json.decode, '[1,') return ok") == "false")
    #expect(try value("json.decode('\"\\xff\"')")?.contains("the text is not UTF-8") == true)
    #expect(try value("json.decode(('['):rep(200) .. (']'):rep(200))")?.contains("nested deeper than 128") == true)
    #expect(try value("json.decode({})")?.contains("string expected") == true)
  }

  @Test func `128 levels are decoded and encoded again`() throws {
    #expect(
      try value("local s = ('['):rep(128) .. (']'):rep(128) return json.encode(json.decode(s)) == s") == "true")
  }

  @Test func `a text that does not fit in the memory limit ends the run`() throws {
    let limits = Limits(memory: .megabytes(4))
    let error = try TestHost().run("json.decode('[' .. ('1,'):rep(500000) .. '1]')", limits: limits).error
    #expect(error?.kind == .limit)
  }

  @Test func `decoding goes on after large texts`() throws {
    let limits = Limits(memory: .megabytes(24))
    let source = """
      local s = '["' .. ('x'):rep(2000000) .. '"]'
      for i = 1, 20 do if #json.decode(s)[1] ~= 2000000 then return 'wrong' end end
      return 'ok'
      """
    #expect(try TestHost().run(source, limits: limits).values == ["ok"])
  }
}
