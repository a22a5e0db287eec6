// Ctrl-C: the run is cancelled, in a loop and in a call, and what it was is still reported.

import JSON
import TestSupport
import Testing

@Suite struct InterruptTests {
  /// The command under `timeout`, which sends SIGINT after half a second: to the command alone, not to the group as well,
  /// which would be a second Ctrl-C.
  func interrupted(_ code: String, environment: [String: String]) async throws -> (status: Int32, envelope: JSONValue) {
    let words = [
      "--foreground", "--preserve-status", "-s", "INT", "0.5", MeasuredProcess.command, "--json", "-e", code,
    ]
    let process = try await MeasuredProcess.run(
      "/usr/bin/timeout", words, environment: environment, killAfter: .seconds(20))
    let line = process.output.split(separator: UInt8(ascii: "\n")).last ?? []
    return (process.status, try JSONValue.parse(Array(line)))
  }

  @Test func `A loop ends with an envelope that says it was cancelled`() async throws {
    let (status, envelope) = try await interrupted("print('begun') while true do end", environment: [:])
    #expect(status == 5)
    #expect(envelope["error"]?["limit"] == "cancelled")
    #expect(envelope["output"] == "begun\n")
  }

  @Test func `A call that is never answered ends too, and a write is reported as unknown`() async throws {
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        guard request.target.hasPrefix("/oidc") else {
          connection.waitForEnd()
          return
        }
        connection.answer(
          200, headers: [("content-type", "application/json")],
          body: #"{"access_token":"t","expires_in":3600,"token_type":"Bearer","scope":"all"}"#)
      }
    }
    defer { server.stop() }
    let script = "logto.create_user{ username = 'newcomer' }"
    let (status, envelope) = try await interrupted(script, environment: account(server.url))
    #expect(status == 5)
    #expect(envelope["error"]?["limit"] == "cancelled")
    #expect(envelope["writes"]?[0]?["state"] == "unknown", "\(envelope)")
    #expect(server.received.filter { $0.target == "/api/users" }.count == 1)
  }
}
