// A sandboxed state with everything that scripts find in it: made, one script run, freed.

import HTTPTransport
import LogtoClient
import LogtoLua

struct StateLife {
  let rounds: Int

  /// Microseconds of CPU time a state: what else the machine does is not counted. On the calling thread: the main one,
  /// which is none of the cooperative pool's.
  @MainActor func measure() throws -> String {
    let source = Array("return 1".utf8)
    // The transport is shared, as it is among the scripts of a process. Nothing is sent.
    let driver = RunDriver.callingThread(CurlTransport(driver: .caller))
    let configuration = RunConfiguration()
    func live() throws {
      guard Run(configuration, driver: driver).execute(source, name: "script").value == "1" else {
        throw BenchError("the script failed")
      }
    }
    for _ in 0..<200 { try live() }
    let start = ProcessUse.cpuMicroseconds
    for _ in 0..<rounds { try live() }
    return "\((ProcessUse.cpuMicroseconds - start) / Double(rounds))"
  }
}
