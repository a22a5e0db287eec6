// The service over real HTTP on a free port, in front of a demo tenant.

import HTTPTransport
import LogtoClient
import LogtoDemo
import LogtoLua
import LuaRuntime
import ScriptService
import Testing

@Suite struct ScriptServiceTests {
  @Test func `a caller's script runs against the tenant and ends with its value`() async throws {
    try await withService { service in
      let answer = try await service.run("print('counting') return logto.count('list_users')")
      #expect(answer.status == 200)
      #expect(answer.lines.first == #"{"output":"counting\n"}"#)
      #expect(answer.lines.last?.hasPrefix(#"{"done":{"ok":true,"value":12,"calls":1,"#) == true)
    }
  }

  @Test func `arguments of the query are the script's arg`() async throws {
    try await withService { service in
      let answer = try await service.run("return arg[1] .. arg[2]", query: "?arg=a&arg=b")
      #expect(answer.text.contains(#""value":"ab""#))
    }
  }

  @Test func `nobody without a caller's token runs a script`() async throws {
    try await withService { service in
      let wrong = try await service.run("return 1", token: "guess")
      let empty = try await service.run("return 1", token: "")
      #expect(wrong.status == 401)
      #expect(empty.status == 401)
    }
  }

  @Test func `a caller's policy is that caller's alone`() async throws {
    try await withService { service in
      let script = "return logto.create_role{ name = 'r', description = 'd' }.name"
      let read = try await service.run(script, token: "reader")
      let written = try await service.run(script, token: "writer")
      #expect(read.text.contains(#""kind":"policy""#))
      #expect(written.text.contains(#""value":"r""#))
    }
  }

  @Test func `a caller's limits end an endless script`() async throws {
    try await withService { service in
      let answer = try await service.run("while true do end", token: "reader")
      #expect(answer.text.contains(#""kind":"limit""#))
    }
  }

  @Test func `metrics count scripts by how they ended`() async throws {
    try await withService { service in
      _ = try await service.run("return logto.count('list_users')")
      _ = try await service.run("error('no')")
      let text = try await service.get("/metrics").text
      #expect(text.contains("logto_scripts_total{result=\"ok\"} 1\n"))
      #expect(text.contains("logto_scripts_total{result=\"script\"} 1\n"))
      #expect(text.contains("logto_calls_total 1\n"))
    }
  }

  @Test func `a script that runs when the service is stopped still ends and is answered`() async throws {
    try await withService { service in
      async let answer = service.run("sleep(0.5) return 'ended'")
      while try await !service.get("/metrics").text.contains("logto_scripts_running 1\n") {}
      await service.service.stop()
      let text = try await answer.text
      #expect(text.contains(#""value":"ended""#))
    }
  }
}

/// A service under test, and a client of it.
private struct TestedService: Sendable {
  let service: ScriptService
  let http: CurlTransport

  struct Answer: Sendable {
    let status: Int
    let text: String
    var lines: [Substring] { text.split(separator: "\n") }
  }

  func run(_ script: String, token: String = "writer", query: String = "") async throws -> Answer {
    try await send(
      HTTPRequest(
        .post, "http://127.0.0.1:\(service.port)/run\(query)", headers: ["Authorization": "Bearer \(token)"],
        body: .bytes(Array(script.utf8))))
  }

  func get(_ path: String) async throws -> Answer {
    try await send(HTTPRequest(.get, "http://127.0.0.1:\(service.port)\(path)"))
  }

  private func send(_ request: HTTPRequest) async throws -> Answer {
    let response = try await http.send(request)
    return Answer(status: response.status, text: String(decoding: response.body, as: UTF8.self))
  }
}

/// A service with a caller that reads, one that writes, and a tenant of its own.
private func withService(_ body: @Sendable (TestedService) async throws -> Void) async throws {
  let tenant = try DemoTenant.start()
  let account = try Account.machine(
    endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
  let service = try ScriptService(
    client: LogtoClient(account: account, transport: CurlTransport()),
    callers: [
      Caller(name: "reader", token: "reader", policy: .readOnly, limits: Limits(time: .milliseconds(500))),
      Caller(name: "writer", token: "writer", policy: .holdDestructive, limits: .standard),
    ])
  let http = CurlTransport()
  do {
    try await body(TestedService(service: service, http: http))
  } catch {
    await service.stop(grace: .zero)
    throw error
  }
  await service.stop(grace: .zero)
  await tenant.stop()
}
