import JSON
import LuaRuntime

/// The value that a chunk returned, in the two forms that an outcome has it.
struct RunValue {
  /// As `print` would show it; nil where nothing was returned.
  private(set) var text: String?
  private(set) var json: [UInt8]?

  /// - Throws: kind `limit` where it is longer than allowed, kind `script` where it was to be JSON and cannot be.
  init(
    _ state: LuaState, schemas: any SchemaSource, wantsJSON: Bool, limit: ByteCount
  ) throws(LuaError) {
    var text: String?
    var json: [UInt8]?
    var failure: LuaError?
    state.withResults { values in
      guard values.count > 0 else { return }
      if values.type(0) != .nil { text = values.string(0) ?? values.inspect(0, schemas: schemas) }
      guard wantsJSON else { return }
      // One byte more than allowed is enough to know.
      var writer = JSONWriter(limit: limit.bytes + 1)
      do throws(EncodingError) {
        try values.encode(0, schemas: schemas, root: "result", into: &writer)
        json = writer.finish()
      } catch {
        failure =
          error.isLimit
          ? Self.tooLong(limit)
          : .script("the script's value cannot be JSON: \(error)", hint: "return text, or a table")
      }
    }
    if let failure { throw failure }
    if max(text?.utf8.count ?? 0, json?.count ?? 0) > limit.bytes { throw Self.tooLong(limit) }
    self.text = text
    self.json = json
  }

  private static func tooLong(_ limit: ByteCount) -> LuaError {
    .limit(.result, "the script's value is longer than \(limit)")
  }
}
