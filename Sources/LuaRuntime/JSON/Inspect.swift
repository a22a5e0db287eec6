// Lua values for a reader with little room (a person at a terminal, a model with a context to fill).
//
// Only functions of the C API that cannot raise are called, and no metamethod. Bounded in everything: what one table
// shows, how deep it goes, and how much text a whole value makes.
import CLua
import CLuaGuard
import JSON

struct LuaInspector {
  let state: OpaquePointer
  let schemas: (any SchemaSource)?
  var bounds = Bounds()
  private var open: [UnsafeRawPointer?] = []
  private var spent = 0
  private var orders: [SchemaID: FieldOrder] = [:]

  struct Bounds {
    /// Elements or fields of one table; the outermost table shows four times as many.
    var entries = 50
    /// Bytes of a string inside a table.
    var text = 200
    var depth = 12
    /// Bytes of the whole, roughly.
    var total = 256 << 10
  }

  init(state: OpaquePointer, schemas: (any SchemaSource)?) {
    self.state = state
    self.schemas = schemas
  }

  /// The value at `index`, laid out. A string is quoted, and whole.
  mutating func inspect(_ index: Int32) -> String {
    let top = lua_gettop(state)
    defer { lua_settop(state, top) }
    open = []
    spent = 0
    guard lua_checkstack(state, 4) != 0 else { return "…" }
    lua_pushvalue(state, index)
    if lua_type(state, -1) == LUA_TSTRING { return TextQuoting.quoted(topBytes(), limit: .max) }
    return value().laidOut()
  }

  /// The value on top of the stack.
  mutating func value(wholeText: Bool = false) -> Inspected {
    let text: String
    switch lua_type(state, -1) {
    case LUA_TTABLE: return table()
    case LUA_TSTRING: text = TextQuoting.quoted(topBytes(), limit: wholeText ? bounds.total : bounds.text)
    case LUA_TNUMBER: text = number()
    case LUA_TBOOLEAN: text = lua_toboolean(state, -1) != 0 ? "true" : "false"
    case LUA_TNIL: text = "nil"
    case LUA_TLIGHTUSERDATA where lua_touserdata(state, -1) == nil: text = "null"
    case let type: text = String(cString: lua_typename(state, type))
    }
    spent += text.utf8.count + 2
    return .text(text)
  }

  private func topBytes(_ index: Int32 = -1) -> UnsafeRawBufferPointer {
    var length = 0
    let bytes = lua_tolstring(state, index, &length)
    return UnsafeRawBufferPointer(start: bytes, count: length)
  }

  private func number() -> String {
    if lua_isinteger(state, -1) != 0 { return String(lua_tointegerx(state, -1, nil)) }
    let value = lua_tonumberx(state, -1, nil)
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return JSONValue.number(value).encodedString()
  }

  private mutating func table() -> Inspected {
    let pointer = lua_topointer(state, -1)
    if open.contains(pointer) { return .text("<cycle>") }
    guard open.count < bounds.depth, spent < bounds.total, lua_checkstack(state, 6) != 0, !guard_should_stop(state)
    else { return .text("{ … }") }
    open.append(pointer)
    defer { open.removeLast() }
    spent += 4
    let room = open.count == 1 ? bounds.entries * 4 : bounds.entries
    var order = fieldOrder()
    var keys = FieldKeys(state: state, order: order, limit: room)
    let absent = order.absent(keys.names)
    if keys.isList && absent.isEmpty { return list(keys.length, room: room) }
    if FieldOrder.isMeta(keys.names) {
      order = .meta
      keys = FieldKeys(state: state, order: order, limit: room)
      keys.remove("headers")
    }
    return record(keys, absent: absent, wholeText: order.isError)
  }

  private mutating func list(_ length: Int64, room: Int) -> Inspected {
    var elements: [Inspected] = []
    var index: Int64 = 1
    while index <= length && elements.count < room && spent < bounds.total {
      lua_rawgeti(state, -1, index)
      elements.append(value())
      lua_settop(state, -2)
      index += 1
    }
    return .list(elements, omitted: Int(length - index + 1))
  }

  private mutating func record(_ keys: FieldKeys, absent: [FieldKey], wholeText: Bool) -> Inspected {
    var fields = absent.map { (key: $0, value: Inspected.text("null")) }
    var omitted = keys.omitted
    let wanted = Dictionary(uniqueKeysWithValues: keys.keys.map { ($0.visit, $0) })
    var visit = 0
    var found = 0
    lua_pushnil(state)
    while found < wanted.count && lua_next(state, -2) != 0 {
      if let key = wanted[visit] {
        found += 1
        if spent < bounds.total {
          fields.append((key, value(wholeText: wholeText)))
          spent += key.name.utf8.count
        } else {
          omitted += 1
        }
      }
      lua_settop(state, -2)
      visit += 1
    }
    if found == wanted.count { lua_settop(state, -2) }
    fields.sort { $0.key < $1.key }
    return .record(fields.map { ($0.key.text, $0.value) }, omitted: omitted)
  }

  private mutating func fieldOrder() -> FieldOrder {
    if guard_is_error(state, -1) { return .error }
    let schema = SchemaID(rawValue: guard_json_mark(state, -1).schema)
    guard schema != .none, let schemas else { return .none }
    if let known = orders[schema] { return known }
    let order = FieldOrder(schema: schema, schemas: schemas)
    orders[schema] = order
    return order
  }
}
