// Results whose fields are checked when they are read.
import LuaRuntime
import Testing

@Suite struct JSONStrictTests {
  private let user =
    #"{"id":"u1","username":"ada","name":null,"tags":[],"customData":{"x":1},"profile":{"nickname":"A"}}"#

  private func value(_ source: String, of json: String? = nil) throws -> String? {
    let outcome = try TestHost().run(source, answering: json ?? user)
    if let error = outcome.error { return "error: \(error.message)" }
    return outcome.value
  }

  @Test func `documented fields read, absent ones as nil`() throws {
    #expect(try value("return host.user().username") == "ada")
    #expect(try value("return host.user().name") == "nil")
  }

  @Test func `another field raises and names the nearest`() throws {
    #expect(try value("return host.user().usrname") == "error: no field 'usrname'; did you mean 'username'?")
    #expect(
      try value("return host.users()[1].usrname", of: "[\(user)]")
        == "error: no field 'usrname'; did you mean 'username'?")
  }

  @Test func `open and free-form data read nil`() throws {
    #expect(try value("return host.user().customData.nothing") == "nil")
    #expect(try value("return host.user().profile.nothing") == "nil")
    #expect(try value("return host.free().nothing") == "nil")
  }

  @Test func `a name on a list raises, an index beyond it reads nil`() throws {
    #expect(try value("return host.users().data", of: "[]")?.contains("this is the list itself") == true)
    #expect(try value("return host.users()[7]", of: "[]") == "nil")
    #expect(try value("local n = 0 for _ in ipairs(host.users()) do n = n + 1 end return n", of: "[\(user)]") == "1")
    #expect(try value("return table.unpack(host.user().tags)") == nil)
    #expect(try value("return select('#', table.unpack(host.users(), 1, 3))", of: "[]") == "3")
    #expect(try value("local t = host.users() table.remove(t) table.insert(t, 1) return #t", of: "[]") == "1")
  }

  @Test func `results are changed and written back`() throws {
    #expect(
      try value("local u = host.user() u.extra = {} u.username = nil return json.encode(u, {sorted = true})")
        == #"{"customData":{"x":1},"extra":{},"id":"u1","profile":{"nickname":"A"},"tags":[]}"#)
  }

  @Test func `an object where a list was documented is read as it is`() throws {
    #expect(try value("return host.users().anything", of: "{}") == "nil")
    #expect(try value("return host.user()[1]", of: "[5]") == "5")
  }

  @Test func `the error is caught like any other`() throws {
    #expect(try value("local ok, e = pcall(function() return host.user().x end) return e.kind") == "script")
  }
}
