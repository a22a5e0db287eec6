// What is shown about functions: signatures, types, places within them.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct DocumentationTests {
  let catalogue = Catalogue.shipped
  var documentation: Documentation { Documentation(catalogue) }

  private func signature(_ name: String) throws -> String {
    documentation.signature(of: try #require(catalogue.operation(named: name)))
  }

  @Test(arguments: [
    (
      "get_user", "get_user{ user_id: string, include_sso_identities?: string, include_password_hash?: string } -> User"
    ),
    ("delete_user", "delete_user{ user_id: string } -> true"),
    ("list_roles", "list_roles{ exclude_user_id?: string"),
    ("add_organization_users", "add_organization_users{ id: string, userIds: string[] } -> "),
    ("update_organization", "update_organization{ id: string, "),
    ("get_saml_authn", "-> { status: number, location: string }"),
    ("replace_custom_phrase", "replace_custom_phrase{ language_tag: LanguageTag, body: "),
    ("delete_primary_email", "delete_primary_email{ logto_verification_id: string } -> true"),
    ("list_users", "search?: Search"),
    ("get_status", "get_status() -> true"),
  ])
  func `a signature shows arguments and result`(name: String, part: String) throws {
    let line = try signature(name)
    #expect(line.contains(part), "\(line)")
  }

  @Test func `a property that is called like a parameter stands inside body`() throws {
    #expect(try signature("update_application_secret").contains("body: { name: string }"))
  }

  @Test func `no signature is longer than 600 tokens and the median is at most 120`() {
    let lengths = catalogue.operations.map { documentation.signature(of: $0).utf8.count / 4 }.sorted()
    #expect(lengths[lengths.count / 2] <= 120)
    #expect(lengths[lengths.count - 1] <= 600)
  }

  @Test func `a named type and a place within an operation are written out`() throws {
    #expect(documentation.read("HookEvent")?.hasPrefix(#"HookEvent = "PostRegister"|"PostSignIn""#) == true)
    let profile = documentation.read("create_user", at: "body.profile")
    #expect(profile?.hasPrefix("body.profile = { familyName?: string, ") == true, "\(profile ?? "")")
    #expect(documentation.read("create_user", at: "profile.address.country") == "profile.address.country = string")
    #expect(documentation.read("get_user", at: "result.lastSignInAt")?.contains("number|null") == true)
    #expect(documentation.read("create_user", at: "body.nothing") == nil)
    #expect(documentation.read("NoSuchType") == nil)
    #expect(documentation.read("Search")?.contains("joint") == true)
  }

  @Test func `branches that differ in the choices of one member are said once`() throws {
    #expect(
      try signature("create_and_send_verification_code").contains(
        #"identifier: { type: "email"|"phone", value: string },"#))
    #expect(
      try signature("add_user_profile").contains(
        #"({ type: "username"|"password", value: string } | { type: "email"|"phone"|"social", verificationId: string } | "#
      ))
  }

  /// `object` is a result whose keys are the caller's own data.
  @Test func `every result has a shape`() {
    let texts = catalogue.operations.map { documentation.signature(of: $0) }
    #expect(texts.filter { $0.hasSuffix("-> any") || $0.hasSuffix("-> {…}") } == [])
    #expect(texts.filter { $0.contains(": any") } == [])
  }

  @Test func `what stands in the lines above is not named once more as related`() throws {
    let text = documentation.text(for: try #require(catalogue.operation(named: "create_role_scope")))
    #expect(text.contains("scopeIds: from list_resource_scopes"))
    #expect(text.hasSuffix("see: list_role_scopes, delete_role_scope"), "\(text)")
  }

  @Test func `what is not always needed is shown as optional`() throws {
    #expect(try signature("update_profile").hasPrefix("update_profile{ logto_verification_id?: string, "))
    #expect(try signature("update_organization").contains("body") == false)
    #expect(try signature("create_role").contains("tenantId") == false)
  }

  @Test func `a file to upload is shown as it is given`() throws {
    #expect(try signature("create_user_asset").contains("{ file?: { name?: string, type?: string, content: string }"))
  }

  @Test func `null is said once in a union`() throws {
    #expect(try signature("update_sign_in_exp").contains("supportEmail?: string|null"))
  }

  @Test func `no type is longer than 600 tokens`() {
    for type in catalogue.types { #expect(documentation.text(for: type).utf8.count <= 2400, "\(type.name)") }
  }

  @Test func `a summary that is missing or too long, a name twice or unknown, is refused`() throws {
    func source(_ value: JSONValue) throws -> CatalogueSource {
      var source = Sample.source(result: [:], schemas: [:])
      source.documentation = [try DocumentationSource(value)]
      return source
    }
    let good: JSONValue = ["name": "get_thing", "summary": "Read a thing", "example": "logto.get_thing{ id = \"x\" }"]
    try source(good).checkDocumentation()
    #expect(throws: CatalogueError.self) { try DocumentationSource(["name": "get_thing"]) }
    let long = String(repeating: "a", count: 91)
    #expect(throws: CatalogueError.self) { try DocumentationSource(["name": "get_thing", "summary": .string(long)]) }
    #expect(throws: CatalogueError.self) { try DocumentationSource(["name": "x", "summary": "y", "sumary": "z"]) }
    #expect(throws: CatalogueError.self) {
      try source(["name": "get_thin", "summary": "Read", "example": "x"]).checkDocumentation()
    }
    #expect(throws: CatalogueError.self) { try Sample.source(result: [:], schemas: [:]).checkDocumentation() }
    var twice = try source(good)
    twice.documentation += twice.documentation
    #expect(throws: CatalogueError.self) { try twice.checkDocumentation() }
  }

  @Test func `words about a function come back as written`() throws {
    var source = Sample.source(result: [:], schemas: [:])
    source.documentation = [
      try DocumentationSource([
        "name": "get_thing", "summary": "Read a thing", "idempotent": true, "notes": ["One.", "Two."],
        "arguments": ["id": "which"], "ids": ["id": "list_things"], "result": "the thing", "example": "x",
        "related": ["logto_list_things"],
      ])
    ]
    let words = try #require(try Catalogue(bytes: source.compile()).operations[0].documentation)
    #expect(words.summary == "Read a thing")
    #expect(words.isIdempotent)
    #expect(words.notes == ["One.", "Two."])
    #expect(words.arguments.map(\.name) == ["id"] && words.ids.map(\.text) == ["list_things"])
    #expect(words.result == "the thing" && words.example == "x" && words.related == ["list_things"])
  }
}
