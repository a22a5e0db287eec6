// From bytes to words: one loop over the text, without recursion.
import CJSON

struct ScanFailure {
  var message: String
  var offset: Int
}

extension JSONTape {
  /// Fills the tape from the copied source. Nil when the text is JSON.
  func scan(maxDepth: Int) -> ScanFailure? {
    withUnsafeTemporaryAllocation(of: OpenContainer.self, capacity: maxDepth + 1) { open in
      guard let open = open.baseAddress else { return nil }
      var scan = Scan(source: source, sourceCount: sourceCount, words: words, capacity: wordCapacity)
      return scan.run(tape: self, open: open, maxDepth: maxDepth)
    }
  }
}

struct OpenContainer {
  var header: Int
  var size: Int
  var isObject: Bool
}

/// The state of one scan, held in registers; the tape's own fields are written when it ends.
struct Scan {
  let source: UnsafePointer<UInt8>
  let sourceCount: Int
  var p: UnsafePointer<UInt8>
  var words: UnsafeMutablePointer<UInt64>
  var count = 0
  var capacity: Int
  var failure: ScanFailure?

  init(source: UnsafePointer<UInt8>, sourceCount: Int, words: UnsafeMutablePointer<UInt64>, capacity: Int) {
    self.source = source
    self.sourceCount = sourceCount
    self.p = source
    self.words = words
    self.capacity = capacity
  }

  mutating func run(tape: JSONTape, open: UnsafeMutablePointer<OpenContainer>, maxDepth: Int) -> ScanFailure? {
    if p[0] == 0xEF, p[1] == 0xBB, p[2] == 0xBF { p += 3 }
    var depth = 0
    var size = 0
    var inObject = false
    value: while true {
      if count &+ 4 > capacity { grow(tape) }
      skipSpace()
      switch p.pointee {
      case UInt8(ascii: "\""):
        guard string(tape) else { return failure }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < maxDepth else { return fail("nested deeper than \(maxDepth)") }
        open[depth] = OpenContainer(header: count, size: size, isObject: inObject)
        depth &+= 1
        inObject = p.pointee == UInt8(ascii: "{")
        size = 0
        count &+= 1
        p += 1
        skipSpace()
        if p.pointee != (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if inObject {
            guard key(tape) else { return failure }
          }
          continue value
        }
        p += 1
        depth &-= 1
        close(open[depth], size: 0, isObject: inObject)
        size = open[depth].size
        inObject = open[depth].isObject
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard number() else { return failure }
      case UInt8(ascii: "t"):
        guard word(0x6575_7274, length: 4) else { return unexpected() }
        emit(CJSON_TRUE, 0)
      case UInt8(ascii: "f"):
        p += 1
        guard word(0x6573_6C61, length: 4) else {
          p -= 1
          return unexpected()
        }
        emit(CJSON_FALSE, 0)
      case UInt8(ascii: "n"):
        guard word(0x6C6C_756E, length: 4) else { return unexpected() }
        emit(CJSON_NULL, 0)
        if inObject { size &-= 1 }
      default:
        return unexpected()
      }
      // A value is complete: what comes after it?
      while true {
        skipSpace()
        if depth == 0 { break value }
        size &+= 1
        let next = p.pointee
        if next == UInt8(ascii: ",") {
          p += 1
          if inObject {
            skipSpace()
            guard key(tape) else { return failure }
          }
          continue value
        }
        guard next == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return isAtEnd
            ? fail("the text ends inside \(inObject ? "an object" : "an array")")
            : fail("a comma or \(inObject ? "}" : "]") is missing")
        }
        p += 1
        depth &-= 1
        close(open[depth], size: size, isObject: inObject)
        size = open[depth].size
        inObject = open[depth].isObject
      }
    }
    guard isAtEnd else { return fail("something follows the value") }
    tape.count = count
    return nil
  }

  var isAtEnd: Bool { p - source >= sourceCount }

  @inline(__always)
  mutating func skipSpace() {
    var c = p.pointee
    while c <= 0x20 && (c == 0x20 || c == 0x0A || c == 0x0D || c == 0x09) {
      p += 1
      c = p.pointee
    }
  }

  @inline(__always)
  mutating func emit(_ kind: Int, _ payload: UInt64) {
    words[count] = UInt64(truncatingIfNeeded: kind) &<< 60 | payload
    count &+= 1
  }

  @inline(__always)
  func close(_ container: OpenContainer, size: Int, isObject: Bool) {
    let kind = UInt64(isObject ? CJSON_OBJECT : CJSON_ARRAY)
    words[container.header] =
      kind &<< 60 | UInt64(truncatingIfNeeded: size) &<< 32 | UInt64(truncatingIfNeeded: count)
  }

  /// Four letters at once; `letters` is the word as little-endian bytes.
  @inline(__always)
  mutating func word(_ letters: UInt32, length: Int) -> Bool {
    guard UnsafeRawPointer(p).loadUnaligned(as: UInt32.self) == UInt32(littleEndian: letters) else { return false }
    p += length
    return true
  }

  @inline(__always)
  mutating func key(_ tape: JSONTape) -> Bool {
    if count &+ 4 > capacity { grow(tape) }
    guard p.pointee == UInt8(ascii: "\"") else {
      return stop(isAtEnd ? "the text ends inside an object" : "a key in quotes is missing")
    }
    guard string(tape) else { return false }
    skipSpace()
    guard p.pointee == UInt8(ascii: ":") else { return stop("a colon is missing after the key") }
    p += 1
    return true
  }

  @inline(never)
  mutating func grow(_ tape: JSONTape) {
    tape.grow()
    words = tape.words
    capacity = tape.wordCapacity
  }

  @inline(never)
  mutating func stop(_ message: String) -> Bool {
    failure = ScanFailure(message: message, offset: p - source)
    return false
  }

  @inline(never)
  mutating func fail(_ message: String) -> ScanFailure? {
    ScanFailure(message: message, offset: p - source)
  }

  @inline(never)
  mutating func unexpected() -> ScanFailure? {
    if isAtEnd { return fail(sourceCount == 0 ? "the text is empty" : "the text ends where a value should be") }
    let c = p.pointee
    return fail(
      c > 0x20 && c < 0x7F
        ? "a value cannot begin with '\(Character(Unicode.Scalar(c)))'"
        : "a value cannot begin with byte \(c)")
  }
}
