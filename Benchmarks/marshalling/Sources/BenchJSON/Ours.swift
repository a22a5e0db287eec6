import LuaRuntime

/// The runtime's side: a sandboxed state whose global `text` is the given bytes.
final class Ours: LuaHost {
  private let text: [UInt8]
  private(set) var result: [UInt8] = []
  private var state: LuaState?

  struct Failure: Error {
    let message: String
  }

  init(text: [UInt8]) throws {
    self.text = text
    let state = try LuaState(limits: Limits(time: nil, memory: .megabytes(512)), host: self)
    try state.define("text", .string(text))
    try state.define("keep", .function(FunctionID(rawValue: 0)))
    self.state = state
  }

  /// Runs a chunk.
  func run(_ source: String) throws {
    guard let state else { return }
    try state.load(Array(source.utf8), name: "bench")
    if case .failed(let error) = state.resume() { throw Failure(message: error.description) }
  }

  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply {
    result = arguments.bytes(0) ?? []
    return .nothing
  }
  func finish(_ wait: WaitID) -> Reply { .nothing }
  func block(_ wait: WaitID) {}
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply { .nothing }
  func names(of namespace: NamespaceID) -> [String] { [] }
  func prelude(_ module: String) -> [UInt8]? { nil }
  func write(_ output: UnsafeRawBufferPointer) {}
}
