// Texts that are nearly JSON, from texts that are.
struct Mutation {
  private var state: UInt64
  private let seeds: [[UInt8]]
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d\\ude00", "\\ud800", "null", "true", "false", "0", "-",
    "1e", "1e400",
    "-1e-400", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "576460752303423488", "1.5",
    "\u{0}", "\n",
    " ", "\"\"", "\"a\":", "{}", "[]", "ä", "😀", "\u{FEFF}", "\u{7F}", "12345678901234567890.5e-10",
  ].map { Array($0.utf8) }

  init(seed: UInt64, seeds: [[UInt8]]) {
    state = seed
    self.seeds = seeds
  }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(bound, 1)))
  }

  mutating func text() -> [UInt8] {
    var text = seeds[below(seeds.count)]
    for _ in 0..<below(5) { change(&text) }
    return text
  }

  private mutating func change(_ text: inout [UInt8]) {
    let place = below(text.count + 1)
    switch below(7) {
    case 0: text.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
    case 1: if place < text.count { text[place] = UInt8(below(256)) }
    case 2: if place < text.count { text[place] ^= 1 << UInt8(below(8)) }
    case 3: text.removeSubrange(place..<min(text.count, place + 1 + below(20)))
    case 4: text.removeSubrange(place...)
    case 5: text.insert(contentsOf: text[place..<min(text.count, place + below(60))], at: below(text.count + 1))
    default:
      let depth = 1 + below(140)
      let (open, close) = below(2) == 0 ? ("[", "]") : ("{\"k\":", "}")
      text =
        Array(String(repeating: open, count: depth).utf8) + text + Array(String(repeating: close, count: depth).utf8)
    }
  }
}
