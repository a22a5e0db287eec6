// The spellings of an operation's name, and finding one by any of them.

/// The spellings under which a function may be named.
public enum Name {
  /// What every name of the catalogue begins with.
  public static let prefix = "logto_"

  /// The short name that a spelling stands for: `list_users` for `logto.logto_list_users`, `logto_list_users`,
  /// `logto.list_users`, `app.integrations.logto.list_users` and `list_users`. An account's name in between
  /// (`logto.staging.list_users`) is left out too. Says nothing about whether there is such a function.
  public static func short(_ spelling: String) -> String {
    var copy = spelling
    return copy.withUTF8 { bytes in
      var start = begins(bytes, 0, with: "app.integrations.") ? "app.integrations.".utf8.count : 0
      if begins(bytes, start, with: "logto."), let dot = bytes.lastIndex(of: UInt8(ascii: ".")) { start = dot + 1 }
      if begins(bytes, start, with: prefix) { start += prefix.utf8.count }
      return start == 0 ? spelling : String(decoding: bytes[start...], as: UTF8.self)
    }
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, with prefix: String) -> Bool {
    bytes[start...].starts(with: prefix.utf8)
  }
}

extension Catalogue {
  /// The operation of a name in any of its spellings.
  public func operation(named spelling: String) -> Operation? {
    let short = Array(Name.short(spelling).utf8)
    let operations = operations
    var low = 0
    var high = operations.count
    while low < high {
      let middle = (low + high) / 2
      let order = storage.withString(operations[middle].word(.name)) { name in
        Self.compare(name.dropFirst(Name.prefix.utf8.count), short)
      }
      if order == 0 { return operations[middle] }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func compare(_ one: some Sequence<UInt8>, _ other: [UInt8]) -> Int {
    var position = 0
    for byte in one {
      guard position < other.count else { return 1 }
      if byte != other[position] { return byte < other[position] ? -1 : 1 }
      position += 1
    }
    return position < other.count ? -1 : 0
  }
}
