import HTTPServer
import JSON
import Synchronization
import TestSupport
import Testing

@testable import LogtoLua

/// Calls that wait at the same time.
@Suite struct ParallelTests {
  /// Answers `{"id": …}` once so many requests are there at the same time, so that a script that waits for one after
  /// the other would never end.
  private func meeting(_ count: Int) throws -> FakeTenant {
    let gate = MeetingPoint(count)
    return try FakeTenant(answering: { request, _ in
      await gate.arrive()
      return .json(Array(#"{"id":"\#(request.pathSegments.last ?? "")"}"#.utf8))
    })
  }

  @Test func `map has calls in flight together and keeps the order`() async throws {
    let tenant = try meeting(4)
    let outcome = try await run(
      """
      local ids = {}
      for i = 1, 8 do ids[i] = 'u' .. i end
      local users = parallel.map(ids, function(id) return logto.get_user{ user_id = id }.id end, { concurrency = 4 })
      return users
      """, against: tenant)
    #expect(outcome.result == .array((1...8).map { .string("u\($0)") }), "\(outcome.failure)")
  }

  @Test func `a branch that fails is closed, and its handlers may wait and fail themselves`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u"}"#)
    let outcome = try await run(
      """
      local seen = {}
      local function closing(name, body)
        return setmetatable({}, { __close = function(_, err) seen[#seen + 1] = name .. ' ' .. tostring(err) body() end })
      end
      local results = parallel.settle{
        function()
          local first <close> = closing('first', function() end)
          local second <close> = closing('second', function() logto.get_user{ user_id = 'u' } end)
          error('failed', 0)
        end,
        function() local third <close> = closing('third', function() error('instead', 0) end) error('lost', 0) end,
      }
      return { results[1].error, results[2].error, table.concat(seen, ', ') }
      """, against: tenant)
    #expect(
      outcome.result == ["failed", "instead", "second failed, first failed, third lost"], "\(outcome.failure)")
    #expect(tenant.seen.count == 1)
  }

  @Test func `all runs functions together`() async throws {
    let tenant = try meeting(2)
    let outcome = try await run(
      """
      local a, b = table.unpack(parallel.all{
        function() return logto.get_user{ user_id = 'a' }.id end,
        function() return logto.get_user{ user_id = 'b' }.id end,
      })
      return a .. b
      """, against: tenant)
    #expect(outcome.result == "ab", "\(outcome.failure)")
  }

