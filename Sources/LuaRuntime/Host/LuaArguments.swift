import CLua
import CLuaGuard

/// The arguments of a host call, or the results of a chunk: a view of values on the Lua stack, counted from 0.
///
/// Good until the call returns that it was given to; it must not be kept. Nothing here raises or runs script code
/// (tables are read without their metamethods).
public struct LuaArguments {
  let state: OpaquePointer
  let first: Int32
  /// How many arguments there are.
  public let count: Int

  /// The place on the Lua stack, for the functions of the C API that do not raise.
  func slot(_ index: Int) -> Int32? {
    index >= 0 && index < count ? first + Int32(index) : nil
  }

  /// The value's type; `nil` where there is no argument.
  public func type(_ index: Int) -> LuaType {
    guard let slot = slot(index) else { return .none }
    switch lua_type(state, slot) {
    case LUA_TNIL: return .nil
    case LUA_TBOOLEAN: return .boolean
    case LUA_TNUMBER: return .number
    case LUA_TSTRING: return .string
    case LUA_TTABLE: return .table
    case LUA_TFUNCTION: return .function
    case LUA_TTHREAD: return .thread
    case LUA_TLIGHTUSERDATA: return lua_touserdata(state, slot) == nil ? .null : .userdata
    case LUA_TNONE: return .none
    default: return .userdata
    }
  }

  /// A string's text. Nil for other types (numbers are not converted), and where it is not UTF-8.
  public func string(_ index: Int) -> String? {
    withBytes(index) { bytes in
      // The check is code that is not specialised: ten times the work of making the text. Nearly all is ASCII.
      if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
      return String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    } ?? nil
  }

  /// A string's bytes. Nil for other types.
  public func bytes(_ index: Int) -> [UInt8]? {
    withBytes(index) { Array($0) }
  }

  /// A string's bytes, without a copy.
  public func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TSTRING else { return nil }
    var length = 0
    let bytes = lua_tolstring(state, slot, &length)
    return try body(UnsafeRawBufferPointer(start: bytes, count: length))
  }

  /// An integer, or a float with a whole value that fits one. Strings are not converted.
  public func integer(_ index: Int) -> Int64? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TNUMBER else { return nil }
    var isInteger: Int32 = 0
    let value = lua_tointegerx(state, slot, &isInteger)
    return isInteger != 0 ? value : nil
  }

  /// A number of either kind. Strings are not converted.
  public func number(_ index: Int) -> Double? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TNUMBER else { return nil }
    return lua_tonumberx(state, slot, nil)
  }

  /// Whether it is a number with a fraction part or not, as `math.type` has it.
  public func isInteger(_ index: Int) -> Bool {
    slot(index).map { lua_isinteger(state, $0) != 0 } ?? false
  }

  /// The truth value at that index, counted from 0; nil where it is something else.
  public func bool(_ index: Int) -> Bool? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TBOOLEAN else { return nil }
    return lua_toboolean(state, slot) != 0
  }

  /// Whether it is `json.null`.
  public func isNull(_ index: Int) -> Bool { type(index) == .null }

  /// Whether there is no value, or `nil`.
  public func isNoneOrNil(_ index: Int) -> Bool {
    let type = type(index)
    return type == .none || type == .nil
  }

  /// The length of a table's sequence (`#t` without metamethods), or of a string.
  public func length(_ index: Int) -> Int {
    slot(index).map { Int(lua_rawlen(state, $0)) } ?? 0
  }

  /// Visits a table's fields, in no order: `body` gets a view of two values, the key at 0 and the value at 1. It ends
  /// the visit by returning false. Nothing happens where the argument is no table, or the stack is exhausted.
  public func fields(_ index: Int, _ body: (LuaArguments) throws -> Bool) rethrows {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TTABLE, lua_checkstack(state, 4) != 0 else { return }
    let top = lua_gettop(state)
    defer { lua_settop(state, top) }
    let table = lua_absindex(state, slot)
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      guard try body(LuaArguments(state: state, first: top + 1, count: 2)) else { return }
      lua_settop(state, top + 1)
    }
  }

  /// Reads one element of a table by its position from 1: `body` gets a view of the one value.
  public func element<R>(_ position: Int, of index: Int, _ body: (LuaArguments) throws -> R) rethrows -> R? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TTABLE, lua_checkstack(state, 2) != 0 else { return nil }
    let top = lua_gettop(state)
    defer { lua_settop(state, top) }
    lua_rawgeti(state, slot, lua_Integer(position))
    return try body(LuaArguments(state: state, first: top + 1, count: 1))
  }

  /// Reads one field of a table: `body` gets a view of the one value (nil where there is none).
  public func field<R>(_ name: String, of index: Int, _ body: (LuaArguments) throws -> R) rethrows -> R? {
    guard let slot = slot(index), lua_type(state, slot) == LUA_TTABLE, lua_checkstack(state, 4) != 0 else { return nil }
    let top = lua_gettop(state)
    defer { lua_settop(state, top) }
    let table = lua_absindex(state, slot)
    // A name would have to be made a Lua string, which allocates and so may raise: look through the keys instead.
    var name = name
    return try name.withUTF8 { wanted in
      lua_pushnil(state)
      while lua_next(state, table) != 0 {
        if lua_type(state, -2) == LUA_TSTRING {
          var length = 0
          let key = lua_tolstring(state, -2, &length)
          if length == wanted.count, UnsafeRawBufferPointer(start: key, count: length).elementsEqual(wanted) {
            return try body(LuaArguments(state: state, first: top + 2, count: 1))
          }
        }
        lua_settop(state, top + 1)
      }
      lua_settop(state, top)
      lua_pushnil(state)
      return try body(LuaArguments(state: state, first: top + 1, count: 1))
    }
  }
}

/// The type of a Lua value, as a host function tells them apart.
public enum LuaType: String, Sendable {
  /// There is no such argument.
  case none = "no value"
  /// `nil`
  case `nil`
  /// `true` or `false`
  case boolean
  /// An integer or a float.
  case number
  /// A string of bytes.
  case string
  /// A table, lists among them.
  case table
  /// A function, of the script or of the host.
  case function
  /// A coroutine.
  case thread
  /// A userdata other than `json.null`; the sandbox hands out none.
  case userdata
  /// `json.null`
  case null = "json.null"
}
