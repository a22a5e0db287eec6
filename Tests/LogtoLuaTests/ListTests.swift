import HTTPServer
import JSON
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lists, page by page.
@Suite struct ListTests {
  /// A tenant with so many users, numbered from 1.
  private func tenant(_ count: Int, isCapped: Bool = false) throws -> FakeTenant {
    try FakeTenant { request, _ in
      if request.method == "DELETE" { return ServerResponse(status: 204) }
      let page = request.queryValue("page").flatMap { Int($0) } ?? 1
      let size = request.queryValue("page_size").flatMap { Int($0) } ?? 20
      let first = (page - 1) * size + 1
      let last = min(count, page * size)
      let users = first <= last ? (first...last).map { #"{"id":"u\#($0)","username":"user\#($0)"}"# } : []
      var response = ServerResponse.json(Array("[\(users.joined(separator: ","))]".utf8))
      response.headers.append(ServerHeader("Total-Number", isCapped ? "10" : "\(count)"))
      if isCapped { response.headers.append(ServerHeader("Total-Number-Is-Capped", "true")) }
      return response
    }
  }

  @Test(arguments: [0, 1, 99, 100, 101, 250])
  func `each visits every element once, in order, 100 a page`(_ count: Int) async throws {
    let tenant = try tenant(count)
    let outcome = try await run(
      """
      local ids = json.array{}
      for user in logto.each('list_users') do ids[#ids + 1] = user.id end
      return ids
      """, against: tenant)
    let ids = count == 0 ? [] : (1...count).map { JSONValue.string("u\($0)") }
    #expect(outcome.result == .array(ids), "\(outcome.failure)")
    #expect(tenant.seen.count == max(1, (count + 99) / 100))
    #expect(tenant.seen.allSatisfy { $0.queryValue("page_size") == "100" })
  }

  @Test func `the next page is on its way while this one is used`() async throws {
    let users = (1...100).map { #"{"id":"u\#($0)"}"# }.joined(separator: ",")
    let arrived = Mutex(0)
    let tenant = try FakeTenant { request, _ in
      arrived.withLock { $0 += 1 }
      var response = ServerResponse.json(Array("[\(users)]".utf8))
      response.headers.append(ServerHeader("Total-Number", "300"))
      return response
    }
    let outcome = try await run(
      "for user in logto.each('list_users') do log(user.id) return end", against: tenant
    ) {
      // The script computes until the second page has been asked for: no turn of the loop helps it.
      $0.log = { _ in while arrived.withLock({ $0 }) < 2 { sched_yield() } }
    }
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(tenant.seen.map { $0.queryValue("page") } == ["1", "2"])
  }

  @Test func `a capped total does not end the iteration`() async throws {
    let tenant = try tenant(150, isCapped: true)
    let outcome = try await run("return #logto.all('list_users')", against: tenant)
    #expect(outcome.result == 150, "\(outcome.failure)")
  }

  @Test func `page and page size are errors there`() async throws {
    let tenant = try tenant(1)
    let outcome = try await run("for u in logto.each('list_users', { page = 2 }) do end", against: tenant)
    #expect(outcome.failure.contains("'page' is no argument here"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `a list that is not paged is read once`() async throws {
    let tenant = try FakeTenant(json: #"[{"id":"d1"},{"id":"d2"}]"#)
    let outcome = try await run(
      "local n = 0 for d in logto.each('list_domains') do n = n + 1 end return n", against: tenant)
    #expect(outcome.result == 2, "\(outcome.failure)")
    #expect(tenant.seen.count == 1)
  }

  @Test func `an operation that answers an object says which field to read`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("for x in logto.each('get_user', { user_id = 'a' }) do end", against: tenant)
    #expect(outcome.failure.contains("answers one value, not a list"))
    #expect(outcome.failure.contains("get_user"))
    #expect(tenant.seen.isEmpty)
  }

  @Test func `the one paged operation that answers an object is read through its field`() async throws {
    let tenant = try FakeTenant { _, _ in
      var response = ServerResponse.json(Array(#"{"organizations":[{"id":"o1"}]}"#.utf8))
      response.headers.append(ServerHeader("Total-Number", "1"))
      return response
    }
    let outcome = try await run(
      "return logto.all('list_application_user_consent_organizations', { id = 'a', user_id = 'u' })[1].id",
      against: tenant)
    #expect(outcome.result == "o1", "\(outcome.failure)")
  }

  @Test func `each raises when the script itself shrinks the list between two pages`() async throws {
    let shrinking = try FakeTenant { request, number in
      if request.method == "DELETE" { return ServerResponse(status: 204) }
      let page = request.queryValue("page").flatMap { Int($0) } ?? 1
      let users = (1...100).map { #"{"id":"u\#(page * 100 + $0)"}"# }
      var response = ServerResponse.json(Array("[\(users.joined(separator: ","))]".utf8))
      response.headers.append(ServerHeader("Total-Number", page < 3 ? "500" : "400"))
      return response
    }
    let outcome = try await run(
      """
      for user in logto.each('list_users') do logto.delete_user{ user_id = user.id } end
      """, against: shrinking)
    #expect(outcome.failure.contains("shrank from 500 to 400"), "\(outcome.failure)")
    #expect(outcome.failure.contains("logto.all"))
  }

  @Test func `all collects up to a limit and asks for no more than that`() async throws {
    let tenant = try tenant(250)
    let outcome = try await run("return #logto.all('list_users', {}, { limit = 5 })", against: tenant)
    #expect(outcome.result == 5, "\(outcome.failure)")
    #expect(tenant.seen.map { $0.queryValue("page_size") } == ["5"])
  }

  @Test func `an empty collection is a list`() async throws {
    let tenant = try tenant(0)
    #expect(try await run("return logto.all('list_users')", against: tenant).result == [])
  }

  @Test func `count is the total, read with one small page`() async throws {
    let tenant = try tenant(250)
    let outcome = try await run("return logto.count('list_users')", against: tenant)
    #expect(outcome.result == 250, "\(outcome.failure)")
    #expect(tenant.seen.map(\.queryTexts) == [["page=1", "page_size=1"]])
  }

  @Test func `find gives the one element whose fields are equal`() async throws {
    let tenant = try tenant(120)
    let outcome = try await run("return logto.find('list_users', { id = 'u110' }).username", against: tenant)
    #expect(outcome.result == "user110", "\(outcome.failure)")
  }

  @Test func `find narrows by a field that the tenant compares exactly`() async throws {
    let tenant = try FakeTenant(json: #"[{"id":"u1","username":"Ada"},{"id":"u2","username":"ada"}]"#)
    let outcome = try await run("return logto.find('list_users', { username = 'ada' }).id", against: tenant)
    #expect(outcome.result == "u2", "\(outcome.failure)")
    #expect(tenant.seen.first?.queryTexts.contains("search.username=ada") == true)
    #expect(tenant.seen.first?.queryTexts.contains("mode=exact") == true)
  }

  @Test func `none and several are errors`() async throws {
    let tenant = try FakeTenant(json: #"[{"id":"u1","name":"A"},{"id":"u2","name":"A"}]"#)
    #expect(
      try await run("logto.find('list_users', { name = 'B' })", against: tenant).failure.contains(
        "no element has name = 'B'"))
    #expect(
      try await run("logto.find('list_users', { name = 'A' })", against: tenant).failure.contains("more than one"))
  }

  @Test func `a field that the elements do not have is an error`() async throws {
    let tenant = try FakeTenant(json: "[]")
    let outcome = try await run("logto.find('list_users', { user_name = 'B' })", against: tenant)
    #expect(outcome.failure.contains("did you mean 'username'?"), "\(outcome.failure)")
    #expect(tenant.seen.isEmpty)
  }
}
