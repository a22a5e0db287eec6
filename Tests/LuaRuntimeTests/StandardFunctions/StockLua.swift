import CLua

/// A plain state of the same liblua with its own libraries: what the budgeted functions are compared with.
final class StockLua {
  private let state: OpaquePointer

  struct Failure: Error {
    let message: String
  }

  init() throws {
    guard let state = luaL_newstate() else { throw Failure(message: "no memory") }
    self.state = state
    luaL_openlibs(state)
  }

  deinit { lua_close(state) }

  /// Runs a text and returns its one result as text.
  @discardableResult
  func run(_ chunk: [UInt8]) throws -> [UInt8] {
    lua_settop(state, 0)
    var status = chunk.withUnsafeBytes {
      luaL_loadbufferx(state, $0.bindMemory(to: CChar.self).baseAddress, chunk.count, "=chunk", "t")
    }
    if status == LUA_OK { status = lua_pcallk(state, 0, 1, 0, 0, nil) }
    var length = 0
    let text = lua_tolstring(state, -1, &length)
    let result = Array(UnsafeRawBufferPointer(start: text, count: length))
    if status != LUA_OK { throw Failure(message: String(decoding: result, as: UTF8.self)) }
    return result
  }
}
