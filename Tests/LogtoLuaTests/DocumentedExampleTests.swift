import LogtoCatalogue
import LuaRuntime
import TestSupport
import Testing

@testable import LogtoLua

/// The examples of contract/docs/, run with every call answered from the result's schema: what they ask for passes all
/// checks of arguments, and what they read of a result is documented.
@Suite struct DocumentedExampleTests {
  static let operations = Catalogue.shipped.operations.map(\.shortName)
  static let helpers = Catalogue.shipped.helpers.map(\.name)

  /// Helpers whose example asks for more than an answered call: a page's headers, another account, a user who
  /// signs in, a module.
  static let parsedOnly: Set<String> = ["count", "account", "sign_in.start", "sign_in.finish", "require"]

  private func execute(_ source: String) async -> Outcome {
    await OwnThread.run {
      Run(RunConfiguration(gate: SchemaStandIn(), arguments: ["acme.example"]))
        .execute(Array(source.utf8), name: "example")
    }
  }

  @Test(arguments: operations) func `an operation's example runs and calls it`(_ name: String) async throws {
    let operation = try #require(Catalogue.shipped.operation(named: name))
    let example = try #require(operation.documentation?.example)
    let outcome = await execute(example)
    #expect(outcome.error == nil, "\(example)\n\(outcome.error?.description ?? "") \(outcome.error?.hint ?? "")")
    #expect(outcome.calls.contains { $0.operation == name }, "\(example)")
  }

  @Test(arguments: helpers) func `a helper's example runs`(_ name: String) async throws {
    let example = try #require(Catalogue.shipped.helper(named: name)?.documentation.example)
    let isRun = !Self.parsedOnly.contains(name)
    let outcome = await execute(isRun ? example : "assert(load([==[\(example)]==]))")
    #expect(outcome.error == nil, "\(example)\n\(outcome.error?.description ?? "") \(outcome.error?.hint ?? "")")
  }

  @Test func `a bare value where the document promises an object is handed on`() async {
    struct BareAnswer: CallGate {
      func decide(_ call: CallRequest) -> CallDecision { .answer(status: 200, body: Array("7".utf8)) }
      func report(_ call: CallRequest, _ report: CallReport) {}
    }
    let outcome = await OwnThread.run {
      Run(RunConfiguration(gate: BareAnswer()))
        .execute(Array("print(logto.get_user{ user_id = \"u\" })".utf8), name: "bare")
    }
    #expect(outcome.error == nil)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "7\n")
  }

  @Test func `a wrong argument and an undocumented field in an example are found`() async {
    #expect(await execute("logto.get_user{ user_ids = \"u\" }").error?.kind == .validation)
    #expect(await execute("print(logto.get_user{ user_id = \"u\" }.primaryemail)").error?.kind == .script)
  }
}
