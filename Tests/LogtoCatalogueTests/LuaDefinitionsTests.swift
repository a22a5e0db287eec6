// lua/logto.lua accepts what is right and rejects what is misspelt.

import Testing

@testable import LogtoCatalogue

@Suite struct LuaDefinitionsTests {
  let checker: LuaChecker

  init() throws { checker = LuaChecker(definitions: try Fixture.text("lua/logto.lua")) }

  @Test func `the file is what the generator gives`() throws {
    let file = LuaDefinitions(.shipped).file(surface: try Fixture.text("contract/surface.lua"))
    #expect(try Fixture.text("lua/logto.lua") == file)
  }

  @Test func `every documented example is accepted`() {
    for operation in Catalogue.shipped.operations {
      guard let example = operation.documentation?.example else { continue }
      #expect(checker.faults(in: example) == [], "\(operation.shortName)")
    }
  }

  @Test func `every script of examples is accepted`() throws {
    #expect(Recipe.all.count >= 16)
    for recipe in Recipe.all { #expect(checker.faults(in: recipe.source) == [], "\(recipe.name)") }
  }

  @Test func `luacheck's configuration is what the generator gives`() throws {
    let file = LuacheckConfiguration(.shipped).file(surface: try Fixture.text("contract/surface.lua"))
    #expect(try Fixture.text("lua/luacheckrc.lua") == file)
  }

  @Test(arguments: [
    #"logto.create_user{ username = "ada", profile = { nickname = "x" } }"#,
    #"for u in logto.each("list_users", { search = { primaryEmail = "%" } }) do print(u.id) end"#,
    #"local u = logto.logto_get_user({ user_id = "x" }) return logto.try.delete_user{ user_id = u.id }"#,
    #"logto.list_users{ search = "%a%", mode = "exact", page = 1 } -- logto.nothing{}"#,
    #"print("logto.nothing") logto.account("staging").list_users{}"#,
  ])
  func `a right script is accepted`(script: String) {
    #expect(checker.faults(in: script) == [])
  }

  @Test(arguments: [
    (#"logto.creat_user{ username = "ada" }"#, "no function 'creat_user'"),
    (#"logto.create_user{ usrname = "ada" }"#, "'create_user' has no argument 'usrname'"),
    (#"logto.try.delete_user({ userid = "x" })"#, "'delete_user' has no argument 'userid'"),
  ])
  func `a misspelt function or argument is rejected`(script: String, fault: String) {
    #expect(checker.faults(in: script) == [fault])
  }
}
