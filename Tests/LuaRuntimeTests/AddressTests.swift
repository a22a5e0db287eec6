import CLua
import Testing

@testable import LuaRuntime

/// No text that a script or its host gets to see holds the address of an object: the host notes the addresses, which it
/// alone can, and all texts are searched for them.
@Suite struct AddressTests {
  private static let script = """
    local objects = { {}, function() end, print, string.rep, coroutine.create(print), coroutine.running(), _G, string, utf8,
      host, host.see, setmetatable({}, { __name = "thing" }), setmetatable({}, { __tostring = error }),
      coroutine.wrap(print), json.array{}, json.object{}, pairs, load("return 1"), math.random, os.time }
    local texts = {}
    local function keep(...)
      for i = 1, select("#", ...) do
        local value = select(i, ...)
        if type(value) == "string" then texts[#texts + 1] = value end
        if type(value) == "table" then
          for _, inner in pairs(value) do if type(inner) == "string" then texts[#texts + 1] = inner end end
        end
      end
    end
    for _, object in ipairs(objects) do
      host.see(object)
      keep(pcall(tostring, object))
      keep(pcall(string.format, "%s %p %10p %-20s", object, object, object, object))
      keep(pcall(string.format, "%q", object))
      keep(pcall(string.rep, object))
      keep(pcall(error, object))
      if type(object) ~= "function" then keep(pcall(load, object)) end
      keep(pcall(function() return object .. "" end))
      keep(pcall(function() return object + 1 end))
      keep(pcall(function() return object < object end))
      keep(pcall(function() return object.a.b end))
      keep(pcall(function() for i = object, 2 do end end))
      keep(pcall(function() local x <close> = object end))
      keep(pcall(table.concat, { object }))
      keep(pcall(json.encode, { [object] = object }))
      keep(pcall(json.encode, object))
      keep(pcall(coroutine.close, object))
      keep(pcall(setmetatable, object, object))
      keep(xpcall(function() error(object) end, function(m) return tostring(m) end))
      pcall(print, object)
      pcall(inspect, object)
      pcall(print, { object, [object] = object })
    end
    for _, text in ipairs(texts) do print(text) end
    """

  /// The addresses of what `host.see` was given, as a script could have come to see them.
  private static func spellings(_ address: UInt) -> [String] { [String(address, radix: 16), String(address)] }

  @Test(arguments: ["", " error(objects)", " error(setmetatable({}, {__name = 'it'}))", " local x = objects.a.b"])
  func `no text holds the address of an object`(_ ending: String) throws {
    let host = TestHost()
    var addresses: Set<UInt> = []
    host.function("see") { arguments in
      if let slot = arguments.slot(0), let pointer = lua_topointer(arguments.state, slot) {
        addresses.insert(UInt(bitPattern: pointer))
      }
      return .nothing
    }
    let outcome = try host.run(Self.script + ending, limits: Limits(output: .megabytes(4)))
    #expect((outcome.error == nil) == ending.isEmpty)
    #expect(addresses.count >= 18)
    #expect(host.text.utf8.count > 8000)
    let all = host.text.lowercased() + (outcome.error.map { "\($0.message) \($0.traceback) \($0.fields)" } ?? "")
    for address in addresses {
      for spelling in Self.spellings(address) { #expect(!all.contains(spelling), "\(spelling)") }
    }
  }
}
