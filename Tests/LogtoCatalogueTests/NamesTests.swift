// Suggestions for names that do not exist, and which operation a path is.

import Testing

@testable import LogtoCatalogue

@Suite struct NamesTests {
  let catalogue = Catalogue.shipped

  @Test(arguments: [
    ("update_sign_in_experience", "update_sign_in_exp"),
    ("revoke_organization_invitation", "replace_organization_invitation_status"),
    ("get_user_custom_data", "list_user_custom_data"),
    ("create_role_users", "create_role_user"),
    ("list_user", "list_users"),
    ("remove_user", "delete_user"),
    ("get_users", "list_users"),
    ("add_user_to_organization", "add_organization_users"),
    ("lst_users", "list_users"),
    ("list_webhooks", "list_hooks"),
    ("create_org", "create_organization"),
  ])
  func `a guessed name is answered with the right one`(guess: String, meant: String) {
    #expect(catalogue.nearest(to: guess).contains(meant), "\(guess): \(catalogue.nearest(to: guess))")
  }

  @Test func `a write is never answered with a read first, nor a read with a write`() {
    let verbs = [
      "delete": true, "revoke": true, "update": true, "edit": true, "create": true, "remove": true, "get": false,
      "list": false, "fetch": false,
    ]
    for index in stride(from: 0, to: catalogue.operations.count, by: 9) {
      let operation = catalogue.operations[index]
      let thing = operation.shortName.split(separator: "_").dropFirst().joined(separator: "_")
      for (verb, isWrite) in verbs {
        guard let first = catalogue.nearest(to: "\(verb)_\(thing)").first else { continue }
        #expect(catalogue.operation(named: first)?.isWrite == isWrite, "\(verb)_\(thing) → \(first)")
      }
    }
  }

  @Test func `nonsense has no suggestion`() {
    #expect(catalogue.nearest(to: "qwertyuiop") == [])
    #expect(catalogue.nearest(to: "") == [])
  }

  @Test(arguments: [
    ("usrname", "username"), ("lastSigninAt", "lastSignInAt"), ("userid", "userId"), ("usrename", "username"),
    ("primary_email", "primaryEmail"),
  ])
  func `a misspelt argument or field is recognised`(word: String, meant: String) {
    #expect(Nearest.match(word, among: ["name", "username", "lastSignInAt", "userId", "primaryEmail"]) == meant)
  }

  @Test func `a word that is not near has no match`() {
    #expect(Nearest.match("zebra", among: ["name", "username"]) == nil)
  }

  @Test func `a path is the operation whose fixed text fits best`() throws {
    let user = try #require(catalogue.operation(method: "GET", path: "/api/users/abc"))
    #expect(user.operation.shortName == "get_user")
    #expect(user.arguments == ["userId": "abc"])
    let test = try #require(catalogue.operation(method: "post", path: "/api/configs/jwt-customizer/test"))
    #expect(test.operation.shortName == "test_jwt_customizer")
    #expect(catalogue.operation(method: "GET", path: "/api/nothing") == nil)
    #expect(catalogue.operation(method: "TRACE", path: "/api/users") == nil)
  }

  @Test func `letter case, a last slash and needless encoding do not hide an operation`() {
    for path in ["/api/USERS/abc", "/api/users/abc/", "/api/%75sers/abc", "/api/users/abc?x=1"] {
      #expect(catalogue.operation(method: "DELETE", path: path)?.operation.shortName == "delete_user", "\(path)")
    }
    #expect(catalogue.operation(method: "DELETE", path: "/api/users/a%2Fb")?.arguments == ["userId": "a/b"])
  }

  @Test func `every operation is found by its own path`() {
    for operation in catalogue.operations {
      let path = operation.path.replacing("{", with: "").replacing("}", with: "")
      #expect(catalogue.operation(method: operation.method, path: path)?.operation == operation)
    }
  }
}
