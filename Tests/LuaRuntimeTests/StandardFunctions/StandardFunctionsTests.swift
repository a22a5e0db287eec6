import Testing

@testable import LuaRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The budgeted standard functions against the stock ones of the same liblua, on generated calls.
@Suite("Standard functions")
struct StandardFunctionsTests {
  /// The generators of `generate.lua`: most are named for the one function they call.
  static let generators = [
    "arithmetic", "byte", "char", "codepoint", "codes", "concat", "find", "format", "gmatch", "gsub", "insert", "load",
    "match", "metatable", "method", "move", "next", "offset", "pack", "packsize", "pairs", "protect", "raw", "remove",
    "rep", "select", "simple", "sort", "sub", "tonumber", "tostring", "tpack", "tunpack", "unpack", "utf8char",
    "utf8len",
  ]
  /// Calls a generator; `make fuzz` and a larger LOGTO_LUA_CASES go further.
  static var cases: Int { ProcessInfo.processInfo.environment["LOGTO_LUA_CASES"].flatMap(Int.init) ?? 4000 }
  static let batch = 250

  static func file(_ name: String) throws -> [UInt8] {
    let folder = #filePath.dropLast("StandardFunctionsTests.swift".count)
    return Array(try #require(FileManager.default.contents(atPath: folder + name)))
  }

  @Test("Results and error messages are those of stock Lua", arguments: generators)
  func equalsStock(generator: String) throws {
    let stock = try StockLua()
    let sandbox = try Sandbox()
    let compare = try Self.file("compare.lua")
    try stock.run(compare)
    try sandbox.run(compare)
    let source = try StockLua()
    try source.run(
      Array("local make = (function(...) ".utf8) + Self.file("generate.lua") + Array(" end)() generate = make".utf8))

    for first in stride(from: 1, through: Self.cases, by: Self.batch) {
      let chunks = try source.run(
        Array(
          """
          local list = {}
          for seed = \(first), \(first + Self.batch - 1) do
            list[#list + 1] = string.format("%q", generate(seed, "\(generator)"))
          end
          return "{" .. table.concat(list, ",") .. "}"
          """.utf8))
      let program =
        Array("local out = {} for i, code in ipairs(".utf8) + chunks
        + Array(") do out[i] = code .. '\\n' .. compare(code) end return table.concat(out, '\\0\\n')".utf8)
      let expected = try stock.run(program)
      let actual = try sandbox.run(program)
      if expected == actual { continue }
      let pairs = zip(Self.parts(expected), Self.parts(actual))
      for (left, right) in pairs where left != right {
        Issue.record("stock \(String(decoding: left, as: UTF8.self))\nours \(String(decoding: right, as: UTF8.self))")
        return
      }
      Issue.record("the batch from seed \(first) differs")
    }
  }

  /// At `\0\n`, which no shown result holds (quoting writes zeros as `\0`, and a line feed with a backslash before it).
  private static func parts(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for i in text.indices.dropLast() where text[i] == 0 && text[i + 1] == UInt8(ascii: "\n") {
      parts.append(text[start..<i])
      start = i + 2
    }
    return parts + [text[start...]]
  }

  @Test("Every generator is run")
  func allGenerators() throws {
    let source = try StockLua()
    let names = try source.run(
      Array("return table.concat((function(...) ".utf8) + Self.file("generate.lua") + Array(" end)()(), ' ')".utf8))
    #expect(String(decoding: names, as: UTF8.self) == Self.generators.joined(separator: " "))
  }

  @Test("The tables hold the functions of stock Lua, but for string.dump")
  func sameNames() throws {
    let listing = Array(
      """
      local names = {}
      for _, library in ipairs { "string", "table", "utf8" } do
        for name in pairs(_G[library]) do if name ~= "dump" then names[#names + 1] = library .. "." .. name end end
      end
      table.sort(names)
      return table.concat(names, " ")
      """.utf8)
    #expect(try Sandbox().run(listing) == StockLua().run(listing))
  }
}

/// A sandboxed state for a chunk after the other.
private final class Sandbox {
  private let host = SilentHost()
  private let state: LuaState

  init() throws {
    state = try LuaState(
      limits: Limits(time: .seconds(120), memory: .megabytes(256), source: .megabytes(16)), host: host)
  }

  @discardableResult
  func run(_ chunk: [UInt8]) throws -> [UInt8] {
    try state.load(chunk, name: "chunk")
    if case .failed(let error) = state.resume() { throw error }
    return state.withResults { $0.bytes(0) ?? [] }
  }
}

/// A host with nothing to call.
private final class SilentHost: LuaHost {
  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply { .nothing }
  func finish(_ wait: WaitID) -> Reply { .nothing }
  func block(_ wait: WaitID) {}
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply { .nothing }
  func names(of namespace: NamespaceID) -> [String] { [] }
  func prelude(_ module: String) -> [UInt8]? { nil }
  func write(_ output: UnsafeRawBufferPointer) {}
}
