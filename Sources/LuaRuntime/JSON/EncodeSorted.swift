// Objects in the order of their keys: members are written as they come, then the pieces of text change places.
import CLua
import CLuaGuard
import JSON

extension LuaEncoder {
  private struct Piece {
    /// The key's bytes; they stay where they are while the table holds the key.
    let key: UnsafeRawBufferPointer
    let text: Range<Int>
  }

  /// The first key and its value are on the stack.
  mutating func sortedObject(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    writer.beginObject()
    let start = writer.count
    var pieces: [Piece] = []
    repeat {
      let from = writer.nextStart
      guard member(schema, &writer) else { return false }
      var length = 0
      let key = lua_tolstring(state, -1, &length)
      pieces.append(Piece(key: UnsafeRawBufferPointer(start: key, count: length), text: from..<writer.count))
      guard !writer.isOverLimit else { return limit("is larger than the memory allows") }
    } while lua_next(state, -2) != 0
    pieces.sort { $0.key.lexicographicallyPrecedes($1.key) }
    writer.reorder(from: start, pieces.map(\.text))
    writer.endObject()
    return true
  }
}
