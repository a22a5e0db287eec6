// From bytes to JSONValue, over a tape.
import CJSON

extension JSONValue {
  /// Reads one JSON text.
  ///
  /// Of equal keys the last value counts. Integers beyond 64 bits become numbers.
  /// - Throws: ``JSONError`` with the place of the fault.
  public static func parse(_ bytes: UnsafeRawBufferPointer, maxDepth: Int = 128) throws(JSONError) -> JSONValue {
    let tape = JSONTape()
    try tape.parse(bytes, maxDepth: maxDepth)
    var reader = TapeReader(tape: tape.view)
    return reader.value()
  }

  /// Reads one JSON text.
  public static func parse(_ bytes: [UInt8], maxDepth: Int = 128) throws(JSONError) -> JSONValue {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in try parse(buffer, maxDepth: maxDepth) }
    }
    return try result.get()
  }

  /// Reads one JSON text.
  public static func parse(_ text: String, maxDepth: Int = 128) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), maxDepth: maxDepth)
  }
}

/// Reads values off a tape one after the other. The tape is valid by construction, and at most as deep as the parse
/// allowed.
struct TapeReader {
  let tape: cjson_tape
  var index = 0

  mutating func value() -> JSONValue {
    guard let words = tape.words, index < tape.count else { return .null }
    let word = words[index]
    index += 1
    switch Int(word >> 60) {
    case CJSON_FALSE: return .bool(false)
    case CJSON_TRUE: return .bool(true)
    case CJSON_SMALL: return .integer((Int64(bitPattern: word) << 4) >> 4)
    case CJSON_INTEGER:
      index += 1
      return .integer(Int64(bitPattern: words[index - 1]))
    case CJSON_NUMBER:
      index += 1
      return .number(Double(bitPattern: words[index - 1]))
    case CJSON_STRING: return .string(string(word, in: tape.source))
    case CJSON_TEXT: return .string(string(word, in: tape.text))
    case CJSON_ARRAY:
      let end = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
      var elements: [JSONValue] = []
      elements.reserveCapacity(Int(word >> 32 & 0x0FFF_FFFF))
      while index < end { elements.append(value()) }
      return .array(elements)
    case CJSON_OBJECT:
      let end = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
      var members = JSONObject()
      while index < end {
        if case .string(let key) = value() { members[key] = value() }
      }
      return .object(members)
    default: return .null
    }
  }

  private func string(_ word: UInt64, in base: UnsafePointer<UInt8>?) -> String {
    let length = Int(word >> 32 & 0x0FFF_FFFF)
    let start = UnsafeRawPointer(base)?.advanced(by: Int(word & 0xFFFF_FFFF))
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
