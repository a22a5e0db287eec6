// What a script sees of the demo tenant: tokens, pages, searches, quirks.

import JSON
import TestSupport
import Testing

@testable import LogtoDemo

/// A demo tenant and a client that is signed in.
final class Fixture {
  let tenant: DemoTenant
  let client: RawClient
  var token = ""

  init() throws {
    tenant = try DemoTenant.start()
    client = try #require(RawClient(port: tenant.port))
    token = try #require(signIn(scope: "all")["access_token"]?.stringValue)
  }

  func signIn(scope: String, secret: String? = nil, resource: String? = nil) -> JSONValue {
    let resource = (resource ?? tenant.resource).replacing(":", with: "%3A").replacing("/", with: "%2F")
    let form =
      "grant_type=client_credentials&resource=\(resource)&scope=\(scope)&client_id=\(tenant.appID)"
      + "&client_secret=\(secret ?? tenant.appSecret)"
    let answer = client.request(
      "POST", "/oidc/token", headers: ["Content-Type: application/x-www-form-urlencoded"], body: form)
    return (try? JSONValue.parse(answer?.body ?? [])) ?? .null
  }

  func send(_ method: String, _ path: String, _ body: String? = nil) throws -> RawClient.Answer {
    var headers = ["Authorization: Bearer \(token)"]
    if body != nil { headers.append("Content-Type: application/json") }
    return try #require(client.request(method, path, headers: headers, body: body))
  }

  func json(_ method: String, _ path: String, _ body: String? = nil) throws -> JSONValue {
    try JSONValue.parse(try send(method, path, body).body)
  }
}

