// What is written.
import JSON
import Testing

@Suite struct WriterTests {
  @Test(arguments: [
    (3.0, "3.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e15, "1000000000000000.0"), (1e17, "1e+17"), (1.5e300, "1.5e+300"),
    (.leastNonzeroMagnitude, "5e-324"), (1e-5, "0.00001"), (123456.789, "123456.789"), (.nan, "null"),
    (.infinity, "null"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
  ])
  func `a double is written in its shortest form and stays one`(_ value: Double, _ text: String) {
    #expect(JSONValue.number(value).encodedString() == text)
  }

  @Test func `many doubles read back as the same`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let value = Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
      guard value.isFinite else { continue }
      #expect(try JSONValue.parse(JSONValue.number(value).encoded()) == .number(value))
    }
  }

  @Test func `commas and colons come by themselves`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.integer(1)
    writer.beginArray()
    writer.endArray()
    writer.beginObject()
    writer.endObject()
    writer.null()
    writer.bool(true)
    writer.bool(false)
    writer.endArray()
    writer.key("b")
    writer.raw("{\"x\":1}".utf8)
    writer.endObject()
    #expect(String(decoding: writer.finish(), as: UTF8.self) == #"{"a":[1,[],{},null,true,false],"b":{"x":1}}"#)
  }

  @Test func `pretty text has a member a line`() {
    let value: JSONValue = ["a": [1, [], [:], ["b": nil]], "c": "d"]
    #expect(
      value.encodedString(pretty: true) == """
        {
          "a": [
            1,
            [],
            {},
            {
              "b": null
            }
          ],
          "c": "d"
        }
        """)
  }

  @Test func `control characters, quotes and backslashes are escaped`() {
    let text = String(String.UnicodeScalarView((0..<0x21).compactMap { Unicode.Scalar($0) })) + "\"\\/\u{7F}ä"
    #expect(
      JSONValue.string(text).encodedString()
        == "\"" + #"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
        + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"#
        + " \\\"\\\\/\u{7F}ä\"")
  }

  @Test func `bytes that are not UTF-8 leave the text as it was`() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(1)
    for bytes in [[0xFF], Array("\n\u{1}ab".utf8) + [0xC3]] as [[UInt8]] {
      let accepted = bytes.withUnsafeBytes { writer.string($0) }
      #expect(!accepted)
    }
    writer.integer(2)
    writer.endArray()
    #expect(writer.finish() == Array("[1,2]".utf8))
  }

  @Test func `a writer over its limit says so and stops growing`() {
    var writer = JSONWriter(limit: 1000)
    writer.beginArray()
    for _ in 0..<100_000 { writer.string("0123456789") }
    let (isOver, count) = (writer.isOverLimit, writer.count)
    #expect(isOver)
    #expect(count < 5000)
  }
}
