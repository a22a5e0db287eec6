import JSON
import LuaRuntime

/// The value that a chunk returned, in the two forms that an outcome has it.
struct RunValue {
  var text: String?
  var json: [UInt8]?

  /// - Throws: kind `limit` where it is longer than allowed, kind `script` where it was to be JSON and cannot be.
  init(_ state: LuaState, wantsJSON: Bool, limit: ByteCount) throws(LuaError) {
    self.init()
  }

  private init() {}
}
