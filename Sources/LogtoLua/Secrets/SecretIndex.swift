// Finding any of many secrets in a text: each is cut into windows of a few bytes, which are looked up at every place
// of the text and then extended as far as text and secret agree.

/// The forms of secrets under one reduction.
struct SecretIndex {
  /// A stretch of the reduced text that a secret covers.
  struct Match {
    var range: Range<Int>
    var secret: Int
  }

  private struct Window {
    var form: Int32
    var offset: Int32
  }

  let reduction: TextReduction
  private var forms: [(bytes: [UInt8], secret: Int)] = []
  /// Windows by their length and hash.
  private var tables: [Int: [UInt64: Window]] = [:]
  /// Which hashes of four bytes any window begins with: nearly every place of a text is passed over by this. Made with
  /// the first form: most runs meet no secret, and a thousand that wait would hold 128 MB of it.
  private var beginnings: [Bool] = []
  private var windowCount = 0
  private var shortest = Int.max

  init(_ reduction: TextReduction) { self.reduction = reduction }

  var isEmpty: Bool { forms.isEmpty }

  /// How many bytes in a row give a form of `length` away.
  static func window(of length: Int) -> Int { length <= 8 ? length : min(12, max(8, length * 2 / 3)) }

  /// Windows of one form, beyond which they no longer begin at every byte; and of all together.
  private static let mostOfForm = 512
  private static let mostOfAll = 1 << 20

  /// Adds a reduced form of four bytes at least.
  mutating func add(_ form: [UInt8], secret: Int) {
    let length = Self.window(of: form.count)
    let number = Int32(truncatingIfNeeded: forms.count)
    forms.append((form, secret))
    shortest = min(shortest, length)
    let last = form.count - length
    let step = windowCount > Self.mostOfAll ? length : max(1, last / Self.mostOfForm)
    // A few letters of a longer value may be an ordinary word: of `N3w!password` the second half is no secret.
    let isPart = length < 12 && last > 0
    form.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, through: last, by: step)
      where !isPart || !bytes[start..<start + length].allSatisfy({ (97...122).contains($0) }) {
        add(bytes, start, length, form: number)
      }
      if isPart { add(bytes, 0, form.count, form: number) }
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, form: Int32) {
    let hash = Self.hash(bytes, start, length)
    guard tables[length, default: [:]][hash] == nil else { return }
    if beginnings.isEmpty { beginnings = [Bool](repeating: false, count: 1 << 16) }
    tables[length, default: [:]][hash] = Window(form: form, offset: Int32(truncatingIfNeeded: start))
    beginnings[Self.beginning(bytes, start)] = true
    windowCount += 1
  }

  /// Whether certainly none of the forms is in a text that is not reduced yet: one look at each byte, without a copy.
  func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if forms.isEmpty { return true }
    var four: UInt32 = 0
    var seen = 0
    for byte in text {
      guard let reduced = reduction.reduce(byte) else { continue }
      four = four >> 8 | UInt32(reduced) << 24
      seen += 1
      if seen >= 4, beginnings[Self.beginning(four)] { return false }
    }
    return true
  }

  /// All stretches of a reduced text that secrets cover, in order.
  func matches(in text: [UInt8]) -> [Match] {
    guard text.count >= shortest else { return [] }
    var found: [Match] = []
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start + shortest <= text.count {
        defer { start += 1 }
        guard beginnings[Self.beginning(text, start)], let match = match(text, at: start) else { continue }
        found.append(match)
        // What another secret may share with the end of this one is looked at again.
        start = max(start, match.range.upperBound - 12)
      }
    }
    return Self.merged(found)
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    for (length, table) in tables where start + length <= text.count {
      guard let window = table[Self.hash(text, start, length)] else { continue }
      let (form, secret) = forms[Int(window.form)]
      let offset = Int(window.offset)
      guard (0..<length).allSatisfy({ form[offset + $0] == text[start + $0] }) else { continue }
      var before = 0
      while before < min(offset, start), form[offset - before - 1] == text[start - before - 1] { before += 1 }
      var end = length
      while offset + end < form.count, start + end < text.count, form[offset + end] == text[start + end] { end += 1 }
      return Match(range: start - before..<start + end, secret: secret)
    }
    return nil
  }

  private static func merged(_ found: [Match]) -> [Match] {
    var merged: [Match] = []
    for match in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = merged.last, match.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, match.range.upperBound)
        merged[merged.count - 1].range = last.range.lowerBound..<end
      } else {
        merged.append(match)
      }
    }
    return merged
  }

  @inline(__always)
  private static func beginning(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let four = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt32.self)
    return beginning(UInt32(littleEndian: four))
  }

  /// - Parameter four: four bytes, the first one the lowest.
  @inline(__always)
  private static func beginning(_ four: UInt32) -> Int { Int((four &* 0x9E37_79B1) >> 16) }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<start + length { hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
