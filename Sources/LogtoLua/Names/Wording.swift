// How lists of names are written in messages.

extension [String] {
  /// `'a', 'b', 'c'`, at most twelve of them.
  var listed: String {
    let shown = prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return count > 12 ? "\(shown) and \(count - 12) more" : shown
  }

  /// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
  var quotedChoice: String {
    let quoted = map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension String {
  /// At most so many characters, with the number of those left out.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    return prefix(limit) + "… (\(count - limit) more)"
  }
}
