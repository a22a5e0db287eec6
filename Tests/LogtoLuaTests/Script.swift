import HTTPServer
import JSON
import LogtoClient
import TestSupport

@testable import LogtoLua

/// Runs a script against a tenant, on a thread of its own.
func run(
  _ source: String, against tenant: FakeTenant, others: [String: FakeTenant] = [:],
  _ change: @escaping @Sendable (inout RunConfiguration) -> Void = { _ in }
) async throws -> Outcome {
  func account(_ tenant: FakeTenant) throws(LogtoError) -> Account {
    try .machine(endpoint: tenant.endpoint, appID: FakeTenant.appID, appSecret: FakeTenant.appSecret)
  }
  var accounts: [String: Account] = [:]
  for (name, other) in others { accounts[name] = try account(other) }
  let clients = ClientSource(try account(tenant), named: accounts)
  return await OwnThread.run {
    var configuration = RunConfiguration(clients: clients, wantsJSON: true)
    change(&configuration)
    return Run(configuration).execute(Array(source.utf8), name: "test.lua")
  }
}

extension Outcome {
  /// The value as JSON; null where there is none.
  var result: JSONValue { json.flatMap { try? JSONValue.parse($0) } ?? .null }
  /// The error as one text, hint included.
  var failure: String { error.map { "\($0.message) \($0.hint ?? "")" } ?? "" }
  var printed: String { String(decoding: output, as: UTF8.self) }
}

extension ServerRequest {
  var json: JSONValue { (try? JSONValue.parse(body)) ?? .null }
  var queryTexts: [String] { query.map { "\($0.name)=\($0.value)" } }
}
