// The catalogue in the binary says what the contract says.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct ShippedTests {
  let catalogue = Catalogue.shipped

  @Test func `it has the 335 operations of the contract`() {
    #expect(catalogue.operations.count == 335)
    #expect(Set(catalogue.operations.map(\.shortName)).count == 335)
  }

  @Test func `every operation is found under every spelling of its name`() {
    for operation in catalogue.operations {
      let short = operation.shortName
      let spellings = [
        "logto.logto_\(short)", "logto_\(short)", short, "app.integrations.logto.\(short)", "logto.\(short)",
        "app.integrations.logto.staging.logto_\(short)",
      ]
      for spelling in spellings { #expect(catalogue.operation(named: spelling) == operation, "\(spelling)") }
    }
  }

  @Test func `a name that there is not finds nothing`() {
    for name in ["", "logto_", "list_user", "list_userss", "zzz", "a", "logto."] {
      #expect(catalogue.operation(named: name) == nil)
    }
  }

  @Test func `the metadata of an operation is read as written`() throws {
    let operation = try #require(catalogue.operation(named: "list_organization_users"))
    #expect(operation.method == "GET")
    #expect(operation.path == "/api/organizations/{id}/users")
    #expect(
      operation.pathSegments == [.literal("api"), .literal("organizations"), .parameter("id"), .literal("users")])
    #expect(operation.group == "Organizations")
    #expect(operation.auth == .management)
    #expect(!operation.isWrite)
    #expect(operation.pagination == .always)
    #expect(operation.parameters.map(\.argument) == ["id", "q", "page", "page_size"])
    #expect(operation.response(for: 200)?.schema?.kind == .array)
    #expect(operation.response(for: 418) == nil)
  }

  @Test func `paged operations are 29, one of them with its list in a field`() {
    #expect(catalogue.operations.count { $0.pagination == .optional } == 15)
    #expect(catalogue.operations.count { $0.pagination == .always } == 14)
    #expect(catalogue.operations.compactMap(\.itemsKey) == ["organizations"])
  }

  @Test func `verification, scopes, deprecation and replacement are carried`() throws {
    #expect(catalogue.operations.count(where: \.needsVerification) == 18)
    let old = try #require(catalogue.operation(named: "delete_user_personal_access_token"))
    #expect(old.isDeprecated)
    #expect(old.replacedBy == "logto_delete_personal_access_token_post")
    #expect(catalogue.operation(named: "add_mfa_verification")?.scopes == ["identities"])
  }

  @Test func `destructive are deletes, replacing puts and the five that are named`() {
    let names = Set(catalogue.operations.filter(\.isDestructive).map(\.shortName))
    for name in ["delete_user", "replace_user_roles", "cleanup_domains", "rotate_oidc_keys", "update_hook_signing_key"]
    {
      if catalogue.operation(named: name) != nil { #expect(names.contains(name), "\(name)") }
    }
    #expect(!names.contains("update_user"))
    #expect(!names.contains("create_user"))
  }

  @Test func `a search parameter is spread and a list parameter repeats`() throws {
    let users = try #require(catalogue.operation(named: "list_users"))
    #expect(users.parameters.first { $0.name == "search_params" }?.isSpread == true)
    let applications = try #require(catalogue.operation(named: "list_applications"))
    #expect(applications.parameters.first { $0.name == "types" }?.isList == true)
    #expect(applications.parameters.first { $0.name == "isThirdParty" }?.argument == "is_third_party")
  }

  @Test func `secret places are known, those of every operation among them`() throws {
    let user = try #require(catalogue.operation(named: "create_user"))
    #expect(user.secretPaths(in: .argument).map(\.path) == [".password", ".passwordDigest"])
    #expect(user.secretPaths(in: .result).map(\.path) == [".passwordDigest", "meta.headers.set-cookie"])
    let all = catalogue.operations.reduce(0) {
      $0 + $1.secretPaths(in: .argument).count + $1.secretPaths(in: .result).count
    }
    #expect(all == 125 + 335)
  }
}
