// Text for a reader, without what would steer the reader's terminal or turn the text around.

/// Names and other texts of a tenant may hold escape sequences: printed, they could clear a screen, hide a line or set a
/// title. So what a script prints or logs, its value where that is text, and the words of errors go through here,
/// whoever reads them. Values as JSON are data and stay as they are.
package enum TerminalText {
  /// The text without terminal sequences (`ESC [ … m`, `ESC ] … BEL` and their like), control characters but tab and
  /// line break, and characters that turn, hide or smuggle text: bidirectional controls, line separators, annotation
  /// and tag characters. A carriage return alone becomes a line break.
  package static func stripped(_ text: String) -> String {
    var text = text
    if text.withUTF8({ isPlain(UnsafeRawBufferPointer($0)) }) { return text }
    return String(decoding: stripped(Array(text.utf8)), as: UTF8.self)
  }

  /// Whether there is nothing but printable ASCII, tabs and line breaks: most text, passed on without a copy.
  package static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }
  }

  package static func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (value, length) = scalar(in: bytes, at: place)
      switch value {
      case 0x0A, 0x09: result.append(bytes[place])
      case 0x0D:
        // As a terminal would, but for overwriting the line.
        if place + 1 == bytes.count || bytes[place + 1] != 0x0A { result.append(0x0A) }
      case 0x1B:
        place = afterEscape(bytes, place + 1)
        continue
      case 0x9B:
        place = afterControlSequence(bytes, place + length)
        continue
      case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
        place = afterString(bytes, place + length)
        continue
      case let value? where isStripped(value): break
      default: result += bytes[place..<place + length]
      }
      place += length
    }
    return result
  }

  private static func isStripped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The character at a place, and how many bytes it takes. A byte that begins none stands alone: nil, but for those
  /// that are control characters of one byte to a terminal that knows no UTF-8.
  private static func scalar(in bytes: [UInt8], at place: Int) -> (value: UInt32?, length: Int) {
    let lead = bytes[place]
    let length: Int
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0x80..<0xA0: return (UInt32(lead), 1)
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return (nil, 1)
    }
    guard place + length <= bytes.count else { return (nil, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(place + 1)..<(place + length)] {
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  // MARK: Sequences (ECMA-48), each answering the place behind it

  private static func afterEscape(_ bytes: [UInt8], _ place: Int) -> Int {
    guard place < bytes.count else { return place }
    switch bytes[place] {
    case UInt8(ascii: "["): return afterControlSequence(bytes, place + 1)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return afterString(bytes, place + 1)
    default:
      var place = place
      while place < bytes.count, (0x20..<0x30).contains(bytes[place]) { place += 1 }
      return place < bytes.count && (0x30..<0x7F).contains(bytes[place]) ? place + 1 : place
    }
  }

  private static func afterControlSequence(_ bytes: [UInt8], _ place: Int) -> Int {
    var place = place
    while place < bytes.count, (0x20..<0x40).contains(bytes[place]) { place += 1 }
    return place < bytes.count && (0x40..<0x7F).contains(bytes[place]) ? place + 1 : place
  }

  /// Ended by BEL or ST. One that is not ended on its line takes away nothing but its beginning.
  private static func afterString(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case 0x07: return place + 1
      case 0x1B: return place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\\") ? place + 2 : start
      case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0x9C: return place + 2
      case 0x0A: return start
      default: place += 1
      }
    }
    return start
  }
}
