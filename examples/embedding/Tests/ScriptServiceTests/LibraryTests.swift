// The library as whoever embeds it meets it first: the lines of the article on embedding, run.

import LogtoClient
import LogtoDemo
import LogtoLua
import LuaRuntime
import Synchronization
import Testing

@Suite struct LibraryTests {
  @Test func `a few lines run a script, keep a session and give scripts a function`() async throws {
    let tenant = try DemoTenant.start()
    let (url, id, secret, api) = (tenant.endpoint, tenant.appID, tenant.appSecret, tenant.resource)
    let sent = Mutex<[String]>([])

    let client = try LogtoClient(account: .machine(endpoint: url, appID: id, appSecret: secret, resource: api))
    let runtime = LogtoRuntime(client: client, policy: .readOnly, limits: Limits(memory: .megabytes(16)))
    let outcome = await runtime.run("print('here') return arg[1], logto.count('list_users')", arguments: ["acme"])
    let session = runtime.makeSession()
    runtime.register(
      "mail",
      [
        .function("send") { arguments in
          await Task.yield()
          sent.withLock { $0.append(arguments.first?.stringValue ?? "") }
          return true
        }
      ])

    #expect(outcome.value == "acme")
    #expect(outcome.output == Array("here\n".utf8))
    #expect(outcome.calls.map(\.operation) == ["list_users"])
    #expect(outcome.usage.memoryPeak.bytes > 0)
    _ = await session.run("users = logto.all('list_users')")
    #expect(await session.run("return #users").value == "12")
    #expect(await runtime.run("return mail.send('ada@acme.example')").value == "true")
    #expect(sent.withLock { $0 } == ["ada@acme.example"])
    await runtime.shutdown()
    #expect(await runtime.run("return 1").error?.kind == .limit)
    await tenant.stop()
  }

  @Test func `logs and metrics come by two closures`() async throws {
    let lines = Mutex<[String]>([])
    let results = Mutex<[String]>([])
    var options = RuntimeOptions()
    options.log = { line in lines.withLock { $0.append(line) } }
    options.metrics = { metric in results.withLock { $0.append(metric.result) } }
    let account = try Account.machine(endpoint: "https://tenant.example", appID: "id", appSecret: "secret")
    let runtime = LogtoRuntime(client: LogtoClient(account: account), options: options)
    _ = await runtime.run("log('began')")
    _ = await runtime.run("error('no')")
    #expect(lines.withLock { $0.joined() }.contains("began"))
    #expect(results.withLock { $0 } == ["ok", "script"])
    await runtime.shutdown()
  }
}
