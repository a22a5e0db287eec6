// What the command asks a person: the fields of an account, and whether a destructive call may go out.

import LogtoDemo
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct TerminalQuestionTests {
  let home = newHome()
  var file: String { home + "/.config/logto-lua/accounts.json" }

  @Test func `configure asks, shows no secret, tests the account and keeps it`() async throws {
    let tenant = try DemoTenant.start()
    let terminal = try terminal("configure", "asked", home: home)
    try await terminal.expect("endpoint (https://<tenant-id>.logto.app): ")
    terminal.type(tenant.endpoint + "\r")
    try await terminal.expect("application id: ")
    terminal.type(tenant.appID + "\r")
    try await terminal.expect("application secret (not shown): ")
    #expect(!terminal.echoes)
    terminal.type(tenant.appSecret + "\r")
    try await terminal.expect("kept account 'asked'")
    #expect(terminal.echoes)
    #expect(await terminal.end().status == 0)
    #expect(!terminal.transcript.contains(tenant.appSecret))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let run = try await command(
      "-e", "return logto.count('list_users')", environment: ["XDG_CONFIG_HOME": home + "/.config"])
    #expect(run.output == "12\n", "\(run.errors)")
    await tenant.stop()
  }

  @Test func `A secret that is wrong is not kept, nor shown`() async throws {
    let tenant = try DemoTenant.start()
    let terminal = try terminal(
      "configure", "asked", "--endpoint", tenant.endpoint, "--app-id", tenant.appID, home: home)
    try await terminal.expect("application secret (not shown): ")
    terminal.type("not-the-secret-at-all\r")
    try await terminal.expect("the account does not work, nothing is kept")
    #expect(await terminal.end().status == 3)
    #expect(!terminal.transcript.contains("not-the-secret-at-all"))
    #expect(!FileManager.default.fileExists(atPath: file))
    await tenant.stop()
  }

  @Test func `Ctrl-C at the secret leaves a terminal that shows what is typed`() async throws {
    let terminal = try terminal("configure", "asked", "--endpoint", "https://x.logto.app", "--app-id", "x", home: home)
    try await terminal.expect("application secret (not shown): ")
    terminal.type(Pseudoterminal.controlC)
    #expect(await terminal.end().status == 128 + SIGINT)
    #expect(terminal.echoes)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  func variables(of tenant: FakeTenant) -> [String: String] {
    account(tenant.endpoint, id: FakeTenant.appID, secret: FakeTenant.appSecret)
  }

  /// Runs a script that deletes a user, with `--confirm ask`, up to the question.
  func asked(_ tenant: FakeTenant) async throws -> Pseudoterminal {
    let terminal = try terminal(
      "--confirm", "ask", "--timeout", "5m", "-e", "logto.delete_user{ user_id = 'abc' } return 'it is gone'",
      environment: variables(of: tenant), home: home)
    let question = try await terminal.expect("Go on? [y/N] ")
    #expect(question.contains("DELETE /api/users/abc"))
    #expect(question.contains("destructive calls need confirmation"))
    #expect(tenant.seen.isEmpty)
    return terminal
  }

  @Test func `A destructive call that is confirmed goes out`() async throws {
    let tenant = try FakeTenant(json: "", status: 204)
    let terminal = try await asked(tenant)
    terminal.type("y\r")
    try await terminal.expect("it is gone")
    #expect(await terminal.end().status == 0)
    #expect(tenant.seen.map(\.method) == ["DELETE"])
    await tenant.stop()
  }

  @Test(arguments: ["n\r", "\r", "yes please\r", Pseudoterminal.controlD])
  func `Every other answer is a no`(answer: String) async throws {
    let tenant = try FakeTenant()
    let terminal = try await asked(tenant)
    terminal.type(answer)
    try await terminal.expect("policy: -e:1: delete_user: it was not confirmed")
    #expect(await terminal.end().status == 4)
    #expect(tenant.seen.isEmpty)
    await tenant.stop()
  }

  @Test func `Ctrl-C at the question cancels the run, and nothing is sent`() async throws {
    let tenant = try FakeTenant()
    let terminal = try await asked(tenant)
    terminal.type(Pseudoterminal.controlC)
    try await terminal.expect("the run was cancelled")
    #expect(await terminal.end().status == 5)
    #expect(tenant.seen.isEmpty)
    await tenant.stop()
  }

  @Test func `A question that nobody answers ends with the run's time`() async throws {
    let tenant = try FakeTenant()
    let script = "while true do pcall(logto.delete_user, { user_id = 'abc' }) end"
    let terminal = try terminal(
      "--confirm", "ask", "--timeout", "3s", "-e", script, environment: variables(of: tenant), home: home)
    let (status, rest) = await terminal.end()
    #expect(status == 5, "\(rest)")
    #expect(rest.contains("limit: -e:1: the run took longer than its 3 s of time"), "\(rest)")
    #expect(tenant.seen.isEmpty)
    await tenant.stop()
  }

  @Test func `In the REPL a line may ask, and Ctrl-C there keeps the session`() async throws {
    let repl = try await ReplSession(["--demo", "--confirm", "ask", "--timeout", "5m"])
    try await repl.line("id = logto.list_users()[1].id")
    for answer in [Pseudoterminal.controlC, "y\r"] {
      repl.terminal.type("logto.delete_user{ user_id = id }\r")
      try await repl.terminal.expect("Go on? [y/N] ")
      // A window that changes its size is no answer.
      repl.terminal.resize(columns: 120)
      repl.terminal.type(answer)
      _ = try await repl.shown()
    }
    #expect(try await repl.line("logto.try.get_user{ user_id = id } == nil") == "true")
    #expect(await repl.leave().status == 0)
  }
}
