// Which schema stands over which container of a tape.
import CJSON
import CLuaGuard
import JSON

/// Walks a tape beside its schema, and notes for each container, in the order of the tape, the schema that it stands
/// under. C gives the tables their metatables from that, without asking the schemas.
struct NoteWriter {
  private let words: UnsafePointer<UInt64>
  private let source: UnsafePointer<UInt8>
  private let text: UnsafePointer<UInt8>?
  private let schemas: any SchemaSource
  private let isStrict: Bool
  private(set) var notes: [UInt32]

  /// - Parameter isStrict: whether reading a field that its schema does not have shall raise.
  init?(tape: cjson_tape, schemas: any SchemaSource, isStrict: Bool, reusing notes: consuming [UInt32] = []) {
    guard let words = tape.words, let source = tape.source, tape.count > 0 else { return nil }
    self.words = words
    self.source = source
    self.text = tape.text
    self.schemas = schemas
    self.isStrict = isStrict
    self.notes = notes
    self.notes.removeAll(keepingCapacity: true)
  }

  mutating func write(schema: SchemaID) {
    _ = value(at: 0, schema)
  }

  /// Notes the value at that word, and returns the place of the word after it.
  private mutating func value(at place: Int, _ schema: SchemaID) -> Int {
    let word = words[place]
    switch Int(word >> 60) {
    case CJSON_ARRAY: return array(at: place, schema)
    case CJSON_OBJECT: return object(at: place, schema)
    case CJSON_INTEGER, CJSON_NUMBER: return place &+ 2
    default: return place &+ 1
    }
  }

  private mutating func array(at place: Int, _ schema: SchemaID) -> Int {
    let end = Int(truncatingIfNeeded: words[place] & 0xFFFF_FFFF)
    let element = schema == .none ? .none : schemas.element(of: schema)
    notes.append(note(schema, isList: true))
    var next = place &+ 1
    while next < end { next = value(at: next, element) }
    return end
  }

  private mutating func object(at place: Int, _ schema: SchemaID) -> Int {
    let end = Int(truncatingIfNeeded: words[place] & 0xFFFF_FFFF)
    notes.append(note(schema, isList: false))
    var next = place &+ 1
    while next < end {
      let member = next &+ 1
      let isContainer = words[member] >> 63 != 0
      let child = isContainer && schema != .none ? schemas.property(key(at: next), of: schema) : .none
      next = value(at: member, child)
    }
    return end
  }

  private func key(at place: Int) -> UnsafeRawBufferPointer {
    let word = words[place]
    let isInSource = Int(word >> 60) == CJSON_STRING
    let base = isInSource ? source : text ?? source
    return UnsafeRawBufferPointer(
      start: base + Int(truncatingIfNeeded: word & 0xFFFF_FFFF), count: Int(truncatingIfNeeded: word >> 32 & 0xFFF_FFFF)
    )
  }

  /// A list is strict wherever the schema says that there is one: a name is never an element's key.
  private func note(_ schema: SchemaID, isList: Bool) -> UInt32 {
    guard schema != .none else { return 0 }
    let shape = schemas.shape(of: schema)
    guard shape == (isList ? .array : .object) || shape == .any else { return 0 }
    let raises = isStrict && (isList ? shape == .array : schemas.isStrict(schema))
    return schema.rawValue | (raises ? GUARD_NOTE_STRICT : 0)
  }
}
