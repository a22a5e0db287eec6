// What the command shows of the functions without an account: list, search, docs, schema.

import JSON
import Testing

@Suite struct CatalogueReadingTests {
  @Test func `search prints a signature and a summary a function, and entries as JSON`() async throws {
    let found = try await command("search", "suspend", "a", "user")
    #expect(found.status == 0)
    #expect(
      found.output.hasPrefix("update_user_is_suspended{ user_id: string, isSuspended: boolean } -> User\n  Suspend"))
    let entries = try JSONValue.parse(try await command("search", "--json", "--limit", "2", "delete a role").output)
    #expect(entries.arrayValue?.count == 2)
    #expect(entries[0]?["name"] == "delete_role")
  }

  @Test func `docs shows functions, places within them, types and helpers`() async throws {
    let shown = try await command("docs", "create_user", "body.profile.address", "RoleType", "parallel.map")
    #expect(shown.status == 0)
    let parts = shown.output.split(separator: "\n\n")
    #expect(parts.count == 3)
    #expect(parts.first?.hasPrefix("body.profile.address = { formatted?: string") == true)
    #expect(parts.dropFirst().first == #"RoleType = "User"|"MachineToMachine""#)
  }

  @Test(arguments: ["json-schema", "openai", "mcp"])
  func `schema writes a function in the form asked for`(format: String) async throws {
    let written = try await command("schema", "get_role", "--format", format)
    #expect(try JSONValue.parse(written.output).objectValue != nil)
  }

  @Test func `schema writes definitions for editors`() async throws {
    let written = try await command("schema", "delete_role", "--format", "luacats")
    #expect(written.output.contains("function logto.delete_role(arguments, options) end"))
  }

  @Test func `the list as JSON has all functions, and the document of everything too`() async throws {
    #expect(try JSONValue.parse(try await command("list", "--json").output).arrayValue?.count == 335)
    let document = try JSONValue.parse(try await command("list", "--json", "--all").output)
    #expect(document["functions"]?.arrayValue?.count == 335)
    #expect(document["display_name"] == "Logto")
  }

  @Test(arguments: [
    ["search"], ["search", "x", "--limit", "0"], ["schema"], ["schema", "no_such"], ["list", "--all"],
    ["schema", "get_role", "--format", "yaml"],
  ])
  func `a wrong command line ends with 2`(words: [String]) async throws {
    #expect(try await command(words).status == 2)
  }
}
