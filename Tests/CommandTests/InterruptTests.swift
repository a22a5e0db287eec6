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
    let tenant = try CalledTenant(answers: answers)
    defer { tenant.server.stop() }
    let process = try RunningProcess(
      MeasuredProcess.command, ["--json", "--timeout", "5m", "-e", code], environment: account(tenant.server.url),
      killAfter: .seconds(120))
    let ended = try await tenant.duringCall(of: { try await process.end() }, interrupt: { process.signal(SIGINT) })
    let line = ended.output.split(separator: UInt8(ascii: "\n")).last ?? []
    return (ended.status, try JSONValue.parse(Array(line)), tenant.server.received)
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
