import HTTPServer
import HTTPTransport
import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime
import Synchronization
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
    let transport = HangingTransport()
    var options = ClientOptions()
    options.timeout = .seconds(7200)
    let client = LogtoClient(
      account: try .user(endpoint: "http://127.0.0.1:1", token: "user-token"), transport: transport, options: options)
    let runtime = LogtoRuntime(client: client, limits: Limits(time: .seconds(3600)))
    let outcome = await runtime.run("logto.get_profile({}, { retry = false })")
    #expect(outcome.error?.kind == .timeout)
    #expect(outcome.error?.fields["outcome"] == "unknown")
    // A twentieth of the run's time, but at most 100 ms.
    let given = try #require(transport.given)
    #expect(given > .zero && given <= .milliseconds(3_599_900))
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

/// Answers nothing until the request's time is over, which takes no time here.
private final class HangingTransport: HTTPTransport {
  private let timeout = Mutex<Duration?>(nil)

  /// The time that the last request was given.
  var given: Duration? { timeout.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    timeout.withLock { $0 = request.timeout }
    throw HTTPFailure(.timeout, "no answer in time", sent: .maybe)
  }
}
