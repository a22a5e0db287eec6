// The forms in which a secret may turn up in text: as it is, backwards, and under the usual encodings.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Text reduced to what matters for finding a secret in it: letters and digits, lower case, without what stands
/// between them. So one search finds a value however it is spaced, quoted, cased or spread over a line.
struct ReducedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte the piece it came from and its offset there.
  private(set) var origins: [(piece: Int, offset: Int)] = []

  mutating func append(_ text: [UInt8], piece: Int) {
    for (offset, byte) in text.enumerated() {
      guard let reduced = Self.reduce(byte) else { continue }
      bytes.append(reduced)
      origins.append((piece, offset))
    }
  }

  static func reduce(_ text: [UInt8]) -> [UInt8] { text.compactMap(reduce) }

  private static func reduce(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte + 32
    case 97...122, 48...57, 0x80...0xFF: byte
    default: nil
    }
  }
}

enum SecretForms {
  /// All forms of `value`, reduced; those shorter than `minimum` are left out.
  static func all(of value: [UInt8], minimum: Int) -> [[UInt8]] {
    var forms = [value, value.reversed(), hexadecimal(value), jsonEscaped(value)]
    forms += [percentEncoded(value, keeping: "-._~"), percentEncoded(value, keeping: "")]
    forms += (0..<3).map { base64(value, alignment: $0) }
    var seen = Set<[UInt8]>()
    return forms.map(ReducedText.reduce).filter { $0.count >= minimum && seen.insert($0).inserted }
  }

  /// The part of the base64 text that does not depend on what stands before and after the value, where the value
  /// begins at byte `alignment` of a group of three.
  private static func base64(_ value: [UInt8], alignment: Int) -> [UInt8] {
    let padded = [UInt8](repeating: 0, count: alignment) + value
    let whole = padded.count / 3 * 3
    let text = Array(Data(padded[..<whole]).base64EncodedString().utf8)
    return Array(text.dropFirst(alignment == 0 ? 0 : alignment + 1))
  }

  private static func hexadecimal(_ value: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return value.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  private static func percentEncoded(_ value: [UInt8], keeping marks: String) -> [UInt8] {
    let marks = Set(marks.utf8)
    return value.flatMap { byte -> [UInt8] in
      switch byte {
      case 48...57, 65...90, 97...122: [byte]
      case let mark where marks.contains(mark): [byte]
      default: [UInt8(ascii: "%")] + hexadecimal([byte])
      }
    }
  }

  private static func jsonEscaped(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      switch byte {
      case 10: Array("\\n".utf8)
      case 13: Array("\\r".utf8)
      case 9: Array("\\t".utf8)
      case 0..<32: Array("\\u00".utf8) + hexadecimal([byte])
      default: [byte]
      }
    }
  }
}
