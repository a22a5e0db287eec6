import LogtoClient
import LogtoDemo
import TestSupport
import Testing

@testable import LogtoLua

/// The scripts of examples/, run against the demo tenant over real HTTP.
@Suite struct ExampleTests {
  static let names = Files.names(in: Files.repositoryRoot + "/examples").filter { $0.hasSuffix(".lua") }

  /// Runs an example as `logto-lua --demo FILE` does. What is on its standard output.
  private func output(_ name: String, arguments: [String] = []) async throws -> String {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let source = try #require(Files.read("\(Files.repositoryRoot)/examples/\(name)"))
    let outcome = await OwnThread.run {
      Run(RunConfiguration(clients: ClientSource(account), arguments: arguments)).execute(source, name: name)
    }
    await tenant.stop()
    #expect(outcome.error == nil, "\(outcome.error?.description ?? "") \(outcome.error?.hint ?? "")")
    return String(decoding: outcome.output, as: UTF8.self) + (outcome.value.map { $0 + "\n" } ?? "")
  }

  @Test(arguments: names) func `an example prints what it printed when its output was approved`(
    _ name: String
  ) async throws {
    let path = "\(Files.repositoryRoot)/examples/expected/\(name.dropLast(".lua".count)).txt"
    let expected = try #require(Files.read(path), "\(path) is missing")
    #expect(try await output(name) == String(decoding: expected, as: UTF8.self))
  }

  @Test func `there are at least fifteen recipes besides the quick start`() {
    #expect(Self.names.count >= 16)
  }

  @Test func `what a dry run planned is done when told to`() async throws {
    let planned = try await output("dry-run-first.lua")
    let applied = try await output("dry-run-first.lua", arguments: ["apply"])
    #expect(planned.split(separator: "\n").prefix(4) == applied.split(separator: "\n").prefix(4))
    #expect(applied.contains("4 steps taken"))
  }
}
