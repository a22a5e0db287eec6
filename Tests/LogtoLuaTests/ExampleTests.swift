import LogtoClient
import LogtoDemo
import TestSupport
import Testing

@testable import LogtoLua

/// The scripts of examples/, run against the demo tenant over real HTTP.
@Suite struct ExampleTests {
  static let names = Files.names(in: Files.repositoryRoot + "/examples").filter { $0.hasSuffix(".lua") }

  @Test(arguments: names) func `an example runs to its end`(_ name: String) async throws {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let source = try #require(Files.read("\(Files.repositoryRoot)/examples/\(name)"))
    let outcome = await OwnThread.run {
      Run(RunConfiguration(clients: ClientSource(account), wantsJSON: true)).execute(source, name: name)
    }
    await tenant.stop()
    #expect(outcome.error == nil, "\(outcome.error?.description ?? "") \(outcome.error?.hint ?? "")")
  }
}
