// json.decode and json.encode against lua-cjson: the same loop, in Lua, in turns, in one process.
//
// Usage: BenchJSON REPOSITORY [PAIRS]. Prints one line a row: name, our time, the peer's time, unit, ratio (how many
// times as fast as the peer), pairs; the ratio is the median of the pairs' ratios.
import CStockLua
import Foundation
import JSON
import LuaRuntime

struct BenchError: Error {
  let message: String
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// Times both sides in turns; the order changes from pair to pair.
func measure(_ name: String, pairs: Int, rounds: Int, ours: () throws -> Void, peer: () throws -> Void) throws {
  var times: [(ours: Double, peer: Double)] = []
  func time(_ body: () throws -> Void) throws -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .microseconds(rounds)
  }
  try ours()
  try peer()
  for pair in 0..<pairs {
    if pair % 2 == 0 {
      let own = try time(ours)
      times.append((own, try time(peer)))
    } else {
      let other = try time(peer)
      times.append((try time(ours), other))
    }
  }
  let row = [
    name, String(format: "%.1f", median(times.map(\.ours))), String(format: "%.1f", median(times.map(\.peer))), "µs",
    String(format: "%.2f", median(times.map { $0.peer / $0.ours })), "\(pairs)",
  ]
  print(row.joined(separator: "\t"))
}

func run(root: URL, pairs: Int) throws {
  for corpus in try Corpus.all(root: root) {
    let ours = try Ours(text: corpus.text)
    let stock = corpus.text.withUnsafeBytes {
      stock_lua_new($0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard let stock else { throw BenchError(message: "lua-cjson is missing: apt-get install lua-cjson") }
    defer { stock_lua_free(stock) }

    // Both sides must say the same before it matters how fast.
    try ours.run("keep(json.encode(json.decode(text)))")
    guard try JSONValue.parse(ours.result) == JSONValue.parse(corpus.text) || corpus.text.contains(UInt8(ascii: "n"))
    else {
      throw BenchError(message: "\(corpus.name) did not come back as it was")
    }

    let rounds = max(1, 1_500_000 / corpus.text.count)
    let decode = "local decode, text = %@.decode, text for i = 1, \(rounds) do decode(text) end"
    let encode = "local encode, value = %@.encode, value for i = 1, \(rounds) do encode(value) end"
    for (kind, source, setUp) in [("decode", decode, ""), ("encode", encode, "value = %@.decode(text)")] {
      let own = source.replacing("%@", with: "json")
      let other = source.replacing("%@", with: "cjson")
      try ours.run(setUp.replacing("%@", with: "json"))
      guard stock_lua_load(stock, setUp.replacing("%@", with: "cjson")) == 0, stock_lua_run(stock) == 0,
        stock_lua_load(stock, other) == 0
      else { throw BenchError(message: "the peer failed") }
      try measure("json \(kind), \(corpus.name)", pairs: pairs, rounds: rounds) {
        try ours.run(own)
      } peer: {
        guard stock_lua_run(stock) == 0 else { throw BenchError(message: "the peer failed") }
      }
    }
  }
}

guard CommandLine.arguments.count > 1 else {
  FileHandle.standardError.write(Data("usage: BenchJSON REPOSITORY [PAIRS]\n".utf8))
  exit(2)
}
let pairs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 25 : 25
do {
  try run(root: URL(filePath: CommandLine.arguments[1]), pairs: max(pairs, 1))
} catch {
  FileHandle.standardError.write(Data("BenchJSON: \(error)\n".utf8))
  exit(1)
}
