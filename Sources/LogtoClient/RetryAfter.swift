// Reading `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.

/// The two forms of `Retry-After`.
enum RetryAfter {
  /// The most that is believed; a tenant that says more is out of order, and every deadline is nearer.
  static let most = Duration.seconds(24 * 3600)

  /// - Parameter unixTime: now, in seconds since 1970, for the form with a date.
  /// - Returns: how long to wait, zero for a date in the past, `nil` for anything that is neither form.
  static func read(_ value: String, unixTime: Double) -> Duration? {
    let value = value.trimmingBlanks
    if !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return min(Int64(value).map { .seconds($0) } ?? most, most)
    }
    guard let date = HTTPDate.read(value) else { return nil }
    return min(.milliseconds(Int64(max(0, min(date - unixTime, 1e9)) * 1000)), most)
  }
}

extension StringProtocol {
  /// Without blanks and tabs at both ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
