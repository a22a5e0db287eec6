// Arrays: tables whose keys are 1, 2, 3… and no other.
import CLua
import CLuaGuard
import JSON

extension LuaEncoder {
  private func element(of schema: SchemaID) -> SchemaID {
    guard schema != .none, let schemas else { return .none }
    return schemas.element(of: schema)
  }

  /// The first key and its value are on the stack.
  mutating func array(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    let start = writer.mark
    let element = element(of: schema)
    writer.beginArray()
    var expected: lua_Integer = 1
    repeat {
      guard lua_isinteger(state, -2) != 0, lua_tointegerx(state, -2, nil) == expected else {
        lua_settop(state, -3)
        writer.back(to: start)
        return scattered(element, &writer)
      }
      guard value(element, &writer) else {
        return backOut(of: expected)
      }
      lua_settop(state, -2)
      expected &+= 1
      if expected & 0xFFF == 0, guard_should_stop(state) || writer.isOverLimit { return limit(.stopped) }
    } while lua_next(state, -2) != 0
    writer.endArray()
    return true
  }

  /// The keys did not come as 1, 2, 3…: still an array if they are all there, in whatever order.
  private mutating func scattered(_ element: SchemaID, _ writer: inout JSONWriter) -> Bool {
    var count: lua_Integer = 0
    var largest: lua_Integer = 0
    lua_pushnil(state)
    while lua_next(state, -2) != 0 {
      lua_settop(state, -2)
      guard lua_type(state, -1) == LUA_TNUMBER, lua_isinteger(state, -1) != 0 else {
        return badKey(amongNames: false)
      }
      let key = lua_tointegerx(state, -1, nil)
      guard key >= 1 else { return badIndex(key) }
      largest = max(largest, key)
      count += 1
      if count & 0xFFF == 0, guard_should_stop(state) { return limit(.stopped) }
    }
    guard largest == count else { return hole(upTo: largest) }
    writer.beginArray()
    for index in 1...count {
      lua_rawgeti(state, -1, index)
      guard value(element, &writer) else {
        return backOut(of: index)
      }
      lua_settop(state, -2)
      if index & 0xFFF == 0, guard_should_stop(state) || writer.isOverLimit { return limit(.stopped) }
    }
    writer.endArray()
    return true
  }
}
