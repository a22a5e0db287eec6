// Every example runs on the demo tenant, and prints exactly what it printed when its output was read and approved.

import JSON
import LogtoClient
import LogtoDemo
import LogtoLua
import TestSupport
import Testing

struct ExamplesTests {
  static let names = Files.names(in: Files.repositoryRoot + "/examples").filter { $0.hasSuffix(".lua") }

  /// Runs an example as `logto-lua --demo FILE` does. Its standard output.
  static func run(_ file: String, arguments: [String] = []) throws -> String {
    let source = try #require(Files.read(Files.repositoryRoot + "/examples/" + file))
    let tenant = try DemoTenant.start()
    let account = try Account.machine(endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret)
    var configuration = RunConfiguration(clients: ClientSource(account))
    configuration.arguments = arguments
    let outcome = Run(configuration).execute(source, name: file)
    if let error = outcome.error { Issue.record("\(file): \(error.message)") }
    return String(decoding: outcome.output, as: UTF8.self) + (outcome.value.map { $0 + "\n" } ?? "")
  }

  @Test("there are at least fifteen recipes")
  func count() {
    #expect(Self.names.count >= 16)
  }

  @Test("an example prints what is expected", arguments: names)
  func output(file: String) throws {
    let path = "\(Files.repositoryRoot)/examples/expected/\(file.dropLast(4)).txt"
    let expected = try #require(Files.read(path), "\(path) is missing")
    #expect(try Self.run(file) == String(decoding: expected, as: UTF8.self))
  }

  @Test("what a dry run planned is done when told to")
  func applied() throws {
    let planned = try Self.run("dry-run-first.lua")
    let applied = try Self.run("dry-run-first.lua", arguments: ["apply"])
    #expect(planned.split(separator: "\n").prefix(4) == applied.split(separator: "\n").prefix(4))
    #expect(applied.contains("4 steps taken"))
  }
}
