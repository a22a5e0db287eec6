// Is it UTF-8? As the Unicode standard's table 3-7 has it: no overlong forms, no surrogates, nothing over U+10FFFF.
import CJSON

extension UTF8 {
  /// The offset of the first byte that is no part of valid UTF-8.
  public static func firstInvalidByte(in bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    var index = 0
    while index < count {
      if index &+ 16 <= count {
        let wide = cjson_mask(bytes + index) >> 16
        if wide == 0 {
          index &+= 16
          continue
        }
        index &+= wide.trailingZeroBitCount
      }
      let first = bytes[index]
      if first < 0x80 {
        index &+= 1
        continue
      }
      let length = sequenceLength(bytes + index, available: count &- index)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  /// 2, 3 or 4 for a valid sequence of that length, else 0.
  private static func sequenceLength(_ p: UnsafePointer<UInt8>, available: Int) -> Int {
    func continues(_ index: Int) -> Bool { p[index] & 0xC0 == 0x80 }
    switch p[0] {
    case 0xC2...0xDF:
      return available >= 2 && continues(1) ? 2 : 0
    case 0xE0...0xEF:
      guard available >= 3, continues(1), continues(2) else { return 0 }
      if p[0] == 0xE0 && p[1] < 0xA0 { return 0 }
      if p[0] == 0xED && p[1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard available >= 4, continues(1), continues(2), continues(3) else { return 0 }
      if p[0] == 0xF0 && p[1] < 0x90 { return 0 }
      if p[0] == 0xF4 && p[1] > 0x8F { return 0 }
      return 4
    default:
      return 0
    }
  }
}
