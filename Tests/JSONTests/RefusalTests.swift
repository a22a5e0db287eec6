// What is no JSON, and what is said about it.
import JSON
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    "", " ", "nul", "tru", "fals", "nulll", "[", "]", "[1", "[1,", "[1,]", "[,1]", "{", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "[1 2]", "{\"a\" 1}", "1 1", "[1]]", "01", "-", "+1", ".5", "1.", "1e",
    "1e+", "-01", "0x10", "1.e1", "NaN", "Infinity", "'a'", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
    "\"\\ud800\"", "\"\\ud800x\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "\"\u{1}\"", "[\"a\",\"\\u\"]",
    "1e309", "-1e309",
    "\u{0}", "[1]\u{0}", "/**/1", "{\"a\":1}}", "[1}", "{\"a\":1]", "[}", "{]", "\"\u{0}\"",
    "[\"abcdefghijklmnopqrstuvwxyz",
    "\u{A0}1", "tr\u{0}",
  ])
  func `a broken text is refused`(_ text: String) {
    #expect(throws: JSONError.self) { try JSONValue.parse(text) }
  }

  @Test func `every text cut short is refused`() {
    let text = Array(#"{"a":[1,-2.5e3,"x\n\ud83d\ude00",true,false,null,{"b":{}}],"c":"äöü"}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONValue.parse(Array(text[..<length])) }
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF],
      [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused at their place`(_ bytes: [UInt8]) {
    for prefix in [0, 5, 14, 15, 16, 40] {
      for escape in ["", "\\n"] {
        let start = Array("[\"\(escape)".utf8) + [UInt8](repeating: 0x61, count: prefix)
        let text = start + bytes + Array("\"]".utf8)
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
        #expect(error?.message == "the text is not UTF-8")
        #expect(error?.offset == start.count)
      }
    }
  }

  @Test func `128 containers are read and 129 refused`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONValue.parse(nested(128))
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(nested(129)) }
    #expect(error?.message == "nested deeper than 128")
    #expect(throws: JSONError.self) { try JSONValue.parse(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test(arguments: [
    ("{\n  \"a\": tru\n}", "line 2, column 8: a value cannot begin with 't'"),
    ("[1 2]", "line 1, column 4: a comma or ] is missing"),
    ("{\"a\":1", "line 1, column 7: the text ends inside an object"),
    ("", "line 1, column 1: the text is empty"),
    ("<!DOCTYPE html>", "line 1, column 1: a value cannot begin with '<'"),
    ("{} x", "line 1, column 4: something follows the value"),
    ("[1e999]", "line 1, column 2: the number is too large for a double"),
  ])
  func `the message says what and where`(_ text: String, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
    #expect(error?.description == message)
  }
}
