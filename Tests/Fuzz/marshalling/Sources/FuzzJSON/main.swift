// Usage: FuzzJSON [SECONDS [SEED]]. Ends with 1 at the first text that breaks a promise, and prints it.
//
// The promises: the scanner accepts what the oracle accepts; a value comes back from its own text, compact and pretty;
// a script's json.decode accepts the same texts, and what json.encode makes of its value decodes to the same again.
import Foundation
import JSON
import LuaRuntime

final class Host: LuaHost {
  var text: [UInt8] = []
  var results: [[UInt8]] = []

  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply {
    if function.rawValue == 0 { return .result(.string(text)) }
    results = (0..<arguments.count).map { arguments.bytes($0) ?? [] }
    return .nothing
  }
  func finish(_ wait: WaitID) -> Reply { .nothing }
  func block(_ wait: WaitID) {}
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply { .nothing }
  func names(of namespace: NamespaceID) -> [String] { [] }
  func prelude(_ module: String) -> [UInt8]? { nil }
  func write(_ output: UnsafeRawBufferPointer) {}
}

struct Broken: Error {
  let promise: String
}

let script = """
  local ok, value = pcall(json.decode, text())
  if not ok then return keep("refused") end
  local first = json.encode(value, {sorted = true})
  local again = json.decode(first)
  keep("accepted", first, json.encode(again, {sorted = true}), json.encode(json.decode(json.encode(value, {pretty = true})), {sorted = true}), inspect(value))
  """

func check(_ text: [UInt8], host: Host, state: LuaState) throws {
  let expected = Oracle.accepts(text)
  let value = try? JSONValue.parse(text)
  guard (value != nil) == expected else {
    throw Broken(promise: expected ? "JSON is refused" : "what is no JSON is accepted")
  }
  if let value {
    guard try JSONValue.parse(value.encoded()) == value else { throw Broken(promise: "the value does not come back") }
    guard try JSONValue.parse(value.encoded(pretty: true)) == value else {
      throw Broken(promise: "nor when it is pretty")
    }
  }
  host.text = text
  host.results = []
  try state.load(Array(script.utf8), name: "fuzz")
  if case .failed(let error) = state.resume() { throw Broken(promise: "the script failed: \(error)") }
  let accepted = host.results.first == Array("accepted".utf8)
  guard accepted == expected else { throw Broken(promise: "json.decode differs") }
  guard !accepted || (host.results[1] == host.results[2] && host.results[2] == host.results[3]) else {
    throw Broken(promise: "json.encode does not come back")
  }
}

func seeds() throws -> [[UInt8]] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../Fixtures/recordings").standardizedFileURL
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  let lines = try files.flatMap { try Data(contentsOf: $0).split(separator: UInt8(ascii: "\n")).map(Array.init) }
  return lines.filter { $0.count < 3000 }
    + ["null", "[]", "{}", "[1,2.5,-3e7,\"x\\n\"]", "{\"a\":{\"b\":[null,true]}}"].map { Array($0.utf8) }
}

let seconds = CommandLine.arguments.count > 1 ? Double(CommandLine.arguments[1]) ?? 10 : 10
let seed = CommandLine.arguments.count > 2 ? UInt64(CommandLine.arguments[2]) ?? 1 : UInt64.random(in: 1...(.max))
let host = Host()
let state = try LuaState(limits: Limits(time: nil), host: host)
try state.define("text", .function(FunctionID(rawValue: 0)))
try state.define("keep", .function(FunctionID(rawValue: 1)))
var mutation = Mutation(seed: seed, seeds: try seeds())
let end = ContinuousClock.now + .seconds(seconds)
var count = 0
while ContinuousClock.now < end {
  let text = mutation.text()
  do {
    try check(text, host: host, state: state)
  } catch {
    print("\(error)\nafter \(count) texts of seed \(seed):\n\(String(decoding: text, as: UTF8.self))\n\(text)")
    exit(1)
  }
  count += 1
}
print("\(count) texts of seed \(seed): all promises kept")
