// `configure`, `accounts` and `doctor`: accounts kept, tested and shown, never with a secret in the output.

import JSON
import LogtoDemo
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct AccountsCommandTests {
  let home = Temporary.path("home")
  var file: String { home + "/logto-lua/accounts.json" }
  var variables: [String: String] { ["XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home + "/cache"] }

  func configure(_ tenant: DemoTenant, _ more: String..., secret: String? = nil) async throws -> CommandResult {
    let words = ["configure", "demo", "--endpoint", tenant.endpoint, "--app-id", tenant.appID, "--secret-stdin"] + more
    return try await command(words, environment: variables, input: (secret ?? tenant.appSecret) + "\n")
  }

  @Test func `An account that works is kept, private, and scripts use it`() async throws {
    let tenant = try DemoTenant.start()
    let kept = try await configure(tenant)
    #expect(kept.status == 0, "\(kept.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let shown = try await command("accounts", environment: variables)
    #expect(shown.output.contains("* demo  \(tenant.endpoint)  \(tenant.appID)  secret: in the file"))
    #expect(!shown.output.contains(tenant.appSecret))
    let run = try await command("-e", "return logto.count('list_users')", environment: variables)
    #expect(run.output == "12\n", "\(run.errors)")
    let named = try await command("-e", "return logto.account('demo').list_roles()[1].id", environment: variables)
    #expect(named.status == 0, "\(named.errors)")
    let removed = try await command("configure", "demo", "--remove", environment: variables)
    #expect(removed.status == 0)
    #expect(try await command("-e", "logto.list_roles()", environment: variables).status == 3)
    await tenant.stop()
  }

  @Test func `An account that does not work is not kept, and the secret is not shown`() async throws {
    let tenant = try DemoTenant.start()
    let result = try await configure(tenant, secret: "not-the-secret-at-all")
    #expect(result.status == 3)
    #expect(!(result.errors + result.output).contains("not-the-secret-at-all"))
    #expect(!FileManager.default.fileExists(atPath: file))
    await tenant.stop()
  }

  @Test func `A file that others may read, and a broken one, are errors with a way out`() async throws {
    try FileManager.default.createDirectory(atPath: home + "/logto-lua", withIntermediateDirectories: true)
    for (text, mode, part) in [
      (#"{"version":1,"accounts":{}}"#, 0o644, "chmod 600"), (#"{"version":1,"acc"#, 0o600, "not valid JSON"),
      (#"{"version":9}"#, 0o600, "version"),
    ] {
      #expect(FileManager.default.createFile(atPath: file, contents: Data(text.utf8)))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      for words in [["accounts"], ["-e", "logto.list_roles()"], ["doctor"]] {
        let result = try await command(words, environment: variables)
        #expect(result.status == 3, "\(words): \(result.output) \(result.errors)")
        #expect(result.errors.contains(part), "\(result.errors)")
      }
    }
  }

  @Test func `Doctor says what is wrong, one line a check`() async throws {
    let tenant = try DemoTenant.start()
    var environment = account(tenant.endpoint, id: tenant.appID, secret: tenant.appSecret)
    let well = try await command("doctor", environment: environment)
    #expect(well.output.contains("ok       credentials"), "\(well.output)")
    #expect(well.output.contains("ok       scope"))
    environment["LOGTO_APP_SECRET"] = "not-the-secret-at-all"
    let ill = try await command("doctor", "--json", environment: environment)
    #expect(ill.status == 3)
    let failed = try ill.envelope().arrayValue?.first { $0["status"] == "failed" }
    #expect(failed?["check"] == "credentials")
    #expect(failed?["advice"]?.stringValue?.isEmpty == false)
    #expect(!ill.output.contains("not-the-secret-at-all"))
    await tenant.stop()
    environment["LOGTO_ENDPOINT"] = "http://127.0.0.1:\(try FaultServer.unusedPort())"
    #expect(try await command("doctor", environment: environment).status == 6)
  }

  @Test func `call makes one call, with values as the catalogue types them`() async throws {
    let tenant = try DemoTenant.start()
    let environment = account(tenant.endpoint, id: tenant.appID, secret: tenant.appSecret)
    let words = [
      "call", "create_user", "--username", "newcomer", "--name", "12345", "--customData", #"{"a":[],"b":{}}"#, "--json",
    ]
    let made = try await command(words, environment: environment)
    let user = try made.envelope()["result"]
    #expect(user?["name"] == "12345", "\(made.output)")
    #expect(user?["customData"]?["a"] == [])
    let id = user?["id"]?.stringValue ?? ""
    let cleared = try await command(
      "call", "update-user", "--user-id", id, "--name", "null", "--json", environment: environment)
    #expect(try cleared.envelope()["ok"] == true, "\(cleared.output)")
    let wrong = try await command("call", "create_user", "--usrname", "x", environment: environment)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("did you mean 'username'?"))
    await tenant.stop()
  }
}
