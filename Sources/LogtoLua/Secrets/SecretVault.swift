// The secrets that a run has met, and their removal from everything that leaves it.

/// Collects the secret values of one run and replaces them in text.
///
/// Any twelve letters or digits of a secret that follow one another in a text (of one shorter than 18: two thirds of
/// it, at least eight, and not letters alone; of one over 500: one in five hundred of it more), whatever stands between
/// them, hide the stretch they cover. Case does not matter, and the usual encodings (base64, hex, percent, JSON, reversed) are found
/// alike. A value with fewer letters and digits than that is looked for with its punctuation. Not `Sendable`: a vault
/// belongs to one run.
public struct SecretVault {
  /// Secrets shorter than this are hidden at their own place alone: a text full of ordinary words would suffer.
  public static let shortestValue = 8
  /// One-time codes are hidden from this length on.
  public static let shortestCode = 6
  /// So many bytes of secrets a vault takes; their forms need some thirteen times as much.
  static let capacity = 4 << 20

  private struct Secret {
    let value: [UInt8]
    let label: String
    let isCode: Bool
  }

  private var secrets: [Secret] = []
  private var known: Set<[UInt8]> = []
  private var indexed = 0
  private var words = SecretIndex(.words)
  private var visible = SecretIndex(.visible)
  /// Bytes of all values.
  private(set) var size = 0

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
    let value = Array(SecretForms.secretPart(of: value))
    guard value.count >= (isCode ? Self.shortestCode : Self.shortestValue), known.insert(value).inserted else { return }
    size += value.count
    secrets.append(Secret(value: value, label: label, isCode: isCode))
  }

  /// Whether certainly no secret is in the text: true for nearly every text without one, and quickly said.
  mutating func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    index()
    return words.isClear(text) && visible.isClear(text)
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
    return redact(redact(pieces, words), visible)
  }

  private func redact(_ pieces: [[UInt8]], _ index: SecretIndex) -> [[UInt8]] {
    if index.isEmpty { return pieces }
    let reduced = ReducedText(pieces, index.reduction)
    let hidden = index.matches(in: reduced.bytes)
    if hidden.isEmpty { return pieces }
    var result = pieces
    for stretch in hidden.reversed() {
      var last = stretch.range.upperBound - 1
      while last >= stretch.range.lowerBound {
        let end = reduced.origins[last]
        var first = last
        while first > stretch.range.lowerBound, reduced.origins[first - 1].piece == end.piece { first -= 1 }
        let isStart = first == stretch.range.lowerBound
        let placeholder = isStart ? Array("‹\(secrets[stretch.secret].label)›".utf8) : []
        let place = Int(reduced.origins[first].offset)...Int(end.offset)
        result[Int(end.piece)].replaceSubrange(place, with: placeholder)
        last = first - 1
      }
    }
    return result
  }

  /// Puts the secrets added since the last search into the indices.
  private mutating func index() {
    for number in indexed..<secrets.count {
      let secret = secrets[number]
      var seen = Set<[UInt8]>()
      func isNew(_ form: [UInt8], _ shortest: Int) -> Bool { form.count >= shortest && seen.insert(form).inserted }
      // Of a code in base64 no more than five characters may be certain.
      let shortest = secret.isCode ? 5 : Self.shortestCode
      for form in SecretForms.all(of: secret.value).map(TextReduction.words.reduce) where isNew(form, shortest) {
        words.add(form, secret: number)
      }
      let letters = TextReduction.words.reduce(secret.value).count
      guard letters < (secret.isCode ? Self.shortestCode : Self.shortestValue) else { continue }
      seen = []
      for form in SecretForms.all(of: secret.value) {
        let form = TextReduction.visible.reduce(form)
        if isNew(form, 4) { visible.add(form, secret: number) }
      }
    }
    indexed = secrets.count
  }
}
