// The secrets that a run has met, and their removal from everything that leaves it.

/// Collects the secret values of one run and replaces them in text.
///
/// Any twelve letters or digits of a secret that follow one another in a text (of one shorter than 18: two thirds of
/// it, at least eight), whatever stands between them, hide the stretch they cover. Case does not matter, and the usual
/// encodings (base64, hex, percent, JSON, reversed) are found alike. Not `Sendable`: a vault belongs to one run.
public struct SecretVault {
  /// Secrets shorter than this are hidden at their own place alone: a text full of ordinary words would suffer.
  public static let shortestValue = 8
  /// One-time codes are hidden from this length on.
  public static let shortestCode = 6

  /// How many reduced characters in a row give a form of `length` away.
  private static func window(of length: Int) -> Int {
    length <= shortestValue ? length : min(12, max(shortestValue, length * 2 / 3))
  }

  private struct Secret {
    let value: [UInt8]
    let label: String
  }

  private var secrets: [Secret] = []
  private var known: Set<[UInt8]> = []
  private var indexed = 0
  /// Windows by their length, each leading to the secret it belongs to.
  private var windows: [Int: [ArraySlice<UInt8>: Int]] = [:]

  /// A vault that knows no secret yet.
  public init() {}

  /// Whether it knows no secret.
  public var isEmpty: Bool { secrets.isEmpty }

  /// Adds a value that must not be shown.
  ///
  /// - Parameters:
  ///   - value: The secret's bytes; short ones are left out.
  ///   - label: What the placeholder calls it: `secret of application fghij`.
  ///   - isCode: A one-time code, hidden from six characters on.
  public mutating func add(_ value: [UInt8], label: String, isCode: Bool = false) {
    guard value.count >= (isCode ? Self.shortestCode : Self.shortestValue), known.insert(value).inserted else { return }
    secrets.append(Secret(value: value, label: label))
  }

  /// The text with every secret replaced by its placeholder.
  public mutating func redact(_ text: [UInt8]) -> [UInt8] {
    guard !secrets.isEmpty else { return text }
    return redact([text])[0]
  }

  /// Pieces of one text (the strings of a document, in order), with every secret replaced, also where it is spread
  /// over several of them.
  public mutating func redact(_ pieces: [[UInt8]]) -> [[UInt8]] {
    index()
    var reduced = ReducedText()
    for (index, piece) in pieces.enumerated() { reduced.append(piece, piece: index) }
    let hidden = stretches(in: reduced.bytes)
    guard !hidden.isEmpty else { return pieces }
    var result = pieces
    for stretch in hidden.reversed() {
      var last = stretch.range.upperBound - 1
      while last >= stretch.range.lowerBound {
        let end = reduced.origins[last]
        var first = last
        while first > stretch.range.lowerBound, reduced.origins[first - 1].piece == end.piece { first -= 1 }
        let isStart = first == stretch.range.lowerBound
        let placeholder = isStart ? Array("‹\(secrets[stretch.secret].label)›".utf8) : []
        result[end.piece].replaceSubrange(reduced.origins[first].offset...end.offset, with: placeholder)
        last = first - 1
      }
    }
    return result
  }

  /// Puts the windows of the secrets added since the last search into the index.
  private mutating func index() {
    for number in indexed..<secrets.count {
      let value = secrets[number].value
      let minimum = min(Self.shortestCode, value.count)
      for form in SecretForms.all(of: value, minimum: minimum) {
        let length = Self.window(of: form.count)
        for start in 0...(form.count - length) {
          windows[length, default: [:]][form[start..<start + length]] = number
        }
      }
    }
    indexed = secrets.count
  }

  private func stretches(in text: [UInt8]) -> [(range: Range<Int>, secret: Int)] {
    var found: [(range: Range<Int>, secret: Int)] = []
    for (length, table) in windows where text.count >= length {
      for start in 0...(text.count - length) {
        if let secret = table[text[start..<start + length]] { found.append((start..<start + length, secret)) }
      }
    }
    found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
    var merged: [(range: Range<Int>, secret: Int)] = []
    for stretch in found {
      if let last = merged.last, stretch.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, stretch.range.upperBound)
        merged[merged.count - 1].range = last.range.lowerBound..<end
      } else {
        merged.append(stretch)
      }
    }
    return merged
  }
}
