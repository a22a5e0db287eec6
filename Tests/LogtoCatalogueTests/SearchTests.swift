// Finding functions by plain words.

import Testing

@testable import LogtoCatalogue

@Suite struct SearchTests {
  let search = Search(.shipped)

  private func names(_ question: String, limit: Int = 5) -> [String] {
    search.find(question, limit: limit).map(\.name)
  }

  /// Counts over a file of questions.
  private func counts(_ path: String) throws -> (count: Int, first: Int, amongFive: Int) {
    var result = (count: 0, first: 0, amongFive: 0)
    for line in try Fixture.text(path).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      let right = Set(fields[1].split(separator: ",").map(String.init))
      let found = names(String(fields[0]))
      result.count += 1
      if let best = found.first, right.contains(best) { result.first += 1 }
      if found.contains(where: right.contains) { result.amongFive += 1 }
    }
    return result
  }

  @Test func `of the hundred questions at least 95 find their function among five and 72 find it first`() throws {
    let counts = try counts("Benchmarks/search-questions.tsv")
    #expect(counts.count == 100)
    #expect(counts.amongFive >= 95)
    #expect(counts.first >= 72)
  }

  @Test func `no question stands in the words that the search knows`() throws {
    let words = SearchWords.allTexts
    for line in try Fixture.text("Benchmarks/search-questions.tsv").split(separator: "\n") {
      let question = line.split(separator: "\t")[0].lowercased()
      #expect(!words.contains { $0.lowercased().contains(question) })
    }
  }

  @Test func `a function's own name in any spelling finds it first`() {
    for name in ["delete_user", "logto.logto_delete_user", "list_organization_jit_roles", "get_log"] {
      #expect(names(name).first == Name.short(name))
    }
  }

  @Test func `a result carries its signature and summary`() throws {
    let result = try #require(search.find("remove a user").first)
    #expect(result.name == "delete_user")
    #expect(result.signature == "delete_user{ user_id: string } -> true")
    #expect(!result.summary.isEmpty)
  }

  @Test(arguments: [
    ("change a password", "update_user_password"), ("change my own password", "update_password"),
    ("list a user's sessions", "list_user_sessions"), ("list my sessions", "get_sessions"),
  ])
  func `end users' functions come after the administrators' unless they are asked for`(question: String, name: String) {
    #expect(names(question).first == name)
  }

  @Test func `synonyms find what the API calls otherwise`() {
    #expect(names("create an org").first == "create_organization")
    #expect(names("revoke a user's role").contains("delete_user_role"))
    #expect(names("ban a user").first == "update_user_is_suspended")
    #expect(names("m2m apps of a company").contains("list_organization_applications"))
  }

  @Test func `helpers are found too`() {
    #expect(names("run requests in parallel").contains("parallel.map"))
    #expect(names("count the elements of a list").contains("count"))
  }

  @Test func `a question without words finds nothing`() {
    #expect(names("") == [])
    #expect(names("???") == [])
    #expect(names("zzzzqqq") == [])
    #expect(names("users", limit: 0) == [])
    #expect(names(String(repeating: "user ", count: 5_000)).count <= 5)
  }

  @Test(arguments: [
    ("deleting", "delete"), ("deleted", "deletes"), ("banned", "ban"), ("policies", "policy"),
    ("invitation", "invitations"), ("users", "user"), ("verification", "verifications"),
  ])
  func `forms of a word have one stem`(one: String, other: String) {
    #expect(Words.stem(one) == Words.stem(other))
  }
}