  @Test func `settle says how each ended`() async throws {
    let tenant = try FakeTenant { request, _ in
      request.pathSegments.last == "b"
        ? .json(Array(#"{"code":"entity.not_found","message":"x"}"#.utf8), status: 404)
        : .json(Array(#"{"id":"a"}"#.utf8))
    }
    let outcome = try await run(
      """
      local r = parallel.settle{
        function() return logto.get_user{ user_id = 'a' }.id end,
        function() return logto.get_user{ user_id = 'b' }.id end,
        function() error('own') end,
      }
      return { r[1].ok, r[1].value, r[2].ok, r[2].error.code, r[3].ok }
      """, against: tenant)
    #expect(outcome.result == [true, "a", false, "entity.not_found", false], "\(outcome.failure)")
  }

  @Test func `the first error is raised and no further call is begun`() async throws {
    let tenant = try FakeTenant { _, _ in .json(Array(#"{"code":"entity.not_found","message":"x"}"#.utf8), status: 404)
    }
    let outcome = try await run(
      """
      local ids = {}
      for i = 1, 100 do ids[i] = 'u' .. i end
      parallel.map(ids, function(id) return logto.get_user{ user_id = id } end, { concurrency = 2 })
      """, against: tenant)
    #expect(outcome.error?.kind == .http)
    #expect(tenant.seen.count <= 4)
  }

  @Test func `nested use works`() async throws {
    let tenant = try meeting(4)
    let outcome = try await run(
      """
      return parallel.map({ 'a', 'b' }, function(x)
        return table.concat(parallel.map({ '1', '2' }, function(y)
          return logto.get_user{ user_id = x .. y }.id
        end), ',')
      end)
      """, against: tenant)
    #expect(outcome.result == ["a1,a2", "b1,b2"], "\(outcome.failure)")
  }

  @Test func `a generator that calls the tenant works inside of a branch`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"x"}"#)
    let outcome = try await run(
      """
      return parallel.map({ 1, 2 }, function(n)
        local next_id = coroutine.wrap(function()
          for i = 1, n do coroutine.yield(logto.get_user{ user_id = 'u' .. i }.id) end
        end)
        local ids = ''
        for id in next_id do ids = ids .. id end
        return ids
      end)
      """, against: tenant)
    #expect(outcome.result == ["x", "xx"], "\(outcome.failure)")
  }

  @Test func `no more calls are in flight than the concurrency says`() async throws {
    let gate = MeetingPoint(3)
    let flight = Mutex((now: 0, most: 0))
    let tenant = try FakeTenant(answering: { _, _ in
      flight.withLock { flight in
        flight.now += 1
        flight.most = max(flight.most, flight.now)
      }
      await gate.arrive()
      flight.withLock { $0.now -= 1 }
      return .json(Array(#"{"id":"x"}"#.utf8))
    })
    let outcome = try await run(
      """
      local ids = {}
      for i = 1, 12 do ids[i] = 'u' .. i end
      return #parallel.map(ids, function(id) return logto.get_user{ user_id = id } end, { concurrency = 3 })
      """, against: tenant)
    #expect(outcome.result == 12, "\(outcome.failure)")
    #expect(flight.withLock { $0.most } == 3)
  }

  @Test func `after the first error reads are given up and a write under way is waited for`() async throws {
    let isWritten = WaitCell<Bool>()
    let hasFailed = WaitCell<Bool>()
    let isGone = WaitCell<Bool>()
    let arrived = MeetingPoint(3)
    let tenant = try FakeTenant(answering: { request, _ in
      await arrived.arrive()
      switch request.pathSegments.last {
      case "written":
        // Answers when the error has been on its way for a while.
        await hasFailed.wait()
        for _ in 0..<100 { await Task.yield() }
        isWritten.fill(true)
        return .json(Array(#"{"id":"written"}"#.utf8))
      case "read":
        try? await Task.sleep(for: .seconds(3600))
        isGone.fill(true)
        return .json(Array("{}".utf8))
      default:
        hasFailed.fill(true)
        return .json(Array(#"{"code":"entity.not_found","message":"x"}"#.utf8), status: 404)
      }
    })
    let outcome = try await run(
      """
      local after = 'nothing'
      local ok, err = pcall(parallel.all, {
        function() logto.update_user{ user_id = 'written', name = 'x' } after = 'went on' end,
        function() logto.get_user{ user_id = 'read' } after = 'went on' end,
        function() logto.get_user{ user_id = 'fails' } end,
      })
      return { ok, err.code, after }
      """, against: tenant)
    #expect(outcome.result == [false, "entity.not_found", "nothing"], "\(outcome.failure)")
    #expect(outcome.writes.map(\.state) == [.done])
    #expect(isWritten.isOver)
    await isGone.wait()
  }

  @Test func `a limit ends branches that wait`() async throws {
    let hasArrived = WaitCell<Bool>()
    let isGone = WaitCell<Bool>()
    let tenant = try FakeTenant(answering: { request, _ in
      if request.pathSegments.last == "u1" {
        await hasArrived.wait()
        return .json(Array(#"{"id":"x"}"#.utf8))
      }
      hasArrived.fill(true)
      try? await Task.sleep(for: .seconds(3600))
      isGone.fill(true)
      return .json([])
    })
    let outcome = try await run(
      """
      parallel.all{
        function() logto.get_user{ user_id = 'u2' } end,
        function() logto.get_user{ user_id = 'u1' } logto.get_user{ user_id = 'u3' } end,
      }
      """, against: tenant
    ) { $0.limits.calls = 2 }
    #expect(outcome.error?.fields["limit"] == "calls")
    await isGone.wait()
  }

  @Test func `a page that nobody takes is given up`() async throws {
    let hasArrived = WaitCell<Bool>()
    let isGone = WaitCell<Bool>()
    let tenant = try FakeTenant(answering: { request, _ in
      if request.pathSegments.last == "u0" {
        await hasArrived.wait()
        return .json(Array(#"{"id":"u0"}"#.utf8))
      }
      if request.queryTexts.contains("page=2") {
        hasArrived.fill(true)
        try? await Task.sleep(for: .seconds(3600))
        isGone.fill(true)
      }
      let list = (0..<100).map { JSONValue.object(["id": .string("u\($0)")]) }
      return .json(JSONValue.array(list).encoded())
    })
    let outcome = try await run(
      "for user in logto.each('list_users') do return logto.get_user{ user_id = user.id }.id end", against: tenant)
    #expect(outcome.result == "u0", "\(outcome.failure)")
    await isGone.wait()
  }

  @Test func `sleeping branches sleep together`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      "parallel.map({ 1, 2, 3, 4, 5, 6, 7, 8 }, function() sleep(0.05) end) return true", against: tenant)
    #expect(outcome.result == true, "\(outcome.failure)")
    #expect(outcome.elapsed < .milliseconds(400))
  }

  @Test func `limits count over all branches`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run(
      """
      local ids = {}
      for i = 1, 20 do ids[i] = 'u' .. i end
      parallel.settle({ function() parallel.map(ids, function(id) logto.get_user{ user_id = id } end) end })
      """, against: tenant
    ) { $0.limits.calls = 5 }
    #expect(outcome.error?.fields["limit"] == "calls")
    #expect(tenant.seen.count <= 5)
  }

  @Test func `a misspelt option is an error`() async throws {
    let tenant = try FakeTenant()
    let outcome = try await run("parallel.map({}, print, { concurency = 2 })", against: tenant)
    #expect(outcome.failure.contains("'concurrency'"), "\(outcome.failure)")
  }
}
