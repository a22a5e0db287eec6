// Which of several words somebody meant who wrote another one.

/// Nearest words by spelling.
public enum Nearest {
  /// The candidate that a misspelt word most likely stands for; `nil` when none is near.
  ///
  /// Letter case and underscores do not count (`user_id` is `userId`), a swap of neighbours counts once
  /// (`usrename`), and about a third of the letters may be wrong.
  public static func match(_ word: String, among candidates: some Sequence<String>) -> String? {
    matches(word, among: candidates, limit: 1).first
  }

  /// The nearest candidates, best first.
  public static func matches(_ word: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let plain = plain(word)
    guard !plain.isEmpty, plain.count <= 128 else { return [] }
    var found: [(candidate: String, distance: Int, order: Int)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = self.plain(candidate)
      let allowed = max(1, min(plain.count, other.count) / 3)
      guard let distance = distance(plain, other, atMost: allowed) else { continue }
      found.append((candidate, distance, order))
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(limit).map(\.candidate)
  }

  /// The number of letters to insert, delete, replace or swap; `nil` when it is more than `limit`.
  public static func distance(_ one: String, _ other: String, atMost limit: Int) -> Int? {
    distance(Array(one.utf8), Array(other.utf8), atMost: limit)
  }

  private static func plain(_ word: String) -> [UInt8] {
    word.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
  }

  static func distance(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
    guard abs(one.count - other.count) <= limit else { return nil }
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var row = last
    for i in 1...one.count {
      row[0] = i
      var best = i
      for j in 1...other.count {
        let same = one[i - 1] == other[j - 1]
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row[j] = cost
        best = min(best, cost)
      }
      if best > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
