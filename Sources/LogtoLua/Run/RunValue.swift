import JSON
import LuaRuntime

/// What a chunk returned, in the two forms that an outcome has it.
struct RunValue {
  /// The values as `print` would show them; those behind the first that are more than the limit allows are cut.
  private(set) var texts: [String] = []
  /// Whether the first value is nil.
  private(set) var isNil = false
  /// The first value.
  private(set) var json: [UInt8]?

  /// - Throws: kind `limit` where it is longer than allowed, kind `script` where it was to be JSON and cannot be.
  init(
    _ state: LuaState, schemas: any SchemaSource, wantsJSON: Bool, limit: ByteCount
  ) throws(LuaError) {
    var isNil = false
    var texts: [String] = []
    var json: [UInt8]?
    var failure: LuaError?
    state.withResults { values in
      guard values.count > 0 else { return }
      var room = limit.bytes
      for index in 0..<values.count where room >= 0 {
        let shown = values.string(index) ?? values.inspect(index, schemas: schemas)
        room -= shown.utf8.count
        texts.append(index == 0 || room >= 0 ? shown : "… (cut)")
      }
      isNil = values.type(0) == .nil
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
    if max(texts.first?.utf8.count ?? 0, json?.count ?? 0) > limit.bytes { throw Self.tooLong(limit) }
    self.isNil = isNil
    self.texts = texts
    self.json = json
  }

  private static func tooLong(_ limit: ByteCount) -> LuaError {
    .limit(.result, "the script's value is longer than \(limit)")
  }
}
