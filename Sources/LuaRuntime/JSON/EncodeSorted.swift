// Objects in the order of their keys, so that equal values give equal bytes.
import CLua
import CLuaGuard
import JSON

extension LuaEncoder {
  /// The first key and its value are on the stack.
  mutating func sortedObject(_ schema: SchemaID, _ writer: inout JSONWriter) -> Bool {
    writer.beginObject()
    let start = writer.count
    // The members of all open objects share one array, so that no object makes its own.
    let first = members.count
    repeat {
      let from = writer.nextStart
      guard member(schema, &writer) else { return false }
      var length = 0
      let key = UnsafeRawBufferPointer(start: lua_tolstring(state, -1, &length), count: length)
      members.append(JSONWriter.Member(key: key, start: from, end: writer.count))
      guard !writer.isOverLimit else { return limit(.tooLarge) }
    } while lua_next(state, -2) != 0
    members.withUnsafeMutableBufferPointer { members in
      writer.sort(UnsafeMutableBufferPointer(rebasing: members[first...]), from: start)
    }
    members.removeLast(members.count - first)
    writer.endObject()
    return true
  }
}
