// The bytes of one catalogue and the only place that reads them.
//
// Every read is checked against the length: outside it a word is 0 and a string is empty, so that a damaged file
// can at worst give wrong metadata, never a crash. (Damaged files are refused at the start anyway.)

/// Immutable bytes of a compiled catalogue, read in place.
///
/// `@unchecked Sendable`: the memory is written before the initializer returns and never after it.
final class CatalogueStorage: @unchecked Sendable {
  private let base: UnsafeRawBufferPointer
  private let isOwned: Bool
  let wordCount: Int
  private let stringOffsets: Int
  private let stringCount: Int
  private let stringBytes: Int

  /// Reads bytes that outlive the process's use of them (those compiled into the binary).
  init(shared bytes: UnsafeRawBufferPointer) {
    base = bytes
    isOwned = false
    (wordCount, stringOffsets, stringCount, stringBytes) = Self.bounds(of: bytes)
  }

  /// Copies the bytes.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    copy.copyBytes(from: bytes)
    base = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<bytes.count])
    isOwned = true
    (wordCount, stringOffsets, stringCount, stringBytes) = Self.bounds(of: base)
  }

  deinit {
    if isOwned { UnsafeRawBufferPointer(start: base.baseAddress, count: base.count).deallocate() }
  }

  var byteCount: Int { base.count }

  /// The word at a word offset, or 0 outside the bytes.
  func word(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset < wordCount else { return 0 }
    return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset * 4, as: UInt32.self))
  }

  func header(_ field: Layout.Header) -> UInt32 { word(field.rawValue) }

  /// A count, cut to what the bytes could hold from `offset` on.
  func count(_ count: UInt32, of size: Int, at offset: Int) -> Int {
    guard offset > 0, offset < wordCount else { return 0 }
    return min(Int(count), (wordCount - offset) / size)
  }

  /// The bytes of a string as a range of the whole.
  private func range(_ string: UInt32) -> Range<Int> {
    guard Int(string) < stringCount else { return 0..<0 }
    let start = stringBytes + Int(word(stringOffsets + Int(string)))
    let end = stringBytes + Int(word(stringOffsets + Int(string) + 1))
    guard start <= end, end <= base.count else { return 0..<0 }
    return start..<end
  }

  func string(_ string: UInt32) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: base[range(string)]), as: UTF8.self)
  }

  func optionalString(_ string: UInt32) -> String? {
    string == Layout.noString ? nil : self.string(string)
  }

  /// Whether the string is exactly these bytes.
  func string(_ string: UInt32, equals bytes: UnsafeRawBufferPointer) -> Bool {
    let range = range(string)
    return range.count == bytes.count && UnsafeRawBufferPointer(rebasing: base[range]).elementsEqual(bytes)
  }

  /// Runs `body` with the bytes of a string, without a copy.
  func withString<R>(_ string: UInt32, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(UnsafeRawBufferPointer(rebasing: base[range(string)]))
  }

  /// Whether the number names a string.
  func hasString(_ string: UInt32) -> Bool {
    guard Int(string) < stringCount else { return false }
    let start = stringBytes + Int(word(stringOffsets + Int(string)))
    let end = stringBytes + Int(word(stringOffsets + Int(string) + 1))
    return start <= end && end <= base.count
  }

  /// A 32-bit mix of all bytes but the checksum itself, eight at a time.
  var computedChecksum: UInt32 { Self.checksum(base) }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= bytes.count {
      var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if offset == 8 { word &= 0xFFFF_FFFF }
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3
      offset += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private static func bounds(of bytes: UnsafeRawBufferPointer) -> (Int, Int, Int, Int) {
    func word(_ field: Layout.Header) -> Int {
      let offset = field.rawValue * 4
      guard offset + 4 <= bytes.count else { return 0 }
      return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let words = bytes.count / 4
    let offsets = word(.stringOffsets)
    let count = min(word(.stringCount), max(0, words - offsets - 1))
    return (words, offsets, count, word(.stringBytes))
  }
}
