// Saved plans and `--apply`, as processes against the demo tenant behind a server that records.

import JSON
import LogtoDemo
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ApplyCommandTests {
  /// A tenant of its own behind a recorder, and a place for a plan.
  private struct World: Sendable {
    let tenant: DemoTenant
    let proxy: RecordingProxy
    let plan = Temporary.path("plan")

    init() throws {
      tenant = try DemoTenant.start()
      proxy = try RecordingProxy(to: tenant.endpoint)
    }

    func run(_ words: String..., more: [String: String] = [:]) async throws -> CommandResult {
      let variables = account(proxy.endpoint, id: tenant.appID, secret: tenant.appSecret)
      return try await command(words, environment: variables.merging(more) { $1 }, killAfter: .seconds(120))
    }

    func script(_ text: String, _ options: String...) async throws -> CommandResult {
      let variables = account(proxy.endpoint, id: tenant.appID, secret: tenant.appSecret)
      return try await command(
        ["--dry-run", "--plan", plan] + options + ["-e", text], environment: variables, killAfter: .seconds(120))
    }

    func json() throws -> JSONValue {
      try JSONValue.parse(Array(try #require(FileManager.default.contents(atPath: plan))))
    }

    func end() async {
      await proxy.stop()
      await tenant.stop()
    }
  }

  private static let examples = Files.repositoryRoot + "/examples"

  @Test(arguments: [
    ["custom-data-migration"], ["domain-move"], ["dry-run-first", "apply"], ["invitation-sweep"],
    ["organization-setup"], ["quickstart"], ["role-cleanup"], ["secret-rotation"], ["secret-rotation", "finish"],
    ["sign-in-experience"], ["stale-accounts"], ["webhook-setup"],
  ])
  func `An applied plan sends what the script itself sends, but for what the tenant would refuse`(
    _ words: [String]
  ) async throws {
    let file = "\(Self.examples)/\(words[0]).lua"
    let arguments = Array(words.dropFirst())
    let world = try World()
    let variables = account(world.proxy.endpoint, id: world.tenant.appID, secret: world.tenant.appSecret)
    let dry = try await command(
      ["--dry-run", "--plan", world.plan, file] + arguments, environment: variables, killAfter: .seconds(120))
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(world.proxy.writes.isEmpty)
    // The header that the hook of webhook-setup is given counts as a secret.
    let applied = try await world.run("--apply", world.plan, more: ["LOGTO_PLAN_SECRET_1": "logto"])
    #expect(applied.status == 0, "\(applied.errors) \(applied.output)")

    let other = try World()
    let more = account(other.proxy.endpoint, id: other.tenant.appID, secret: other.tenant.appSecret)
    #expect(try await command([file] + arguments, environment: more, killAfter: .seconds(120)).status == 0)
    let sent = Self.named(other.proxy.writes.filter { $0.status < 400 })
    #expect(!sent.isEmpty)
    #expect(Self.named(world.proxy.writes) == sent)
    await world.end()
    await other.end()
  }

  /// The writes with the ids that they were answered by the number of the write: two tenants give different ones.
  private static func named(_ writes: [RecordingProxy.Write]) -> [String] {
    var ids: [(String, String)] = []
    return writes.enumerated().map { index, write in
      defer {
        if let id = write.answer["id"]?.stringValue, write.method == "POST" { ids.append((id, "made-\(index)")) }
      }
      return ids.reduce(write.description) { $0.replacing($1.0, with: $1.1) }
    }
  }

  @Test func `A plan is private, names its tenant and its reads, and holds no secret`() async throws {
    let world = try World()
    let dry = try await world.script(
      "logto.list_users() logto.create_user{ username = 'newcomer', password = 'correct-horse-battery' }")
    #expect(dry.status == 0)
    #expect(dry.errors.contains("LOGTO_PLAN_SECRET_1 is asked for then (create_user /password)"))
    let attributes = try FileManager.default.attributesOfItem(atPath: world.plan)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let plan = try world.json()
    #expect(!plan.encodedString().contains("battery"))
    #expect(plan["accounts"]?[""]?.stringValue == world.proxy.endpoint)
    #expect(plan["reads"]?[0]?["sha256"]?.stringValue?.count == 64)

    let refused = try await world.run("--apply", world.plan)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("LOGTO_PLAN_SECRET_1"))
    #expect(world.proxy.writes.isEmpty)
    let applied = try await world.run("--apply", world.plan, more: ["LOGTO_PLAN_SECRET_1": "correct-horse-battery"])
    #expect(applied.status == 0, "\(applied.errors)")
    #expect(world.proxy.writes.map { $0.body["password"] } == ["correct-horse-battery"])
    #expect(!(applied.output + applied.errors).contains("battery"))
    await world.end()
  }

  @Test func `On a terminal a secret that the plan leaves out is asked for, unseen`() async throws {
    let world = try World()
    _ = try await world.script("logto.create_user{ username = 'newcomer', password = 'correct-horse-battery' }")
    let terminal = try terminal(
      "--apply", world.plan,
      environment: account(world.proxy.endpoint, id: world.tenant.appID, secret: world.tenant.appSecret))
    try await terminal.expect("create_user /password (LOGTO_PLAN_SECRET_1): ")
    #expect(!terminal.echoes)
    terminal.type("correct-horse-battery\r")
    try await terminal.expect("applied: 1 of 1 writes")
    #expect(await terminal.end().status == 0)
    #expect(!terminal.transcript.contains("battery"))
    #expect(world.proxy.writes.map { $0.body["password"] } == ["correct-horse-battery"])
    await world.end()
  }

  @Test func `A plan is applied once`() async throws {
    let world = try World()
    _ = try await world.script("logto.create_user{ username = 'newcomer' }")
    let first = try await world.run("--apply", world.plan)
    #expect(first.output.hasPrefix("applied: 1 of 1 writes\n  1. done      create_user  POST /api/users  -> "))
    let second = try await world.run("--apply", world.plan)
    #expect(second.status == 2)
    #expect(second.errors.contains("was applied already"))
    #expect(world.proxy.writes.count == 1)
    await world.end()
  }

  @Test func `A plan is refused where what the script had read has changed since`() async throws {
    let world = try World()
    _ = try await world.script(
      "if logto.count('list_users') == 12 then logto.delete_user{ user_id = logto.list_roles()[1] and 'u' } end")
    #expect(try await world.run("-e", "logto.create_user{ username = 'meanwhile' }").status == 0)
    let applied = try await world.run("--apply", world.plan, "--json")
    #expect(applied.status == 1)
    let envelope = try applied.envelope()
    #expect(envelope["error"]?["kind"] == "validation")
    #expect(envelope["error"]?["message"]?.stringValue?.hasSuffix("has changed since: list_users") == true)
    #expect(world.proxy.writes.count == 1)
    // It was not applied: once the tenant is as it was, it can be.
    #expect(try world.json()["applied"] == nil)
    await world.end()
  }

  @Test func `A write that fails stops the plan, and the report says what was done`() async throws {
    let world = try World()
    // The tenant knows a user of this address; the script has not read it.
    _ = try await world.script(
      """
      local role = logto.create_role{ name = "one", description = "d" }
      logto.try.create_user{ username = "paul", primaryEmail = "erin@globex.example" }
      logto.create_role_user{ id = role.id, userIds = { "ada000000000" } }
      """)
    let applied = try await world.run("--apply", world.plan, "--json")
    #expect(applied.status == 6)
    let envelope = try applied.envelope()
    #expect(envelope["error"]?["code"] == "user.email_already_in_use")
    #expect(
      envelope["result"]?["steps"]?.arrayValue?.map { $0["state"] } == ["done", "failed", "not_sent"])
    #expect(envelope["writes"]?.arrayValue?.map { $0["operation"] } == ["create_role"])
    #expect(world.proxy.writes.count == 2)
    await world.end()
  }

  @Test func `The policy decides again, before anything is sent`() async throws {
    let world = try World()
    _ = try await world.script(
      "logto.create_user{ username = 'newcomer' } logto.delete_user{ user_id = 'ada000000000' }")
    for options in [["--read-only"], ["--deny", "delete_*"]] {
      let variables = account(world.proxy.endpoint, id: world.tenant.appID, secret: world.tenant.appSecret)
      let refused = try await command(options + ["--apply", world.plan], environment: variables)
      #expect(refused.status == 4, "\(refused.errors)")
      #expect(world.proxy.writes.isEmpty)
    }
    // What is held is asked about when its turn comes; here nobody can be asked.
    let held = try await world.run("--apply", world.plan, "--confirm", "ask")
    #expect(held.status == 4)
    #expect(held.output.contains("1. done"))
    #expect(held.output.contains("2. not sent"))
    #expect(world.proxy.writes.map(\.method) == ["POST"])
    await world.end()
  }

  @Test func `A plan is for one tenant`() async throws {
    let world = try World()
    let other = try World()
    _ = try await world.script("logto.create_user{ username = 'newcomer' }")
    let refused = try await other.run("--apply", world.plan)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("it was made for \(world.proxy.endpoint)"))
    #expect(other.proxy.writes.isEmpty)
    await world.end()
    await other.end()
  }

  @Test func `What goes together on the command line is said`() async throws {
    for (words, message) in [
      (["--plan", "p", "-e", "x"], "--dry-run"), (["--apply", "/nowhere"], "/nowhere is missing"),
      (["--apply", "p", "-e", "x"], "takes no script"), (["--apply", "p", "--dry-run"], "exclude each other"),
      (["--dry-run", "--plan", "p", "--reveal-secrets", "-e", "x"], "holds no secrets"),
    ] {
      let result = try await command(["--demo"] + words)
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func `A plan that could not be applied is not saved`() async throws {
    let world = try World()
    let upper = try await world.script(
      "logto.update_user{ user_id = 'ada000000000', name = logto.create_user{ username = 'n' }.id:upper() }")
    #expect(upper.status == 1)
    #expect(upper.errors.contains("the plan was not saved"))
    let failed = try await world.script("logto.create_user{ username = 'n' } error('no')")
    #expect(failed.errors.contains("did not come to its end"))
    #expect(FileManager.default.contents(atPath: world.plan) == nil)
    await world.end()
  }
}
