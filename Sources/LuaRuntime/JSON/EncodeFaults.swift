// What the encoder says of a value that is not JSON. Kept out of the way of what it says of all others.
import CLua
import JSON

extension LuaEncoder {
  @inline(never)
  mutating func fail(_ problem: String) -> Bool {
    failure = EncodingError(path: "", problem: problem)
    return false
  }

  /// Why the encoder gives up, apart from what the value is.
  enum Limit: String {
    case stopped = "was not written: the run was stopped"
    case tooLarge = "is larger than the memory allows"
    case noStack = "does not fit on the stack"
  }

  @inline(never)
  mutating func limit(_ limit: Limit) -> Bool {
    failure = EncodingError(path: "", problem: limit.rawValue, isLimit: true)
    return false
  }

  /// The key on top or below the top is none that its table may have.
  @inline(never)
  mutating func badKey(amongNames: Bool) -> Bool {
    let type = lua_type(state, amongNames ? -2 : -1)
    if type == LUA_TNUMBER && lua_isinteger(state, amongNames ? -2 : -1) == 0 {
      return fail("has a key that is a number with a fraction; JSON's keys are strings")
    }
    if type == LUA_TNUMBER || type == LUA_TSTRING {
      return fail("has both list elements and named fields; JSON has no such value")
    }
    return fail("has a key that is a \(String(cString: lua_typename(state, type))); JSON's keys are strings")
  }

  @inline(never)
  mutating func hole(upTo largest: lua_Integer) -> Bool {
    var missing: lua_Integer = 1
    while missing < largest {
      lua_rawgeti(state, -1, missing)
      let isNil = lua_type(state, -1) == LUA_TNIL
      lua_settop(state, -2)
      if isNil { break }
      missing += 1
    }
    return fail(
      "is a list with a hole: [\(missing)] is nil where [\(largest)] is there (json.null is an empty element)")
  }

  /// A table that holds itself is met again on the way down to the greatest depth.
  @inline(never)
  mutating func tooDeep() -> Bool {
    var open: [UnsafeRawPointer?] = []
    for slot in (base + 1)...lua_gettop(state) where lua_type(state, slot) == LUA_TTABLE {
      let table = lua_topointer(state, slot)
      if open.contains(table) {
        // The path ends where the circle closes for the first time.
        deepest = open.count
        return fail("is a cycle: it is a table that holds it")
      }
      open.append(table)
    }
    return fail("is nested deeper than \(maxDepth)")
  }

  /// Backing out of the table that is open: the way to the failure led over this key.
  @inline(never)
  mutating func backOut(of key: UnsafeRawBufferPointer) -> Bool {
    if depth <= deepest { path.prepend(.key(String(decoding: key, as: UTF8.self))) }
    return false
  }

  @inline(never)
  mutating func backOut(of index: lua_Integer) -> Bool {
    if depth <= deepest { path.prepend(.index(index)) }
    return false
  }

  @inline(never)
  mutating func badType() -> Bool {
    fail("is a \(String(cString: lua_typename(state, lua_type(state, -1)))), which JSON cannot hold")
  }

  @inline(never)
  mutating func badIndex(_ key: lua_Integer) -> Bool {
    fail("has the key [\(key)], which neither an array nor an object can have")
  }

  @inline(never)
  mutating func badNumber(_ number: Double) -> Bool {
    fail(number.isNaN ? "is NaN, no number" : "is infinite")
  }

  /// A string, or a key, that is not UTF-8.
  @inline(never)
  mutating func badText(_ key: UnsafeRawBufferPointer?) -> Bool {
    guard let key else { return fail("is not valid UTF-8") }
    return fail("has a key that is not valid UTF-8: \(TextQuoting.quoted(key, limit: 64))")
  }
}
