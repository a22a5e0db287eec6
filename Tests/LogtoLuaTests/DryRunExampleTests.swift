import LogtoCatalogue
import TestSupport
import Testing

@testable import LogtoLua

/// The documented example of every operation of the Management API that writes, run dry.
@Suite struct DryRunExampleTests {
  /// Answers reads from their schemas, and lets writes through to whoever asked.
  private struct ReadsFromSchemas: CallGate {
    private let reads = SchemaStandIn()
    func decide(_ call: CallRequest) -> CallDecision { call.isWrite ? .send : reads.decide(call) }
    func report(_ call: CallRequest, _ report: CallReport) {}
  }

  static let writes = Catalogue.shipped.operations.filter { $0.isWrite && $0.auth == .management }.map(\.shortName)

  /// There is no account: a call that were sent would be an error of kind `auth`.
  @Test(arguments: writes) func `a write is planned, and what the example reads of its answer is there`(
    _ name: String
  ) async throws {
    let example = try #require(Catalogue.shipped.operation(named: name)?.documentation?.example)
    let gate = DryRunGate(around: ReadsFromSchemas())
    let outcome = await OwnThread.run {
      Run(RunConfiguration(gate: gate, arguments: ["acme.example"])).execute(Array(example.utf8), name: "example")
    }
    #expect(outcome.error == nil, "\(example)\n\(outcome.error?.description ?? "") \(outcome.error?.hint ?? "")")
    #expect(gate.plan?.steps.contains { $0.operation == name } == true, "\(example)")
    #expect(outcome.writes.isEmpty)
  }
}
