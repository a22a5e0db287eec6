import JSON
import LogtoClient
import LogtoDemo
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// Dry runs: nothing is written, and the plan is what a real run sends.
@Suite struct DryRunTests {
  /// Sends everything and keeps the writes that it was told of.
  final class Recorder: CallGate {
    let writes = Mutex<[String]>([])
    func decide(_ call: CallRequest) -> CallDecision {
      if call.isWrite {
        let body = call.body.flatMap { LoggingGate.withoutSecrets($0, nil) }?.encodedString() ?? ""
        writes.withLock { $0.append("\(call.method) \(call.path) \(body)") }
      }
      return .send
    }
    func report(_ call: CallRequest, _ report: CallReport) {}
  }

  private func execute(_ source: [UInt8], _ gate: any CallGate, _ arguments: [String] = []) async throws -> Outcome {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let outcome = await OwnThread.run {
      var configuration = RunConfiguration(clients: ClientSource(account), arguments: arguments)
      configuration.gate = gate
      configuration.wantsJSON = true
      return Run(configuration).execute(source, name: "dry.lua")
    }
    await tenant.stop()
    return outcome
  }

  @Test(arguments: ["dry-run-first", "role-cleanup", "invitation-sweep", "domain-move"])
  func `the plan of an example is what its real run sends`(_ name: String) async throws {
    let source = try #require(Files.read("\(Files.repositoryRoot)/examples/\(name).lua"))
    let recorder = Recorder()
    let dry = DryRunGate(around: OpenGate())
    let outcome = try await execute(source, dry, name == "dry-run-first" ? ["apply"] : [])
    #expect(outcome.error == nil, "\(outcome.failure)")
    _ = try await execute(source, recorder, name == "dry-run-first" ? ["apply"] : [])
    let planned = (dry.plan?.steps ?? []).map { "\($0.method) \($0.path) \($0.body?.encodedString() ?? "")" }
    #expect(!planned.isEmpty)
    #expect(planned == recorder.writes.withLock { $0 })
  }

  @Test func `reads of single things show what the plan made, changed and removed`() async throws {
    let source = """
      local made = logto.create_user{ username = "newcomer" }
      local users = logto.list_users()
      local changed = logto.update_user{ user_id = users[1].id, name = "Other" }
      logto.delete_user{ user_id = users[2].id }
      local gone, err = logto.try.get_user{ user_id = users[2].id }
      return { made = logto.get_user{ user_id = made.id }.username, id = made.id, answer = changed.name,
        changed = logto.get_user{ user_id = users[1].id }.name, status = err.status,
        listed = logto.list_users()[1].name ~= "Other", removed = logto.list_users()[2].id ~= users[2].id }
      """
    let outcome = try await execute(Array(source.utf8), DryRunGate(around: OpenGate()))
    #expect(
      outcome.result == [
        "made": "newcomer", "id": "dry-run:1", "answer": "Other", "changed": "Other", "status": 404,
        "listed": true, "removed": false,
      ], "\(outcome.failure)")
    #expect(outcome.writes.isEmpty)
  }

  @Test func `an argument that is wrong is an error and not planned`() async throws {
    let gate = DryRunGate(around: OpenGate())
    let outcome = try await execute(Array("logto.create_user{ username = 5 }".utf8), gate)
    #expect(outcome.error?.kind == .validation)
    #expect(gate.plan?.steps.isEmpty == true)
  }
}
