// Scripts in one process, as a service runs them: many that wait, and the life of a state.
//
// Usage: BenchRuntime waiting pool|threads ENDPOINT COUNT   prints seconds, threads, KiB a script
//        BenchRuntime state ROUNDS                          prints microseconds a state

import Foundation
import HTTPTransport
import LogtoClient
import LogtoLua
import LuaRuntime

struct BenchError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

@main struct BenchRuntime {
  @MainActor static func main() async {
    LuaRuntime.prepareProcess()
    do {
      try await run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("BenchRuntime: \(error)\n".utf8))
      exit(1)
    }
  }

  @MainActor private static func run(_ arguments: [String]) async throws {
    switch arguments.first {
    case "waiting" where arguments.count == 4:
      guard let count = Int(arguments[3]) else { throw BenchError("'\(arguments[3])' is no number") }
      try ProcessUse.raiseFileLimit()
      let waiting = Waiting(
        account: try .machine(endpoint: arguments[2], appID: "bench", appSecret: "bench-secret"), count: count)
      print(try await arguments[1] == "pool" ? waiting.inRuntime() : waiting.onThreads())
    case "state" where arguments.count == 2:
      guard let rounds = Int(arguments[1]) else { throw BenchError("'\(arguments[1])' is no number") }
      print(try StateLife(rounds: rounds).measure())
    default: throw BenchError("usage: BenchRuntime waiting pool|threads ENDPOINT COUNT | state ROUNDS")
    }
  }
}
