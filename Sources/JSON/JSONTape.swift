import CJSON

/// What does a JSON text hold, as a flat row of words?
///
/// A tape is parsed into again and again; its memory is kept between texts. It copies the text, so that the bytes may
/// go away. The layout is in CJSON's `tape.h`. Not `Sendable`: one thread at a time.
public final class JSONTape {
  /// A text longer than this many bytes is refused.
  public static let maximumLength = 0x0FFF_FFFF
  /// Memory kept between two texts; more is given back by ``clear()``.
  static let keptBytes = 1 << 20

  var source: UnsafeMutablePointer<UInt8>
  var sourceCount = 0
  var sourceCapacity = 0
  var text: UnsafeMutablePointer<UInt8>?
  var textCount = 0
  var textCapacity = 0
  /// The tape: ``count`` words, laid out as CJSON's `tape.h` says.
  public internal(set) var words: UnsafeMutablePointer<UInt64>
  /// Words in use; 0 until a text was parsed.
  public internal(set) var count = 0
  var wordCapacity: Int

  /// A tape that holds nothing yet.
  ///
  /// - Parameter length: bytes of the text that will probably be parsed first; there is room for most of its words then.
  public init(expecting length: Int = 96) {
    source = .allocate(capacity: 16)
    wordCapacity = 8 + min(length, 1 << 14) / 4
    words = .allocate(capacity: wordCapacity)
  }

  deinit {
    source.deallocate()
    text?.deallocate()
    words.deallocate()
  }

  /// Bytes of memory that the tape holds.
  public var memory: Int { sourceCapacity + textCapacity + wordCapacity * 8 }

  /// The tape as C reads it. Valid until the next ``parse(_:maxDepth:)`` or ``clear()``.
  public var view: cjson_tape {
    cjson_tape(words: words, count: count, source: source, text: text)
  }

  /// Reads one JSON text. After an error the tape is empty.
  ///
  /// - Throws: ``JSONError`` where the text is not JSON, is not UTF-8, is nested deeper than `maxDepth` containers, or
  ///   holds a number too large for a double.
  public func parse(_ bytes: UnsafeRawBufferPointer, maxDepth: Int = 128) throws(JSONError) {
    count = 0
    textCount = 0
    guard bytes.count <= Self.maximumLength else {
      throw JSONError(message: "the text is longer than 256 MiB", offset: 0, line: 1, column: 1)
    }
    copy(bytes)
    if let failure = scan(maxDepth: maxDepth) {
      count = 0
      throw JSONError(message: failure.message, offset: failure.offset, in: bytes)
    }
  }

  /// Forgets the text, and gives back large buffers.
  public func clear() {
    count = 0
    sourceCount = 0
    textCount = 0
    guard memory > Self.keptBytes else { return }
    source.deallocate()
    source = .allocate(capacity: 16)
    sourceCapacity = 0
    text?.deallocate()
    text = nil
    textCapacity = 0
    words.deallocate()
    wordCapacity = 32
    words = .allocate(capacity: wordCapacity)
  }

  /// The copy ends in zeros: no JSON token goes on over one, and 16 bytes may be read from any place of the text.
  private func copy(_ bytes: UnsafeRawBufferPointer) {
    let needed = bytes.count + 32
    if needed > sourceCapacity {
      source.deallocate()
      source = .allocate(capacity: needed)
      sourceCapacity = needed
    }
    if let base = bytes.baseAddress, bytes.count > 0 {
      UnsafeMutableRawPointer(source).copyMemory(from: base, byteCount: bytes.count)
    }
    (source + bytes.count).initialize(repeating: 0, count: 32)
    sourceCount = bytes.count
  }

  /// Room for at least two more words.
  func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCapacity * 2)
    larger.update(from: words, count: wordCapacity)
    words.deallocate()
    words = larger
    wordCapacity *= 2
  }

  /// The side buffer: unescaped text is never longer than the text it comes from.
  func sideBuffer() -> UnsafeMutablePointer<UInt8> {
    if let text, textCapacity >= sourceCount { return text }
    // Only the first escaped string of a text can come here, so there is nothing to keep.
    text?.deallocate()
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: sourceCount)
    text = buffer
    textCapacity = sourceCount
    return buffer
  }
}
