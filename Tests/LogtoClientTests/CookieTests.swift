import HTTPTransport
import Testing

@testable import LogtoClient

@Suite struct CookieTests {
  private let now: Double = 1_795_410_000

  private func cookie(_ line: String, path: String = "/oidc/auth") -> Cookie? {
    Cookie(setCookie: line, requestPath: path, unixTime: now)
  }

  private func jar(_ lines: [String], path: String = "/oidc/auth") -> CookieJar {
    var jar = CookieJar()
    jar.store(HTTPHeaders(lines.map { HTTPHeader("Set-Cookie", $0) }), requestPath: path, unixTime: now)
    return jar
  }

  @Test func `a recorded line is read`() throws {
    let read = try #require(
      cookie("_interaction.sig=tp8KuDRy; path=/; expires=Mon, 23 Nov 2026 07:02:22 GMT; samesite=lax; httponly"))
    #expect(read.name == "_interaction.sig" && read.value == Secret("tp8KuDRy") && read.path == "/")
    #expect(read.expires == 1_795_417_342)
  }

  @Test func `a value with braces and quotes goes back as it came`() {
    let jar = jar([#"_logto={"appId":"x"}; path=/; samesite=lax"#])
    #expect(jar.header(path: "/api/experience", unixTime: now) == #"_logto={"appId":"x"}"#)
  }

  @Test(arguments: ["", "=x", "novalue", "a\u{1}=b", "a=b\r\nX: y", String(repeating: "x", count: 5000) + "=1"])
  func `what is no cookie is ignored`(_ line: String) {
    #expect(cookie(line) == nil)
  }

  @Test(arguments: [
    ("/", "/api/experience", true), ("/oidc/auth/x", "/oidc/auth/x", true), ("/oidc/auth/x", "/oidc/auth/x/y", true),
    ("/oidc/auth/x", "/oidc/auth/xy", false), ("/oidc/auth/x", "/api", false), ("/oidc/", "/oidc/me", true),
  ])
  func `a cookie goes where its path says`(_ path: String, _ request: String, _ goes: Bool) {
    #expect((jar(["a=b; path=\(path)"]).header(path: request, unixTime: now) != nil) == goes)
  }

  @Test func `without a path it is that of the request's folder`() {
    #expect(cookie("a=b", path: "/oidc/auth/x")?.path == "/oidc/auth")
    #expect(cookie("a=b", path: "/oidc")?.path == "/")
    #expect(cookie("a=b; path=x", path: "/oidc/auth")?.path == "/oidc")
  }

  @Test func `a cookie ends at its time, and one that has ended removes its namesake`() {
    var jar = jar(["a=1; path=/; max-age=10; expires=Thu, 01 Jan 1970 00:00:00 GMT", "b=2; path=/"])
    #expect(jar.header(path: "/", unixTime: now) == "a=1; b=2")
    #expect(jar.header(path: "/", unixTime: now + 10) == "b=2")
    jar.store(["Set-Cookie": "b=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT"], requestPath: "/", unixTime: now)
    #expect(jar.cookies.map(\.name) == ["a"])
  }

  @Test func `a date that has just passed shows that clocks disagree, and removes nothing`() {
    let jar = jar(["a=1; path=/; expires=Sat, 01 Nov 2025 00:00:00 GMT"])
    #expect(jar.header(path: "/", unixTime: now) == "a=1")
  }

  @Test func `a later value replaces the earlier one, and longer paths go first`() {
    let jar = jar(["a=1; path=/", "a=2; path=/", "a=3; path=/oidc"])
    #expect(jar.header(path: "/oidc/auth", unixTime: now) == "a=3; a=2")
  }

  @Test func `a flood of cookies neither fills the jar nor the header`() {
    let flood = jar((0..<1000).map { "c\($0)=\(String(repeating: "x", count: 500)); path=/" })
    #expect(flood.cookies.count <= CookieJar.most)
    #expect((flood.header(path: "/", unixTime: now) ?? "").utf8.count <= CookieJar.mostHeaderBytes)
  }

  @Test func `a jar shows no values`() {
    Secrets.expectNone(in: jar(["a=\(Secrets.cookie); path=/"]))
  }
}
