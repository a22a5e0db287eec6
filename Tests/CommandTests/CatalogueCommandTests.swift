// `catalogue diff` and `refresh` against a tenant that serves an OpenAPI document.

import JSON
import LogtoDemo
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct CatalogueCommandTests {
  let cache = Temporary.path("catalogue")

  static let newDocument = """
    {"openapi":"3.0.1","info":{"title":"x","version":"1"},"paths":{"/api/robots/{id}":{"get":{
    "operationId":"GetRobot","tags":["Robots"],"parameters":[{"in":"path","name":"id","required":true,
    "schema":{"type":"string"}}],"responses":{"200":{"description":"","content":{"application/json":{
    "schema":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}}}}}}}}}
    """

  func tenant(_ document: [UInt8], headers: [(String, String)]) throws -> FaultServer {
    try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target.hasPrefix("/oidc") {
          connection.answerToken()
        } else if request.target == "/api/swagger.json" {
          let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
          connection.write("HTTP/1.1 200 OK\r\n\(lines)content-length: \(document.count)\r\n\r\n")
          connection.write(document)
        } else {
          connection.answerJSON(#"{"id":"r2"}"#)
        }
      }
    }
  }

  func variables(_ server: FaultServer) -> [String: String] {
    account(server.url).merging(["XDG_CACHE_HOME": cache]) { $1 }
  }

  @Test func `The tenant's own document of 1.39 has just the shipped operations`() async throws {
    let path = #filePath.replacing(
      "CommandTests/CatalogueCommandTests.swift", with: "Fixtures/openapi/logto-1.39.json.gz")
    let document = try #require(FileManager.default.contents(atPath: path))
    let server = try tenant(Array(document), headers: [("content-encoding", "gzip")])
    defer { server.stop() }
    let result = try await command("catalogue", "diff", "--json", environment: variables(server))
    #expect(result.status == 0, "\(result.errors)")
    #expect(try result.envelope()["added"] == [])
    #expect(try result.envelope()["missing"] == [])
  }

  @Test func `The demo tenant documents the shipped operations, and takes nothing from them`() async throws {
    let tenant = try DemoTenant.start()
    let variables = account(tenant.endpoint, id: tenant.appID, secret: tenant.appSecret)
      .merging(["XDG_CACHE_HOME": cache]) { $1 }
    let result = try await command("catalogue", "diff", environment: variables)
    #expect(result.output == "the tenant has just the shipped operations\n", "\(result.errors)")
    #expect(try await command("catalogue", "refresh", environment: variables).status == 0)
    let schema = try await command("schema", "test_jwt_customizer", environment: variables)
    #expect(schema.output == (try await command("schema", "test_jwt_customizer")).output)
    await tenant.stop()
  }

  @Test func `An operation that only the tenant has can be called after a refresh, and not after forget`() async throws
  {
    let server = try tenant(Array(Self.newDocument.utf8), headers: [("content-type", "application/json")])
    defer { server.stop() }
    let script = "return logto.get_robot{ id = 'r2' }.id"
    let before = try await command("-e", script, environment: variables(server))
    #expect(before.status == 1)
    #expect(before.errors.contains("catalogue refresh"), "\(before.errors)")
    let refresh = try await command("catalogue", "refresh", environment: variables(server))
    #expect(refresh.status == 0, "\(refresh.errors)")
    #expect(refresh.output.contains("+ get_robot"))
    let after = try await command("-e", script, environment: variables(server))
    #expect(after.output == "r2\n", "\(after.errors)")
    let forgotten = try await command("catalogue", "forget", environment: variables(server))
    #expect(forgotten.status == 0)
    #expect(try await command("-e", script, environment: variables(server)).status == 1)
  }

  @Test func `A broken document is refused whole`() async throws {
    let server = try tenant(Array(#"{"openapi":"3.0.1","paths":{"/api/x":{"get":7}}}"#.utf8), headers: [])
    defer { server.stop() }
    let result = try await command("catalogue", "refresh", environment: variables(server))
    #expect(result.status == 6)
    #expect(result.errors.contains("refused whole"))
    #expect(!FileManager.default.fileExists(atPath: cache + "/logto-lua/catalogues"))
  }
}
