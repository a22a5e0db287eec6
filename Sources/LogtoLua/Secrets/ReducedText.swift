// Text reduced to what matters for finding a secret in it, with the way back to where each byte stood.

/// What of a text is compared.
enum TextReduction: Sendable {
  /// Letters and digits, lower case: a value is found however it is spaced, quoted, cased or spread over a line.
  case words
  /// Everything but spaces and control characters, lower case: for values that are mostly punctuation.
  case visible

  func reduce(_ text: [UInt8]) -> [UInt8] { text.compactMap(reduce) }

  @inline(__always)
  func reduce(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte + 32
    case 97...122, 48...57, 0x80...0xFF: byte
    case 0x21...0x7E where self == .visible: byte
    default: nil
    }
  }
}

/// Pieces of one text, reduced and joined.
struct ReducedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte the piece it came from and its offset there.
  private(set) var origins: [(piece: Int32, offset: Int32)] = []

  init(_ pieces: [[UInt8]], _ reduction: TextReduction) {
    let total = pieces.reduce(0) { $0 + $1.count }
    bytes.reserveCapacity(total)
    origins.reserveCapacity(total)
    for (number, piece) in pieces.enumerated() {
      for offset in piece.indices {
        guard let reduced = reduction.reduce(piece[offset]) else { continue }
        bytes.append(reduced)
        origins.append((Int32(truncatingIfNeeded: number), Int32(truncatingIfNeeded: offset)))
      }
    }
  }
}
