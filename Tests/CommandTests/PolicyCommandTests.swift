// Policy and call log from the command line.

import JSON
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct PolicyCommandTests {
  @Test(arguments: [
    (["--read-only"], 4), (["--deny", "create_*"], 4), (["--allow", "list_*"], 4), (["--allow", "*"], 0),
    (["--deny", "group:Roles"], 0), (["--confirm", "deny"], 0),
  ])
  func `A write is refused as the options say, with exit code 4`(options: [String], status: Int) async throws {
    let script = "logto.list_users() logto.create_user{ username = 'newcomer' }"
    let result = try await command(["--demo", "--json"] + options + ["-e", script])
    #expect(result.status == status, "\(result.output)")
    let envelope = try result.envelope()
    #expect(envelope["writes"]?.arrayValue?.count == (status == 0 ? 1 : 0))
    if status == 4 { #expect(envelope["error"]?["kind"] == "policy") }
  }

  @Test func `A destructive call is held where nobody can be asked`() async throws {
    let script = "logto.delete_user{ user_id = logto.list_users()[1].id }"
    for how in ["ask", "deny"] {
      let result = try await command("--demo", "--confirm", how, "-e", script)
      #expect(result.status == 4)
      #expect(result.errors.contains("not confirmed"))
    }
    #expect(try await command("--demo", "-e", script).status == 0)
  }

  @Test func `A dry run shows its plan and writes nothing`() async throws {
    let script = """
      local before = logto.count("list_users")
      local user = logto.create_user{ username = 'newcomer', password = 'correct-horse-battery' }
      return logto.get_user{ user_id = user.id }.username .. (logto.count("list_users") - before)
      """
    let shown = try await command("--demo", "--dry-run", "-e", script)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.hasPrefix("newcomer0"))
    #expect(shown.output.contains("1. create_user  POST /api/users"))
    #expect(!shown.output.contains("battery"))
    let envelope = try await command("--demo", "--dry-run", "--json", "-e", script).envelope()
    #expect(envelope["plan"]?["steps"]?.arrayValue?.first?["ids"] == ["dry-run:1"])
    #expect(envelope["writes"] == [])
    let refused = try await command("--demo", "--dry-run", "--read-only", "-e", script)
    #expect(refused.status == 4)
  }

  @Test func `policy explain names the rule and its source`() async throws {
    let result = try await command("policy", "explain", "delete_user", "--deny", "delete_*")
    #expect(result.output == "delete_user: refuse: deny delete_* (command line)\n")
    let allowed = try await command("policy", "explain", "list_users", "--deny", "delete_*")
    #expect(allowed.output == "list_users: allow: no rule against it\n")
  }

  @Test func `The log has a line for every call, refused ones too, and no secret`() async throws {
    let path = Temporary.path("log")
    let script = """
      logto.list_users()
      logto.create_user{ username = 'newcomer', password = 'correct-horse-battery' }
      pcall(logto.get_user, { user_id = 'nope' })
      logto.delete_user{ user_id = 'u' }
      """
    let result = try await command("--demo", "--log", path, "--deny", "delete_*", "-e", script)
    #expect(result.status == 4)
    let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    #expect(!text.contains("battery"))
    let lines = try text.split(separator: "\n").map { try JSONValue.parse(Array($0.utf8)) }
    #expect(lines.map { $0["state"]?.stringValue } == ["done", "done", "failed", "refused"])
    #expect(lines[2]["status"] == 404)
    let shown = try await command("log", path, "--state", "refused")
    #expect(shown.output.contains("delete_user"))
    #expect(shown.output.split(separator: "\n").count == 1)
  }

  @Test func `A log that cannot be written stops the run before the first call`() async throws {
    let result = try await command("--demo", "--log", "/nowhere/log", "-e", "logto.create_user{ username = 'x' }")
    #expect(result.status == 2)
    #expect(result.errors.contains("/nowhere/log cannot be written"))
  }

  /// The variables of a folder with an accounts file, in which `other` has a policy.
  private func accounts(_ endpoint: String, policy: String) throws -> [String: String] {
    let home = Temporary.path("home")
    try FileManager.default.createDirectory(atPath: home + "/logto-lua", withIntermediateDirectories: true)
    let entry = #""endpoint":"\#(endpoint)","appId":"a","appSecret":"a-secret-of-the-tests""#
    let file =
      #"{"version":1,"default":"main","accounts":{"main":{\#(entry)},"other":{\#(entry),"policy":\#(policy)}}}"#
    try Data(file.utf8).write(to: URL(filePath: home + "/logto-lua/accounts.json"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: home + "/logto-lua/accounts.json")
    return ["XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home + "/cache"]
  }

  @Test func `An account's policy holds for calls to it, from whatever account the script runs`() async throws {
    let tenant = try FakeTenant()
    let variables = try accounts(tenant.endpoint, policy: #"{"readOnly":true}"#)
    let write = "logto.account('other').delete_user{ user_id = 'u' }"
    let refused = try await command("-e", write, environment: variables)
    #expect(refused.status == 4)
    #expect(refused.errors.contains("read-only (account 'other')"), "\(refused.errors)")
    #expect(tenant.seen.isEmpty)
    let chosen = try await command(
      "--account", "other", "-e", "logto.delete_user{ user_id = 'u' }", environment: variables)
    #expect(chosen.status == 4)
    let main = try await command("-e", "logto.delete_user{ user_id = 'u' }", environment: variables)
    #expect(main.status == 0, "\(main.errors)")
  }

  @Test func `An account can forbid that its secrets are shown`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"a","secret":"shown-if-it-may-be"}"#)
    let variables = try accounts(tenant.endpoint, policy: #"{"revealSecrets":false}"#)
    let show = "print(logto.get_application{ id = 'a' }.secret)"
    let forbidden = try await command("--account", "other", "--reveal-secrets", "-e", show, environment: variables)
    #expect(forbidden.status == 2)
    #expect(forbidden.errors.contains("the account's policy forbids it"), "\(forbidden.errors)")
    let shown = try await command("--reveal-secrets", "-e", show, environment: variables)
    #expect(shown.output == "shown-if-it-may-be\n", "\(shown.errors)")
    let other = "print(logto.account('other').get_application{ id = 'a' }.secret)"
    let refused = try await command("--reveal-secrets", "-e", other, environment: variables)
    #expect(refused.status == 4)
    #expect(refused.errors.contains("which forbids --reveal-secrets"), "\(refused.errors)")
    #expect(try await command("-e", other, environment: variables).output == "‹secret of application a›\n")
  }
}
