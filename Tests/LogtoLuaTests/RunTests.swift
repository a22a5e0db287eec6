import HTTPServer
import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport
import Testing

@testable import LogtoLua

/// One script from its text to its outcome.
@Suite struct RunTests {
  @Test func `what a script prints and returns is in the outcome`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("print('hello', 1) return { a = 1 }", against: tenant) { $0.arguments = ["x", "y"] }
    #expect(outcome.printed == "hello\t1\n")
    #expect(outcome.result == ["a": 1])
    #expect(outcome.isOK)
  }

  @Test func `arg holds the arguments`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("return { arg[1], arg[2], #arg }", against: tenant) { $0.arguments = ["x", "y"] }
    #expect(outcome.result == ["x", "y", 2], "\(outcome.failure)")
  }

  @Test func `a run that calls nothing needs no account`() async throws {
    let tenant = try FakeTenant()
    #expect(try await run("return 1", against: tenant) { $0.clients = .none }.result == 1)
  }

  @Test func `a limit of calls ends the run and cannot be caught`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("for i = 1, 10 do pcall(logto.list_users) end", against: tenant) { $0.limits.calls = 3 }
    #expect(outcome.error?.kind == .limit)
    #expect(outcome.error?.fields["limit"] == "calls")
    #expect(tenant.seen.count == 3)
  }

  @Test func `a tenant that hangs is a timeout before the run's time is over`() async throws {
    let tenant = try FakeTenant()
    let hanging = try FaultServer { connection in
      _ = connection.readRequest()
      _ = connection.readRequest()
    }
    defer { hanging.stop() }
    let account = try Account.user(endpoint: hanging.url, token: "user-token")
    // The timeout comes a twentieth of the time before the limit: a machine that is busy for longer sees the limit first.
    var outcome: Outcome?
    for time in [Duration.milliseconds(300), .seconds(2), .seconds(2), .seconds(2)]
    where outcome?.error?.kind != .timeout {
      outcome = try await run("logto.get_profile()", against: tenant) {
        $0.clients = ClientSource(account)
        $0.limits.time = time
      }
    }
    #expect(outcome?.error?.kind == .timeout)
    #expect(outcome?.error?.fields["outcome"] != nil)
  }

  @Test func `sleep waits without calls`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("sleep(0.01) return 1", against: tenant)
    #expect(outcome.result == 1, "\(outcome.failure)")
    #expect(outcome.elapsed >= .milliseconds(10))
  }

  @Test func `log goes to whoever runs the script`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("log('a', { b = 1 })", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
  }

  @Test func `docs read shows a function's page`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("print(docs.read('logto.logto_get_user'))", against: tenant)
    #expect(outcome.printed.hasPrefix("get_user{ user_id: string"), "\(outcome.failure)")
  }

  @Test func `docs search finds by plain words`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("print(docs.search('suspend a user', { limit = 3 }))", against: tenant)
    #expect(outcome.printed.contains("update_user_is_suspended{"), "\(outcome.failure) \(outcome.printed)")
  }

  @Test func `a module is read from the named folders, once`() async throws {
    let tenant = try FakeTenant()
    let folder = Files.repositoryRoot + "/Tests/Fixtures/modules"
    let outcome = try await run(
      "local a, b = require('greeting'), require('greeting') return a == b and a.hello('ada')", against: tenant
    ) { $0.moduleFolders = [folder] }
    #expect(outcome.result == "hello ada", "\(outcome.failure)")
  }

  @Test(arguments: ["../greeting", "/etc/passwd", "a..b", ""])
  func `a module's name leads nowhere else`(_ name: String) async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("require('\(name)')", against: tenant) { $0.moduleFolders = ["/"] }
    #expect(outcome.failure.contains("no name of a module"), "\(outcome.failure)")
  }

  @Test func `a value that cannot be JSON is told when JSON was asked for`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("return print", against: tenant)
    #expect(outcome.error?.kind == .script)
  }
}
