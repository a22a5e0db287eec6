// The texts that are decoded and encoded: made the same way every time.
import Foundation
import JSON

struct Corpus {
  let name: String
  let text: [UInt8]

  /// - Parameter root: the repository's folder, for its contract and its recordings.
  static func all(root: URL) throws -> [Corpus] {
    try [
      Corpus(name: "users page", text: users(root)), Corpus(name: "operations", text: operations(root)),
      Corpus(name: "numbers", text: numbers()), Corpus(name: "strings", text: strings()),
      Corpus(name: "nested", text: nested()),
    ]
  }

  /// A page of 100 users as a tenant sent one, with other ids and names.
  private static func users(_ root: URL) throws -> [UInt8] {
    let lines = try Data(contentsOf: root.appending(path: "Tests/Fixtures/recordings/users-list.jsonl"))
    var recorded: [JSONObject] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let body = try JSONValue.parse(Array(line))["response"]?["body"]
      recorded += (body?.arrayValue ?? []).compactMap(\.objectValue).filter { $0["username"] != nil }
    }
    guard !recorded.isEmpty else { throw CorpusError.noUsers }
    var random = Numbers(seed: 1)
    let page = (0..<100).map { index in
      var user = recorded[index % recorded.count]
      user["id"] = .string(String((0..<12).map { _ in random.letter() }))
      user["username"] = .string("user_\(index)")
      return JSONValue.object(user)
    }
    return JSONValue.array(page).encoded()
  }

  private static func operations(_ root: URL) throws -> [UInt8] {
    let lines = try Data(contentsOf: root.appending(path: "contract/operations.jsonl"))
    let values = try lines.split(separator: UInt8(ascii: "\n")).map { try JSONValue.parse(Array($0)) }
    return JSONValue.array(values).encoded()
  }

  private static func numbers() -> [UInt8] {
    var random = Numbers(seed: 2)
    return JSONValue.array(
      (0..<5000).map { index in
        index % 3 == 0
          ? .number(Double(random.next() >> 11) / 9_007_199_254_740_992 * 1e6)
          : .integer(Int64(random.next() >> (index % 3 == 1 ? 34 : 57)))
      }
    ).encoded()
  }

  private static func strings() -> [UInt8] {
    let words = [
      "the", "quick", "brown", "fox", "Größe", "naïve", "\"quoted\"", "a line\n", "tab\t", "over", "lazy", "dog",
    ]
    var random = Numbers(seed: 3)
    return JSONValue.array(
      (0..<1000).map { _ in
        .string((0..<(1 + random.next() % 20)).map { _ in words[Int(random.next() % 12)] }.joined(separator: " "))
      }
    ).encoded()
  }

  private static func nested() -> [UInt8] {
    func value(_ depth: Int64) -> JSONValue {
      if depth == 0 { return ["items": [], "name": "leaf", "open": true] }
      return [
        "children": [value(depth - 1), value(depth - 1)],
        "settings": ["level": .integer(depth), "one": value(depth - 1)],
      ]
    }
    return value(6).encoded()
  }
}

enum CorpusError: Error {
  case noUsers
}

/// A sequence of numbers that is the same in every run (splitmix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func letter() -> Character {
    Array("abcdefghijklmnopqrstuvwxyz0123456789")[Int(next() % 36)]
  }
}
