// What `docs.read` and `logto-lua docs` answer.

import Testing

@testable import LogtoCatalogue

@Suite struct PagesTests {
  let documentation = Documentation(.shipped)

  @Test func `several names give their pages in order, with an empty line between`() throws {
    let pages = try documentation.pages(["get_user", "logto_delete_user", "each", "HookEvent"])
    let parts = ["get_user", "delete_user", "each", "HookEvent"].compactMap { documentation.read($0) }
    #expect(parts.count == 4)
    #expect(pages == parts.joined(separator: "\n\n"))
  }

  @Test func `what follows a function may be a place within it`() throws {
    let pages = try documentation.pages([
      "create_user", "body.profile", "passwordAlgorithm", "list_users", "result[].id",
    ])
    #expect(pages.hasPrefix("body.profile = {"))
    #expect(pages.contains("\n\npasswordAlgorithm = "))
    #expect(pages.hasSuffix("\n\nresult[].id = string"))
  }

  @Test func `a helper is a helper even after a function`() throws {
    #expect(try documentation.pages(["create_user", "json.null"]).contains("json.null"))
    #expect(try documentation.pages(["get_log", "log"]).contains("diagnostics"))
  }

  @Test(arguments: [
    (["creat_user"], "there is no page 'creat_user'", "create_user"),
    (["create_user", "body.profil"], "create_user has no place 'body.profil'", "create_user{"),
    (["recipes/bulk-imprt"], "there is no page 'recipes/bulk-imprt'", "recipes/bulk-import"),
    (["recipes/zzzzzzzz"], "there is no page 'recipes/zzzzzzzz'", "docs.read(\"recipes\")"),
    (["zzzzzzzz"], "there is no page 'zzzzzzzz'", "docs.list()"),
  ])
  func `a name that does not exist is told, with what was meant`(words: [String], message: String, hint: String) {
    let error = #expect(throws: MissingPage.self) { try documentation.pages(words) }
    #expect(error?.message == message)
    #expect(error?.hint.contains(hint) == true, "\(error?.hint ?? "")")
  }
}
