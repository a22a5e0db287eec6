import JSON
import LogtoClient
import LogtoDemo
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// Dry runs: nothing is written, and the plan is what a real run sends.
@Suite struct DryRunTests {
  private func execute(_ source: [UInt8], _ gate: any CallGate, _ arguments: [String] = []) async throws -> Outcome {
    let tenant = try DemoTenant.start()
    let account = try Account.machine(
      endpoint: tenant.endpoint, appID: tenant.appID, appSecret: tenant.appSecret, resource: tenant.resource)
    let outcome = await OwnThread.run {
      var configuration = RunConfiguration(clients: ClientSource(account), arguments: arguments)
      configuration.gate = gate
      configuration.wantsJSON = true
      return Run(configuration).execute(source, name: "dry.lua")
    }
    await tenant.stop()
    return outcome
  }

  @Test func `reads of single things show what the plan made, changed and removed`() async throws {
    let source = """
      local made = logto.create_user{ username = "newcomer" }
      local users = logto.list_users()
      local changed = logto.update_user{ user_id = users[1].id, name = "Other" }
      logto.delete_user{ user_id = users[2].id }
      local gone, err = logto.try.get_user{ user_id = users[2].id }
      return { made = logto.get_user{ user_id = made.id }.username, id = made.id, answer = changed.name,
        changed = logto.get_user{ user_id = users[1].id }.name, status = err.status,
        listed = logto.list_users()[1].name ~= "Other", removed = logto.list_users()[2].id ~= users[2].id }
      """
    let outcome = try await execute(Array(source.utf8), DryRunGate(around: OpenGate()))
    #expect(
      outcome.result == [
        "made": "newcomer", "id": "dry-run:1", "answer": "Other", "changed": "Other", "status": 404,
        "listed": false, "removed": true,
      ], "\(outcome.failure)")
    #expect(outcome.writes.isEmpty)
  }

  @Test func `an argument that is wrong is an error and not planned`() async throws {
    let gate = DryRunGate(around: OpenGate())
    let outcome = try await execute(Array("logto.create_user{ username = 5 }".utf8), gate)
    #expect(outcome.error?.kind == .validation)
    #expect(gate.plan?.steps.isEmpty == true)
  }

  private func dry(_ source: String) async throws -> (outcome: Outcome, plan: JSONValue) {
    let gate = DryRunGate(around: OpenGate())
    let outcome = try await execute(Array(source.utf8), gate)
    return (outcome, outcome.plan ?? .null)
  }

  @Test func `a write below a thing shows in the thing, merged or replaced as the tenant does it`() async throws {
    let (outcome, _) = try await dry(
      """
      local id = logto.list_users()[1].id
      logto.update_user{ user_id = id, customData = { a = 1, b = 2 }, profile = { nickname = "N" } }
      local merged = logto.update_user_custom_data{ user_id = id, customData = { b = 3 } }
      logto.update_user_profile{ user_id = id, profile = { website = "https://w.example" } }
      logto.update_user_is_suspended{ user_id = id, isSuspended = true }
      local user = logto.get_user{ user_id = id }
      local app = logto.list_applications()[1]
      logto.update_application_custom_data{ application_id = app.id, body = { tier = "gold" } }
      return { user.customData, user.profile.nickname, user.profile.website, user.isSuspended,
        logto.list_user_custom_data{ user_id = id }, merged, logto.get_application{ id = app.id }.customData.tier,
        logto.list_users()[1].customData.b }
      """)
    #expect(
      outcome.result == [
        ["a": 1, "b": 3], "N", "https://w.example", true, ["a": 1, "b": 3], ["a": 1, "b": 3], "gold", 3,
      ], "\(outcome.failure)")
  }

  @Test func `a body shaped unlike its answer is found in the answer and in later reads`() async throws {
    let (outcome, _) = try await dry(
      """
      local phrase = logto.replace_custom_phrase{ language_tag = "fr", body = { input = { username = "Nom" } } }
      local role = logto.list_organization_roles()[1]
      local organization = logto.list_organizations()[1]
      local invitation = logto.create_organization_invitation{ organizationId = organization.id,
        invitee = "new@acme.example", expiresAt = 4102444800000, organizationRoleIds = { role.id } }
      return { phrase.languageTag, phrase.translation.input.username,
        logto.get_custom_phrase{ language_tag = "fr" }.translation.input.username,
        invitation.organizationRoles[1].name == role.name, invitation.id }
      """)
    #expect(outcome.result == ["fr", "Nom", "Nom", true, "dry-run:2"], "\(outcome.failure)")
  }

  @Test func `what is removed is missing with the tenant's own code, and a created thing's parts are too`() async throws
  {
    let (outcome, plan) = try await dry(
      """
      local role = logto.create_role{ name = "passing", description = "d" }
      logto.delete_role{ id = role.id }
      logto.delete_user{ user_id = logto.list_users()[1].id }
      local codes = {}
      for _, call in ipairs{ { "get_role", { id = role.id } }, { "delete_role", { id = role.id } },
        { "list_role_users", { id = role.id } }, { "get_user", { user_id = logto.list_users()[1].id } } } do
        local _, err = logto.try[call[1]](call[2])
        table.insert(codes, err and err.code or "there")
      end
      return codes
      """)
    #expect(
      outcome.result == ["entity.not_exists_with_id", "entity.not_found", "entity.not_exists_with_id", "there"],
      "\(outcome.failure)")
    #expect(plan["steps"]?.arrayValue?.last?["code"] == "entity.not_found")
  }

  @Test func `what the tenant would refuse is refused: names taken in the plan or in what was read, wrong bodies`()
    async throws
  {
    let (outcome, plan) = try await dry(
      """
      local first = logto.list_users()[1]
      logto.create_user{ username = "twice" }
      local _, again = logto.try.create_user{ username = "twice" }
      local _, taken = logto.try.update_user{ user_id = first.id, username = logto.list_users()[2].username }
      local own = logto.try.update_user{ user_id = first.id, username = first.username }
      local _, wrong = logto.try.update_sign_in_exp({ color = { primaryColor = "#123456" } }, { validate = false })
      return { again.code, taken.code, own.id == first.id, wrong.code, again.status, wrong.status }
      """)
    #expect(
      outcome.result == [
        "user.username_already_in_use", "user.username_already_in_use", true, "guard.invalid_input", 422, 400,
      ], "\(outcome.failure)")
    #expect(plan["steps"]?.arrayValue?.count == 5)
  }

  @Test func `a text that only the tenant knows is a token that later writes may use, and no secret is in the plan`()
    async throws
  {
    let (outcome, plan) = try await dry(
      """
      local app = logto.create_application{ name = "A", type = "MachineToMachine" }
      local secret = logto.create_application_secret{ id = app.id, name = "s" }
      logto.update_application{ id = app.id, customData = { note = "key " .. secret.value, [app.id] = true } }
      logto.create_user{ username = "u1", password = "correct-horse-battery" }
      logto.create_user{ username = "u2", password = "correct-horse-battery", name = "is correct-horse-battery" }
      return secret.value
      """)
    #expect(outcome.result == "dry-run:2.value", "\(outcome.failure)")
    let steps = plan["steps"]?.arrayValue ?? []
    #expect(steps[2]["body"] == ["customData": ["note": "key dry-run:2.value", "dry-run:1": true]])
    #expect(!plan.encodedString().contains("battery"))
    #expect(steps[3]["secrets"] == [["place": "/password", "variable": "LOGTO_PLAN_SECRET_1"]])
    #expect(steps[4]["secrets"]?.arrayValue?.count == 2)
    #expect(steps[4]["secrets"]?[0]?["variable"] == "LOGTO_PLAN_SECRET_1")
    #expect(throws: Never.self) { try SavedPlan(plan) }
  }

  @Test(arguments: [
    (
      """
      local role = logto.create_role{ name = "r", description = "d" }
      logto.update_user{ user_id = U, name = role.id:upper() }
      """, "changed a text"
    ),
    (
      """
      local made = logto.create_organization{ name = "o" }
      local read = logto.request{ path = "/api/applications/" .. made.id }
      logto.update_user{ user_id = U, name = read.name }
      """, "answer of a read"
    ),
    (
      #"logto.call("create_role", { name = "r", description = "d" }, { headers = { ["X-A"] = "b" } })"#,
      "headers of its own"
    ),
  ])
  func `a plan that could not be applied says so and cannot be saved`(_ source: String, _ reason: String) async throws {
    let (outcome, plan) = try await dry("local U = logto.list_users()[1].id " + source)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(plan["steps"]?.arrayValue?.last?["obstacle"]?.stringValue?.contains(reason) == true, "\(plan)")
    #expect(throws: SavedPlanError.self) { try SavedPlan(plan) }
  }

  @Test func `a script that counts on a refusal that only the tenant knows is told that it is a dry run`() async throws
  {
    let (outcome, _) = try await dry(
      """
      local _, err = logto.try.replace_custom_phrase{ language_tag = "fr", body = { nonsense = { a = "b" } } }
      return err.code
      """)
    #expect(outcome.error?.kind == .script)
    #expect(outcome.failure.contains("this is a dry run"))
  }

  @Test func `lists show whom the plan put into them and took out, from both sides`() async throws {
    let (outcome, plan) = try await dry(
      """
      local function names(list, field)
        local result = {}
        for _, element in ipairs(list) do table.insert(result, element[field]) end
        table.sort(result)
        return table.concat(result, " ")
      end
      local role = logto.find("list_roles", { name = "support" })
      local new = logto.create_user{ username = "newcomer" }
      local before = names(logto.list_role_users{ id = role.id }, "username")
      logto.create_role_user{ id = role.id, userIds = { new.id } }
      local after = names(logto.all("list_role_users", { id = role.id }), "username")
      local held = names(logto.list_user_roles{ user_id = new.id }, "name")
      logto.delete_user_role{ user_id = new.id, role_id = role.id }
      local _, twice = logto.try.delete_role_user{ id = role.id, user_id = new.id }
      local last = names(logto.list_role_users{ id = role.id }, "username")
      local organization = logto.list_organizations()[1]
      local domain = { id = organization.id, emailDomains = { "one.example", "two.example" } }
      logto.replace_organization_jit_email_domains(domain)
      return { after:find("newcomer", 1, true) ~= nil and #after == #before + 9, held, last == before,
        names(logto.list_organization_jit_email_domains{ id = organization.id }, "emailDomain"),
        #logto.list_user_roles{ user_id = new.id }, twice.code }
      """)
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(outcome.result[1] == "support")
    #expect(outcome.result[2] == true)
    #expect(outcome.result[3] == "one.example two.example")
    #expect(outcome.result[4] == 0)
    #expect(outcome.result[0] == true, "\(outcome.result)")
    #expect(outcome.result[5] == "entity.not_found")
    #expect(plan["steps"]?.arrayValue?.count == 5)
  }
}
