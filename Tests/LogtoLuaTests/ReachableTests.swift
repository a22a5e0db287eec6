import LogtoClient
import LuaRuntime
import TestSupport
import Testing

@testable import LogtoLua

/// What a script of the real runtime can get hold of, walked from `_G`: every table by `pairs` and by `next`, every key,
/// value and metatable, and what every function answers or raises when it is called wrongly.
@Suite struct ReachableTests {
  private static let walker = """
    local count = { table = 0, ["function"] = 0, thread = 0, string = 0, userdata = 0 }
    local seen, findings = {}, {}
    local function note(path, what) findings[#findings + 1] = path .. ": " .. what end

    local smells = { "secret", "token", "passw", "credential", "api_?key", "private", "authorization", "cookie" }
    local function check(path, text)
      count.string = count.string + 1
      local low = text:lower()
      -- `0x55d0c0ffee00`, and the same without its 0x.
      if low:find("0x%x%x%x%x%x") or low:find("%f[%x][567]%x%x%x%x%x%x%x%x%x%x%x%f[%X]") then
        note(path, "an address: " .. text:sub(1, 100))
      end
      if low:find("tester%-secret") or low:find("tester%-access") then note(path, "a credential") end
    end

    local visit
    local function visit_pair(path, key, value)
      local name = path .. "." .. tostring(key)
      if type(key) == "string" and type(value) == "string" and value ~= "" then
        for _, smell in ipairs(smells) do
          if key:lower():find(smell) then note(name, "a text under such a key") end
        end
      end
      visit(path .. "<key>", key)
      visit(name, value)
    end

    -- What a function says to arguments that it does not expect.
    local function probe(path, f)
      local co = coroutine.create(print)
      for i, arguments in ipairs { {}, { print }, { co, {} }, { { [print] = co } }, { "x", print, co }, { json.null } } do
        for _, result in ipairs { select(2, pcall(f, table.unpack(arguments))) } do
          if result ~= co and result ~= print then visit(path .. "(" .. i .. ")", result) end
        end
      end
    end

    function visit(path, value)
      local kind = type(value)
      if kind == "string" then return check(path, value) end
      if kind == "userdata" then
        count.userdata = count.userdata + 1
        if value ~= json.null then note(path, "userdata") end
      end
      if kind == "nil" or kind == "number" or kind == "boolean" or seen[value] then return end
      seen[value] = true
      count[kind] = count[kind] + 1
      check(path, tostring(value))
      check(path, string.format("%s %p", value, value))
      if kind == "table" then
        for key, inner in pairs(value) do visit_pair(path, key, inner) end
        for key, inner in next, value do visit_pair(path, key, inner) end
        visit(path .. "<metatable>", getmetatable(value))
      elseif kind == "function" then
        probe(path, value)
      end
    end

    """

  private static let part = """
    user = logto.get_user{ user_id = "u1" }
    caught = select(2, pcall(logto.get_user, { user_id = ".." }))
    unknown = select(2, pcall(function() return logto.no_such_function end))
    page = docs.read("create_user")
    waiting = coroutine.create(function() coroutine.yield(print) end)
    coroutine.resume(waiting)

    """

  @Test func `neither userdata nor a secret nor an address can be reached from the globals`() async throws {
    let tenant = try FakeTenant(json: #"{"id":"u1","profile":{"address":{"country":"AT"}},"lastSignInAt":null}"#)
    let outcome = try await run(
      Self.walker + Self.part + """
        -- They would end the run, or the walk's own text.
        for _, skipped in ipairs { visit, probe, check, note, sleep, print, log, inspect } do seen[skipped] = true end
        visit("_G", _G)
        visit("('')", getmetatable(""))
        return { findings = json.array(findings), count = count }
        """, against: tenant
    ) { configuration in
      configuration.limits.output = .megabytes(16)
      configuration.limits.result = .megabytes(4)
      configuration.limits.time = .seconds(300)
    }
    #expect(outcome.error == nil, "\(outcome.failure)")
    #expect(outcome.result["findings"] == .array([]))
    let count = outcome.result["count"]
    #expect(count?["function"]?.integerValue ?? 0 > 400)
    #expect(count?["table"]?.integerValue ?? 0 > 30)
    #expect(count?["string"]?.integerValue ?? 0 > 3000)
    #expect(count?["thread"]?.integerValue ?? 0 >= 1)
  }

  @Test func `the walk finds what is planted`() async throws {
    let planted = """
      planted = {
        deep = setmetatable({}, { __index = { "at 0x55d0c0ffee00" } }), apiKey = "k", ["7f12345678ab"] = 1,
        f = function() error("table: 0x7f1234567890") end, credential = { "tester-secret-value" },
      }
      visit("planted", planted)
      table.sort(findings)
      return findings
      """
    let outcome = try await run(Self.walker + planted, against: FakeTenant())
    #expect(outcome.error == nil, "\(outcome.failure)")
    let texts = outcome.result.arrayValue?.compactMap(\.stringValue) ?? []
    #expect(texts.contains { $0.contains("deep<metatable>.__index.1: an address") })
    #expect(texts.contains("planted.apiKey: a text under such a key"))
    #expect(texts.contains { $0.hasPrefix("planted<key>: an address") })
    #expect(texts.contains { $0.hasPrefix("planted.f(1): an address") })
    #expect(texts.contains("planted.credential.1: a credential"))
  }
}
