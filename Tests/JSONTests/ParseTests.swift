// What a text becomes.
import JSON
import Testing

@Suite struct ParseTests {
  @Test(
    arguments: [
      ("null", JSONValue.null), ("true", true), ("false", false), ("0", 0), ("-0", 0), ("-7", -7), ("\"\"", ""),
      ("[]", []), ("{}", [:]), (" [ 1 , [ ] , { } ] ", [1, [], [:]]), ("{\"a\":{\"b\":[null]}}", ["a": ["b": [nil]]]),
      ("\u{FEFF}[1]", [1]), ("\"ä€😀\"", "ä€😀"),
    ] as [(String, JSONValue)])
  func `a text becomes its value`(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue.parse(text) == value)
  }

  @Test(
    arguments: [
      ("9223372036854775807", JSONValue.integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9007199254740993", .integer(9_007_199_254_740_993)), ("576460752303423488", .integer(1 << 59)),
      ("-576460752303423489", .integer(-(1 << 59) - 1)), ("999999999999999999", .integer(999_999_999_999_999_999)),
    ] as [(String, JSONValue)])
  func `an integer of 64 bits is exact`(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue.parse(text) == value)
    #expect(value.encodedString() == text)
  }

  @Test(
    arguments: [
      ("9223372036854775808", 9_223_372_036_854_775_808.0), ("-9223372036854775809", -9_223_372_036_854_775_809.0),
      ("1.0", 1), ("1e2", 100), ("1E-2", 0.01), ("-0.0", -0.0), ("0.1", 0.1), ("1e-400", 0), ("-1e-400", -0.0),
      ("1.7976931348623157e308", Double.greatestFiniteMagnitude), ("5e-324", Double.leastNonzeroMagnitude),
      ("0.000001e306", 1e300),
      ("123456789012345678901234567890", 123456789012345678901234567890.0),
      ("2.2250738585072014E-308", 2.2250738585072014e-308),
      ("0.1e-999999999999", 0),
    ] as [(String, Double)])
  func `a larger or broken number is the nearest double`(_ text: String, _ value: Double) throws {
    let parsed = try JSONValue.parse(text)
    guard case .number(let number) = parsed else {
      Issue.record("\(parsed) is no double")
      return
    }
    #expect(number.bitPattern == value.bitPattern)
  }

  @Test func `of equal keys the last value wins, at the place of the first`() throws {
    let value = try JSONValue.parse(#"{"a":1,"b":2,"a":3}"#)
    #expect(value.encodedString() == #"{"a":3,"b":2}"#)
  }

  @Test func `an object of many members finds each`() throws {
    let text = "{" + (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    var value = try #require(JSONValue.parse(text).objectValue)
    #expect(value.count == 100)
    #expect((0..<100).allSatisfy { value["k\($0)"] == .integer(Int64($0)) })
    value["k50"] = nil
    #expect(value["k50"] == nil && value["k99"] == 99 && value.count == 99)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e4\u20AC""#, "Aä€"), (#""\ud83d\ude00!""#, "😀!"),
    (#""\u0000""#, "\0"),
    (
      #""plain and then, after more than 16 bytes, \n a break""#, "plain and then, after more than 16 bytes, \n a break"
    ),
  ])
  func `escapes are undone`(_ text: String, _ value: String) throws {
    #expect(try JSONValue.parse(text) == .string(value))
  }

  @Test func `strings of every length around the block size survive`() throws {
    for length in 0..<70 {
      for place in 0...length {
        let text = String(repeating: "a", count: place) + "ä\n\"" + String(repeating: "b", count: length - place)
        let value = JSONValue.array([.string(text), .string(String(repeating: "x", count: length))])
        #expect(try JSONValue.parse(value.encoded()) == value)
      }
    }
  }

  @Test func `a tape is parsed into again and again`() throws {
    let tape = JSONTape()
    for text in ["[1,2,3]", "{\"a\":\"\\n\"}", "7"] {
      let bytes = Array(text.utf8)
      try bytes.withUnsafeBytes { try tape.parse($0) }
      #expect(tape.count > 0)
    }
    tape.clear()
    #expect(tape.count == 0)
  }
}
