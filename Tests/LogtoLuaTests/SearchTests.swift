import TestSupport
import Testing

/// Searching lists.
@Suite struct SearchTests {
  private func query(_ arguments: String, of operation: String = "list_users") async throws -> [String] {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("logto.\(operation){ \(arguments) }", against: tenant)
    #expect(outcome.error == nil, "\(outcome.failure)")
    return tenant.seen.first?.queryTexts ?? []
  }

  @Test func `a string searches all fields`() async throws {
    #expect(try await query("search = '%x%'") == ["search=%x%"])
  }

  @Test func `a table searches single fields, a list repeats its key`() async throws {
    #expect(
      try await query("search = { primaryEmail = { 'a@b.c', 'd@e.f' } }, mode = 'exact'")
        == ["search.primaryEmail=a@b.c", "search.primaryEmail=d@e.f", "mode=exact"])
  }

  @Test func `modes may differ by field, and joint and case are taken`() async throws {
    #expect(
      try await query(
        "search = { username = '^a' }, mode = { username = 'posix' }, joint = 'and', case_sensitive = true"
      ) == ["search.username=^a", "mode.username=posix", "joint=and", "isCaseSensitive=true"])
  }

  @Test func `the documented form works too`() async throws {
    #expect(
      try await query("search_params = { ['search.name'] = '%x%', joint = 'or' }")
        == ["joint=or", "search.name=%x%"])
  }

  /// Each state of Lua visits the keys of a table in an order of its own.
  @Test func `the same arguments make the same address in every run, whatever their order in Lua`() async throws {
    let fields = ["id", "name", "primaryEmail", "primaryPhone", "username"]
    let table = fields.shuffled().map { "\($0) = '%x%'" }.joined(separator: ", ")
    let documented = fields.shuffled().map { "['search.\($0)'] = '%x%'" }.joined(separator: ", ")
    for _ in 0..<8 {
      #expect(
        try await query("case_sensitive = true, joint = 'and', page = 2, search = { \(table) }, page_size = 5")
          == ["page=2", "page_size=5"] + fields.map { "search.\($0)=%x%" } + ["joint=and", "isCaseSensitive=true"])
      #expect(try await query("search_params = { \(documented) }") == fields.map { "search.\($0)=%x%" })
    }
  }

  @Test(arguments: [
    "list_organization_roles", "list_organizations", "list_organization_scopes",
  ])
  func `where there is q instead, search is q`(_ operation: String) async throws {
    #expect(try await query("search = 'adm'", of: operation) == ["q=adm"])
  }

  @Test func `an unknown mode sends nothing`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("logto.list_users{ search = 'x', mode = 'regex' }", against: tenant)
    #expect(outcome.failure.contains("none of 'like', 'exact', 'similar_to', 'posix'"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `search on an operation without it is unknown`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("logto.list_domains{ search = 'x' }", against: tenant)
    #expect(outcome.failure.contains("'search' is no argument"))
  }
}
