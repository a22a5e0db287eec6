// The example scripts as documentation.

import Testing

@testable import LogtoCatalogue

@Suite struct RecipeTests {
  let documentation = Documentation(.shipped)

  @Test func `what is in the binary is what is in the folder`() throws {
    #expect(
      Recipe.all.map(\.name)
        == Fixture.names(in: "examples").filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) })
    for recipe in Recipe.all {
      #expect(recipe.source == (try Fixture.text("examples/\(recipe.name).lua")))
    }
  }

  /// The tasks of issue 8, part 5.
  @Test(arguments: [
    "bulk-import", "access-review", "secret-rotation", "stale-accounts", "organization-setup", "role-cleanup",
    "audit-report", "sign-in-experience", "webhook-setup", "custom-data-migration", "invitation-sweep",
    "machine-inventory", "gdpr-export", "domain-move", "dry-run-first",
  ])
  func `each task that administrators often have is a recipe`(name: String) throws {
    let recipe = try #require(Recipe.named("recipes/\(name)"))
    #expect(try documentation.pages(["recipes/\(name)"]) == recipe.source)
    #expect(documentation.read("recipes")?.contains("recipes/\(name): \(recipe.summary)") == true)
  }

  @Test func `a summary is one sentence that fits a line`() {
    for recipe in Recipe.all {
      #expect(
        !recipe.summary.isEmpty && recipe.summary.count <= 150 && !recipe.summary.contains("\n"), "\(recipe.name)")
    }
  }

  @Test(arguments: [
    ("find stale accounts", "stale-accounts"), ("example script for a webhook", "webhook-setup"),
    ("rotate the secrets of machine applications", "secret-rotation"), ("review who has access", "access-review"),
    ("import users in bulk", "bulk-import"),
  ])
  func `the search shows a recipe after the functions`(question: String, name: String) throws {
    #expect(Search(.shipped).recipe(question)?.name == name)
    #expect(try #require(Search(.shipped).text(for: question)).contains("recipes/\(name)\n"))
  }

  @Test(arguments: ["delete a user", "zzzzqqq", "", "what is the password policy"])
  func `no recipe is shown where none is about the question`(question: String) {
    #expect(Search(.shipped).recipe(question) == nil)
  }
}
