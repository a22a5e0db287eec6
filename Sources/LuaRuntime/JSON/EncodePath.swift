/// The way from a value down to the place of an error, found while the encoder backs out: innermost step first.
struct EncodePath {
  enum Step: Equatable {
    case key(String)
    case index(Int64)
  }

  private var steps: [Step] = []

  mutating func prepend(_ step: Step) { steps.append(step) }

  /// `root.profile.address[2]`; the middle of a very long path is left out.
  func text(root: String) -> String {
    var parts = steps.reversed().map { step in
      switch step {
      case .index(let index): "[\(index)]"
      case .key(let key): Self.isName(key) ? ".\(key)" : "[\(Self.quoted(key))]"
      }
    }
    if parts.count > 12 { parts.replaceSubrange(8..<(parts.count - 4), with: [" … "]) }
    let path = root + parts.joined()
    return root.isEmpty && path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  static func isName(_ key: String) -> Bool {
    guard let first = key.utf8.first, key.utf8.count <= 64 else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    }
    return isLetter(first)
      && key.utf8.allSatisfy { isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
  }

  static func quoted(_ key: String) -> String {
    var text = Array(key.utf8)
    return text.withUnsafeMutableBytes { TextQuoting.quoted(UnsafeRawBufferPointer($0), limit: 64) }
  }
}
