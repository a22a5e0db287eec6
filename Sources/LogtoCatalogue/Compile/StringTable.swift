// The strings of a catalogue, each stored once.

/// Collects strings and numbers them.
struct StringTable {
  private var numbers: [String: UInt32] = [:]
  private(set) var offsets: [UInt32] = [0]
  private(set) var bytes: [UInt8] = []

  mutating func number(_ string: String) -> UInt32 {
    if let number = numbers[string] { return number }
    let number = UInt32(offsets.count - 1)
    numbers[string] = number
    bytes.append(contentsOf: string.utf8)
    offsets.append(UInt32(bytes.count))
    return number
  }

  mutating func number(_ string: String?) -> UInt32 {
    guard let string else { return Layout.noString }
    return number(string)
  }

  var count: Int { offsets.count - 1 }
}
