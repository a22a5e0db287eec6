// Ctrl-C: the run is cancelled, in a loop and in a call, and what it was is still reported.

import JSON
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct InterruptTests {
  /// Runs a script that calls `/api/…` once, and sends SIGINT when that call has arrived.
  ///
  /// - Parameter answers: whether the call is answered then.
  func interrupted(_ code: String, answers: Bool) async throws -> (
    status: Int32, envelope: JSONValue, requests: [ReceivedRequest]
  ) {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        guard request.target.hasPrefix("/oidc") else {
          if answers { connection.answer(200, headers: [("content-type", "application/json")], body: "[]") }
          arrival.yield()
          connection.waitForEnd()
          return
        }
        connection.answer(
          200, headers: [("content-type", "application/json")],
          body: #"{"access_token":"t","expires_in":3600,"token_type":"Bearer","scope":"all"}"#)
      }
    }
    defer { server.stop() }
    let process = try RunningProcess(
      MeasuredProcess.command, ["--json", "--timeout", "5m", "-e", code], environment: account(server.url),
      killAfter: .seconds(120))
    async let signalled: Void = {
      for await _ in arrivals { return process.signal(SIGINT) }
    }()
    let ended = try await process.end()
    // Where the process ended without a call, nobody waits for one any more.
    arrival.finish()
    await signalled
    let line = ended.output.split(separator: UInt8(ascii: "\n")).last ?? []
    return (ended.status, try JSONValue.parse(Array(line)), server.received)
  }

  @Test func `A loop ends with an envelope that says it was cancelled`() async throws {
    let (status, envelope, _) = try await interrupted(
      "print('begun') logto.list_roles() while true do end", answers: true)
    #expect(status == 5)
    #expect(envelope["error"]?["limit"] == "cancelled")
    #expect(envelope["output"] == "begun\n")
  }

  @Test func `A call that is never answered ends too, and a write is reported as unknown`() async throws {
    let (status, envelope, requests) = try await interrupted(
      "logto.create_user{ username = 'newcomer' }", answers: false)
    #expect(status == 5)
    #expect(envelope["error"]?["limit"] == "cancelled")
    #expect(envelope["writes"]?[0]?["state"] == "unknown", "\(envelope)")
    #expect(requests.filter { $0.target == "/api/users" }.count == 1)
  }
}
