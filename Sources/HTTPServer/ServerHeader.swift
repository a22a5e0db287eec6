// One header line of a request or an answer.

/// A header: its name as sent, and its value without the spaces around it.
public struct ServerHeader: Sendable, Hashable {
  /// The name as sent; compared without regard to case.
  public let name: String
  /// The value without the spaces around it.
  public let value: String

  /// A header; neither part may hold a line break.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Sequence where Element == ServerHeader {
  /// The values of every header called `name`, in order. Case does not matter.
  public func values(of name: String) -> [String] {
    compactMap { $0.name.equalsIgnoringCase(name) ? $0.value : nil }
  }

  /// The value of the first header called `name`. Case does not matter.
  public func value(of name: String) -> String? {
    first { $0.name.equalsIgnoringCase(name) }?.value
  }
}

extension String {
  /// Whether both are the same but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