struct TenantTests {
  @Test("the same requests get the same answers to the byte, at every start")
  func deterministic() throws {
    func run() throws -> [[UInt8]] {
      let fixture = try Fixture()
      return [
        try fixture.send("POST", "/api/users", #"{"username":"zoe"}"#).body,
        try fixture.send("GET", "/api/users?page_size=100").body,
        try fixture.send("GET", "/api/logs").body,
      ]
    }
    #expect(try run() == run())
  }

  @Test("every answer has a request id of its own")
  func requestIDs() throws {
    let fixture = try Fixture()
    let ids = try ["/api/users", "/api/nope", "/api/swagger.json"].map {
      try fixture.send("GET", $0).header("logto-core-request-id")
    }
    #expect(ids.allSatisfy { $0 != nil })
    #expect(Set(ids).count == 3)
  }

  @Test("what is not simulated says so with 501 and its name")
  func notSimulated() throws {
    let fixture = try Fixture()
    let script = #"{"tokenType":"client-credentials","script":"f()","token":{},"context":{}}"#
    let answer = try fixture.send("POST", "/api/configs/jwt-customizer/test", script)
    #expect(answer.status == 501)
    #expect(answer.text.contains("demo.not_simulated"))
    #expect(answer.text.contains("test_jwt_customizer"))
  }

  @Test("a body over 1 MiB is answered as an unknown route")
  func tooLarge() throws {
    let fixture = try Fixture()
    let name = String(repeating: "x", count: 1 << 20)
    let answer = try fixture.send("POST", "/api/users", #"{"name":"\#(name)"}"#)
    #expect(answer.status == 404)
    #expect(answer.text == "Not Found")
  }

  @Test("an ended token is 401, and a new one works")
  func revoked() throws {
    let fixture = try Fixture()
    fixture.tenant.revokeTokens()
    #expect(try fixture.send("GET", "/api/users").status == 401)
    fixture.token = fixture.signIn(scope: "all")["access_token"]?.stringValue ?? ""
    #expect(try fixture.send("GET", "/api/users").status == 200)
  }

  @Test("pages add up to the total, and a page past the end is empty")
  func pages() throws {
    let fixture = try Fixture()
    var ids: [String] = []
    for page in 1...4 {
      let answer = try fixture.send("GET", "/api/users?page=\(page)&page_size=5")
      #expect(answer.header("total-number") == "12")
      ids += (try JSONValue.parse(answer.body).arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    }
    #expect(ids.count == 12)
    #expect(Set(ids).count == 12)
  }

  @Test("optional pagination answers everything without a total until a page is asked for")
  func optionalPages() throws {
    let fixture = try Fixture()
    let whole = try fixture.send("GET", "/api/applications")
    #expect(whole.header("total-number") == nil)
    #expect(try JSONValue.parse(whole.body).arrayValue?.count == 5)
    let page = try fixture.send("GET", "/api/applications?page=1&page_size=2")
    #expect(page.header("total-number") == "5")
    #expect(try JSONValue.parse(page.body).arrayValue?.count == 2)
  }

  @Test(
    "pages outside 1 and sizes outside 1 to 100 are refused",
    arguments: ["page=0", "page_size=0", "page_size=101", "page=x"])
  func badPages(query: String) throws {
    let answer = try Fixture().send("GET", "/api/users?\(query)")
    #expect(answer.status == 400)
    #expect(answer.text.contains("guard.invalid_pagination"))
  }

  @Test(
    "searches find what a real tenant's find",
    arguments: [
      ("search=%25acme%25", 5), ("search.name=Ada%25", 1), ("search.name=ada%25", 1),
      ("search.name=ada%25&isCaseSensitive=true", 0), ("search.username=ad_", 1), ("search.username=ad", 0),
      ("search.username=ada&search.username=bob&mode=exact", 2), ("search.username=%5E(ada%7Cbob)%24&mode=posix", 2),
      ("search.username=(ada%7Cb%25)&mode=similar_to", 2),
      ("search.name=%25e%25&search.primaryEmail=%25globex%25&joint=and", 4),
    ])
  func search(query: String, count: Int) throws {
    #expect(try Fixture().json("GET", "/api/users?\(query)").arrayValue?.count == count)
  }

  @Test(
    "searches of unknown fields and modes are refused",
    arguments: ["search.nope=x", "search=x&mode=nope", "search.name=x&mode.nope=exact", "search=a&search=b"])
  func badSearch(query: String) throws {
    let answer = try Fixture().send("GET", "/api/users?\(query)")
    #expect(answer.status == 400)
    #expect(answer.text.contains("request.invalid_input"))
  }

  @Test("unknown keys of a body are dropped in silence")
  func unknownKeys() throws {
    let fixture = try Fixture()
    let answer = try fixture.json("POST", "/api/users", #"{"username":"zoe","usrname":"x"}"#)
    #expect(answer["username"] == "zoe")
    #expect(answer["usrname"] == nil)
  }

  @Test("custom data and profile are merged, other objects replaced whole")
  func merging() throws {
    let fixture = try Fixture()
    let user = "/api/users/\(DemoSeed.userID("ada"))"
    #expect(try fixture.json("PATCH", user + "/custom-data", #"{"customData":{"b":1}}"#) == ["b": 1, "plan": "gold"])
    #expect(try fixture.json("PATCH", user, #"{"customData":{"c":2}}"#)["customData"] == ["c": 2])
    #expect(
      try fixture.json("PATCH", user + "/profile", #"{"profile":{"nickname":"a"}}"#)
        == ["givenName": "Ada", "nickname": "a"])
  }

  @Test("a partial colour of the sign-in experience is refused, naming what is missing")
  func colour() throws {
    let answer = try Fixture().send("PATCH", "/api/sign-in-exp", ##"{"color":{"primaryColor":"#ffffff"}}"##)
    #expect(answer.status == 400)
    #expect(answer.text.contains("color.isDarkModeEnabled"))
  }

  @Test("an application's own secret is not the one to hand out")
  func internalSecret() throws {
    let fixture = try Fixture()
    let made = try fixture.json("POST", "/api/applications", #"{"name":"Job","type":"MachineToMachine"}"#)
    #expect(made["secret"]?.stringValue?.hasPrefix("#internal:") == true)
    let secrets = try fixture.json("GET", "/api/applications/\(made["id"]?.stringValue ?? "")/secrets")
    #expect(secrets[0]?["value"]?.stringValue?.hasPrefix("#internal:") == false)
    #expect(secrets[0]?["value"] != nil)
  }

  @Test("a removed user is gone from roles and organizations")
  func removal() throws {
    let fixture = try Fixture()
    #expect(try fixture.send("DELETE", "/api/users/\(DemoSeed.userID("ada"))").status == 204)
    #expect(try fixture.json("GET", "/api/roles/role-admin/users") == [])
    let members = try fixture.json("GET", "/api/organizations/acme/users").arrayValue ?? []
    #expect(members.count == 4)
    #expect(try fixture.send("DELETE", "/api/users/\(DemoSeed.userID("ada"))").status == 404)
  }

  @Test("a machine token on a user's operation is 401")
  func wrongKind() throws {
    #expect(try Fixture().send("GET", "/api/my-account").status == 401)
  }

  @Test("wrong secret, unknown resource and missing scope are told apart")
  func signIn() throws {
    let fixture = try Fixture()
    #expect(fixture.signIn(scope: "all", secret: "wrong")["error"] == "invalid_client")
    #expect(fixture.signIn(scope: "all", resource: "https://else.example")["code"] == "oidc.invalid_target")
    #expect(fixture.signIn(scope: "nothing")["scope"] == nil)
  }
}
