import CLua
import CLuaGuard

/// The keys of a table that a reader shall see: the first ones of their order, with a count of the rest.
struct FieldKeys {
  private(set) var keys: [FieldKey] = []
  /// Fields that are not among ``keys``.
  private(set) var omitted = 0
  /// All names, while they are few.
  private(set) var names: Set<String> = []
  /// The table is a list of `length` elements and nothing else.
  private(set) var isList = false
  private(set) var length: Int64 = 0
  private static let nameCount = 512

  /// Reads the keys of the table on top of the stack; `limit` of them are kept.
  init(state: OpaquePointer, order: FieldOrder, limit: Int) {
    length = Int64(lua_rawlen(state, -1))
    var elements: Int64 = 0
    var visit = 0
    lua_pushnil(state)
    while lua_next(state, -2) != 0 {
      lua_settop(state, -2)
      var key = Self.key(state, order)
      if key.group == 1 && key.place >= 1 && key.place <= length { elements += 1 }
      key.visit = visit
      keep(key, limit: limit)
      visit += 1
      if visit & 0xFFF == 0, guard_should_stop(state) {
        lua_settop(state, -2)
        break
      }
    }
    isList = visit > 0 && elements == length && visit == Int(length)
    sortAndCut(limit)
  }

  private mutating func keep(_ key: FieldKey, limit: Int) {
    if key.group != 1 && names.count < Self.nameCount { names.insert(key.name) }
    // Most of a large list or map is never shown.
    if key.group == 1 && key.place > Int64(limit) * 2 && keys.count >= limit {
      omitted += 1
      return
    }
    keys.append(key)
    if keys.count > 4096 + limit { sortAndCut(limit) }
  }

  private mutating func sortAndCut(_ limit: Int) {
    keys.sort()
    guard keys.count > limit else { return }
    omitted += keys.count - limit
    keys.removeLast(keys.count - limit)
  }

  /// Leaves out a field.
  mutating func remove(_ name: String) {
    keys.removeAll { $0.name == name && $0.group != 1 }
  }

  /// The key on top of the stack.
  private static func key(_ state: OpaquePointer, _ order: FieldOrder) -> FieldKey {
    let type = lua_type(state, -1)
    switch type {
    case LUA_TSTRING:
      var length = 0
      let bytes = lua_tolstring(state, -1, &length)
      let name = String(decoding: UnsafeRawBufferPointer(start: bytes, count: min(length, 1024)), as: UTF8.self)
      if let place = order.places[name] { return FieldKey(group: 0, place: Int64(place), name: name) }
      return FieldKey(group: 2, place: 0, name: name)
    case LUA_TNUMBER where lua_isinteger(state, -1) != 0:
      return FieldKey(group: 1, place: lua_tointegerx(state, -1, nil), name: "")
    case LUA_TNUMBER:
      return FieldKey(group: 3, place: 0, name: "\(lua_tonumberx(state, -1, nil))")
    case LUA_TBOOLEAN:
      return FieldKey(group: 3, place: 1, name: lua_toboolean(state, -1) != 0 ? "true" : "false")
    case LUA_TLIGHTUSERDATA where lua_touserdata(state, -1) == nil:
      return FieldKey(group: 3, place: 2, name: "null")
    default:
      return FieldKey(group: 3, place: 3, name: String(cString: lua_typename(state, type)))
    }
  }
}
