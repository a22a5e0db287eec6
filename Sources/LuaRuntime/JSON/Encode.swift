// From the Lua stack to JSON text.
//
// Only functions of the C API that cannot raise are called here: Swift frames are on the stack. The table is walked by
// lua_next and must yield 1, 2, 3… to be an array; its raw length proves nothing, since elements may sit among the keys.
import CLua
import CLuaGuard
import JSON

/// Writes one Lua value as JSON, directed by a schema.
struct LuaEncoder {
  let state: OpaquePointer
  let schemas: (any SchemaSource)?
  let maxDepth: Int
  /// Members in the order of their keys' bytes, so that equal values give equal bytes.
  let isSorted: Bool
  var failure: EncodingError?
  var path = EncodePath()
  /// Members of the sorted objects that are open.
  var members: [JSONWriter.Member] = []
  /// Bytes of the text that are counted in the state's memory limit while it is written: a few tables that hold one
  /// another can stand for a text without end.
  private var charged = 0
  private static let chargeStep = 1 << 20
  /// Tables that are open.
  var depth = 0
  /// Steps of the path that count; beyond them it goes in circles.
  var deepest = Int.max
  /// The top of the stack below the value.
  var base: Int32 = 0

  init(state: OpaquePointer, schemas: (any SchemaSource)?, isSorted: Bool = false, maxDepth: Int = 128) {
    self.state = state
    self.schemas = schemas
    self.isSorted = isSorted
    self.maxDepth = maxDepth
  }

  /// Writes the value at `index`, which stands under `schema`.
  ///
  /// - Parameter root: what the value is called at the head of a path, as in `body`.
  /// - Throws: ``EncodingError`` where the value is not JSON; the writer then holds a part of it.
  mutating func encode(
    _ index: Int32, schema: SchemaID, into writer: inout JSONWriter, root: String = ""
  ) throws(EncodingError) {
    let top = lua_gettop(state)
    charged = writer.count
    let before = charged
    defer {
      lua_settop(state, top)
      _ = guard_charge(guard_of(state), Int64(before - charged))
    }
    failure = nil
    path = EncodePath()
    members.removeAll(keepingCapacity: true)
    depth = 0
    deepest = .max
    base = top
    guard lua_checkstack(state, 6) != 0 else {
      throw EncodingError(path: root, problem: "does not fit on the stack", isLimit: true)
    }
    lua_pushvalue(state, index)
    if !value(schema, &writer) || writer.isOverLimit {
      var error = failure ?? EncodingError(path: "", problem: "is larger than the memory allows", isLimit: true)
      error.path = path.text(root: root)
      throw error
    }
  }

  /// Writes the value on top of the stack, and leaves it there. `schema` is its own, or with a key that of the object
  /// that it is a member of: only tables have it looked up.
  @inline(__always)
  mutating func value(
    _ schema: SchemaID, member key: UnsafeRawBufferPointer? = nil, _ writer: inout JSONWriter
  ) -> Bool {
    switch lua_type(state, -1) {
    case LUA_TSTRING:
      var length = 0
      let text = lua_tolstring(state, -1, &length)
      guard writer.count &+ length &- charged < Self.chargeStep || charge(writer.count &+ length) else {
        return limit(.tooLarge)
      }
      return writer.string(UnsafeRawBufferPointer(start: text, count: length)) || badText(nil)
    case LUA_TNUMBER:
      if lua_isinteger(state, -1) != 0 {
        writer.integer(lua_tointegerx(state, -1, nil))
        return true
      }
      let number = lua_tonumberx(state, -1, nil)
      guard number.isFinite else { return badNumber(number) }
      writer.number(number)
      return true
    case LUA_TBOOLEAN:
      writer.bool(lua_toboolean(state, -1) != 0)
      return true
    case LUA_TTABLE:
      return table(key.map { property($0, of: schema) } ?? schema, &writer)
    case LUA_TNIL:
      writer.null()
      return true
    case LUA_TLIGHTUSERDATA where lua_touserdata(state, -1) == nil:
      writer.null()
      return true
    default:
      return badType()
    }
  }

  @inline(never)
  private mutating func charge(_ bytes: Int) -> Bool {
    guard guard_charge(guard_of(state), Int64(bytes - charged)) else { return false }
    charged = bytes
    return true
  }

  private mutating func table(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    guard depth < maxDepth else { return tooDeep() }
    guard !guard_should_stop(state) else { return limit(.stopped) }
    guard !writer.isOverLimit, writer.count &- charged < Self.chargeStep || charge(writer.count) else {
      return limit(.tooLarge)
    }
    guard lua_checkstack(state, 6) != 0 else { return limit(.noStack) }
    depth &+= 1
    defer { depth &-= 1 }
    lua_pushnil(state)
    guard lua_next(state, -2) != 0 else {
      empty(schema, &writer)
      return true
    }
    if lua_type(state, -2) == LUA_TSTRING {
      return isSorted ? sortedObject(schema, &writer) : object(schema, &writer)
    }
    return array(schema, &writer)
  }

  private func empty(_ schema: SchemaID, _ writer: inout JSONWriter) {
    let isArray =
      switch Int(guard_json_mark(state, -1).kind) {
      case GUARD_MARK_ARRAY: true
      case GUARD_MARK_OBJECT: false
      default: schema != .none && schemas?.shape(of: schema) == .array
      }
    if isArray {
      writer.beginArray()
      writer.endArray()
    } else {
      writer.beginObject()
      writer.endObject()
    }
  }

  /// The first key and its value are on the stack.
  private mutating func object(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    writer.beginObject()
    repeat {
      guard member(schema, &writer) else { return false }
    } while lua_next(state, -2) != 0
    writer.endObject()
    return true
  }

  /// Writes the key below the top and the value on top, and takes the value away.
  @inline(__always)
  mutating func member(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    guard lua_type(state, -2) == LUA_TSTRING else { return badKey(amongNames: true) }
    var length = 0
    let text = lua_tolstring(state, -2, &length)
    let key = UnsafeRawBufferPointer(start: text, count: length)
    guard writer.key(key) else { return badText(key) }
    guard value(schema, member: key, &writer) else { return backOut(of: key) }
    lua_settop(state, -2)
    return true
  }

  private func property(_ key: UnsafeRawBufferPointer, of schema: SchemaID) -> SchemaID {
    guard schema != .none, let schemas else { return .none }
    return schemas.property(key, of: schema)
  }
}
