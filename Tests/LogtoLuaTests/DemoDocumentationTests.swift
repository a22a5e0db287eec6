import LogtoCatalogue
import LogtoClient
import LogtoDemo
import TestSupport
import Testing

@testable import LogtoLua

/// The examples of contract/docs/, run against the demo tenant over real HTTP, with ids from where the words say that
/// ids come from.
@Suite struct DemoDocumentationTests {
  private let tenant: DemoTenant
  private let account: Account

  init() throws {
    tenant = try DemoTenant.start()
    account = try .machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
  }

  private func run(_ source: String) async -> Outcome {
    let account = account
    return await OwnThread.run {
      Run(RunConfiguration(clients: ClientSource(account), wantsJSON: true))
        .execute(Array(source.utf8), name: "example")
    }
  }

  /// The id of the first element that the list operation answers, as a Lua literal; nil where it needs arguments of
  /// its own, or has no elements.
  private func id(from list: String) async -> String? {
    guard let operation = Catalogue.shipped.operation(named: list),
      !operation.parameters.contains(where: \.isRequired), operation.success?.schema?.items != nil
    else { return nil }
    let outcome = await run("return logto.all(\"\(list)\", {}, { limit = 1 })[1].id")
    return outcome.json.map { String(decoding: $0, as: UTF8.self) }.flatMap { $0.hasPrefix("\"") ? $0 : nil }
  }

  /// The example with the tenant's own ids in place of the made-up ones.
  private func example(of operation: Operation) async throws -> String {
    let words = try #require(operation.documentation)
    var example = try #require(words.example)
    for (argument, source) in words.ids where argument.lowercased().hasSuffix("id") || argument.hasSuffix("Ids") {
      guard let id = await id(from: source) else { continue }
      for opening in ["\(argument) = ", "\(argument) = { "] {
        guard let found = example.firstRange(of: opening + "\"") else { continue }
        let end = example[found.upperBound...].firstIndex(of: "\"") ?? found.upperBound
        example.replaceSubrange(found.lowerBound...end, with: opening + id)
      }
    }
    return example
  }

  /// The tenant checks what our own checks leave to it (patterns, lengths): of the examples none is refused as
  /// malformed. What of made-up ids is left it does not find, and some of what is asked for is not there.
  @Test func `the demo tenant takes what the examples send`() async throws {
    let operations = Catalogue.shipped.operations.filter { $0.auth == .management }
    // What is inside of something goes before the thing itself is deleted.
    let destructive = operations.filter(\.isDestructive).sorted { $0.pathSegments.count > $1.pathSegments.count }
    var done = 0
    for operation in operations.filter({ !$0.isDestructive }) + destructive {
      let example = try await example(of: operation)
      let error = await run(example).error
      let isMalformed = error?.fields["code"] == "guard.invalid_input"
      #expect(error.map { $0.kind == .http && !isMalformed } ?? true, "\(example)\n\(error?.description ?? "")")
      if error == nil { done += 1 }
    }
    await tenant.stop()
    print("examples that succeed at the demo tenant: \(done) of \(operations.count)")
    #expect(done >= 150)
  }
}
