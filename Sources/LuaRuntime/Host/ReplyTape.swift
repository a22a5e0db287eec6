import CLuaGuard
import JSON

/// A tape of a reply with the notes that stand beside it, in memory that C can read until the next reply.
final class ReplyTape {
  let tape: JSONTape
  private var notes = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var written: [UInt32] = []

  init(expecting length: Int) { tape = JSONTape(expecting: length) }

  deinit { notes.deallocate() }

  /// Bytes that count as the state's; what is kept between replies anyway is not.
  var charge: Int { max(tape.memory - Self.freeBytes, 0) + notes.count * 4 }
  private static let freeBytes = 8 << 10

  /// Parses a text and notes its schemas. The item then refers to this tape.
  func read(
    _ text: [UInt8], schema: SchemaID, schemas: (any SchemaSource)?, maxDepth: Int, into item: inout guard_item
  ) throws(JSONError) {
    var failure: JSONError?
    text.withUnsafeBytes { bytes in
      do throws(JSONError) { try tape.parse(bytes, maxDepth: maxDepth) } catch { failure = error }
    }
    if let failure { throw failure }
    item.kind = Int32(GUARD_JSON)
    item.tape = tape.view
    item.notes = nil
    guard schema != .none, let schemas,
      var writer = NoteWriter(tape: item.tape, schemas: schemas, isStrict: true, reusing: written)
    else { return }
    writer.write(schema: schema)
    written = writer.notes
    // A bare scalar has no containers to note.
    guard !written.isEmpty else { return }
    if notes.count < written.count {
      notes.deallocate()
      notes = .allocate(capacity: written.count)
    }
    _ = notes.update(fromContentsOf: written)
    item.notes = UnsafePointer(notes.baseAddress)
  }

  /// Gives back what a large text took.
  func clear() { tape.clear() }
}
