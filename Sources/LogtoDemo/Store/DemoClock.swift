// Time and chance in the demo tenant: neither is real, so that answers can be compared to the byte.

/// A clock that goes on by a second with every write. Milliseconds since 1970, as the tenant's times.
struct DemoClock {
  /// 2026-06-01 12:00:00 UTC.
  static let start: Int64 = 1_780_315_200_000
  static let day: Int64 = 86_400_000
  private(set) var now = start

  /// The time of a write.
  mutating func tick() -> Int64 {
    now += 1_000
    return now
  }
}

/// Ids and secrets: those of the tenant in length and letters, always the same ones in the same order.
struct DemoIDs {
  private var state: UInt64 = 0x6C6F_6774_6F2D_6C75
  private static let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  /// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
  private mutating func number() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A new id. The tenant's users, organizations and connectors have 12 letters, most others 21.
  mutating func next(_ length: Int) -> String {
    var bytes: [UInt8] = []
    for index in 0..<length {
      // Ids begin with a letter, so that they are never mistaken for numbers.
      let count: UInt64 = index == 0 ? 26 : 36
      bytes.append(Self.letters[Int(number() % count) + (index == 0 ? 10 : 0)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A new secret, recognisable as one of the demo's.
  mutating func secret() -> String { "demo_" + next(32) }
}
