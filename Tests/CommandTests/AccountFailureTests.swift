// Accounts that do not work, and tenants that do not answer: each its kind, its exit code, in time and in bounds.

import JSON
import LogtoDemo
import TestSupport
import Testing

@Suite struct AccountFailureTests {
  static let read = "return logto.list_roles()"

  /// Runs the command, which has to end within its timeout and a second, in 150 MiB. A machine that is busy elsewhere can
  /// only make it slower, so it may try three times.
  func inBounds(
    timeout: Int = 60, script: String = read, environment: [String: String],
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> CommandResult {
    // The second is for the start and the end.
    let bound = .seconds(timeout) + Sanitizer.time(.seconds(1))
    var result: CommandResult
    var tries = 0
    repeat {
      result = try await command("--json", "--timeout", "\(timeout)s", "-e", script, environment: environment)
      tries += 1
    } while result.elapsed >= bound && tries < 3
    #expect(result.elapsed < bound, sourceLocation: location)
    #expect(result.peakMemory < Sanitizer.bytes(150 << 20), sourceLocation: location)
    return result
  }

  @Test func `No account at all names the variables to set`() async throws {
    let result = try await command("-e", Self.read)
    #expect(result.status == 3)
    #expect(result.errors.contains("LOGTO_ENDPOINT"))
  }

  @Test func `A missing variable is named`() async throws {
    let result = try await command("-e", Self.read, environment: ["LOGTO_ENDPOINT": "http://127.0.0.1:9"])
    #expect(result.status == 3)
    #expect(result.errors.contains("LOGTO_APP_ID"))
  }

  @Test func `Wrong secret, unknown application, wrong resource: each names its variable`() async throws {
    let tenant = try DemoTenant.start()
    let cases: [(field: String, value: String)] = [
      ("LOGTO_APP_SECRET", "not-the-secret-at-all"), ("LOGTO_APP_ID", "no-such-app"),
      ("LOGTO_RESOURCE", "https://elsewhere.example/api"),
    ]
    for (field, value) in cases {
      var environment = account(tenant.endpoint, id: tenant.appID, secret: tenant.appSecret)
      environment[field] = value
      let result = try await inBounds(environment: environment)
      let error = try result.envelope()["error"]
      #expect(result.status == 3, "\(field)")
      #expect(error?["kind"] == "auth")
      let text = "\(error?["message"]?.stringValue ?? "") \(error?["hint"]?.stringValue ?? "")"
      #expect(text.contains(field), "\(text)")
      #expect(!result.output.contains("not-the-secret-at-all"))
    }
    await tenant.stop()
  }

  @Test func `A token without the scope 'all' is a missing role`() async throws {
    let server = try FaultServer { connection in
      while connection.readRequest() != nil {
        connection.answer(200, body: #"{"access_token":"t","expires_in":3600,"token_type":"Bearer"}"#)
      }
    }
    defer { server.stop() }
    let result = try await inBounds(environment: account(server.url))
    #expect(result.status == 3)
    #expect(try result.envelope()["error"]?["kind"] == "auth")
    #expect(result.output.contains("Management API"))
  }

  @Test func `A refused connection is a network error`() async throws {
    let port = try FaultServer.unusedPort()
    let result = try await inBounds(environment: account("http://127.0.0.1:\(port)"))
    #expect(result.status == 6)
    #expect(try result.envelope()["error"]?["kind"] == "network")
  }

  @Test func `A tenant that never answers is a timeout, in time`() async throws {
    let server = try FaultServer { connection in
      _ = connection.readRequest()
      connection.waitForEnd()
    }
    defer { server.stop() }
    for (script, limit) in [("return logto.list_roles({}, { timeout = 1 })", 5), (Self.read, 1)] {
      var result = try await inBounds(timeout: limit, script: script, environment: account(server.url))
      // The timeout comes 100 ms before the limit at most: a machine that is busy for longer sees the limit first.
      for _ in 0..<3 where result.status == 5 {
        result = try await inBounds(timeout: 3, script: script, environment: account(server.url))
      }
      #expect(result.status == 6, "\(result.output)")
      #expect(try result.envelope()["error"]?["kind"] == "timeout")
    }
  }

  @Test func `HTML instead of JSON is an http error`() async throws {
    let server = try FaultServer { connection in
      while connection.readRequest() != nil {
        connection.answer(200, headers: [("content-type", "text/html")], body: "<html>Welcome</html>")
      }
    }
    defer { server.stop() }
    let result = try await inBounds(environment: account(server.url))
    #expect(result.status == 6, "\(result.output)")
    #expect(try result.envelope()["error"]?["kind"] == "http")
  }

  @Test func `A body of two gigabytes is a limit, and does not fill the memory`() async throws {
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target.hasPrefix("/oidc") {
          connection.answerToken()
        } else {
          connection.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2147483648\r\n\r\n[")
          while connection.write(String(repeating: "1,", count: 32 << 10)) {}
          return
        }
      }
    }
    defer { server.stop() }
    let result = try await inBounds(environment: account(server.url))
    #expect(result.status == 5, "\(result.output)")
    #expect(try result.envelope()["error"]?["kind"] == "limit")
  }

  @Test func `A body that is cut off is a network error`() async throws {
    let server = try FaultServer { connection in
      while let request = connection.readRequest() {
        if request.target.hasPrefix("/oidc") {
          connection.answerToken()
        } else {
          connection.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n[1,")
          return
        }
      }
    }
    defer { server.stop() }
    let result = try await inBounds(environment: account(server.url))
    #expect(result.status == 6, "\(result.output)")
    #expect(try result.envelope()["error"]?["kind"] == "network")
  }
}
