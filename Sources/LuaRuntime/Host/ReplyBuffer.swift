import CLuaGuard
import JSON

/// Turns a reply into the plain structs that C reads, and keeps their memory until the next reply.
///
/// C copies what it needs while the reply is current. An error that unwinds C in the middle leaves nothing behind: the
/// memory belongs to the state and is used again, until the state waits: then it is given back, since what waits may be
/// many.
final class ReplyBuffer {
  private var items = UnsafeMutableBufferPointer<guard_item>(start: nil, count: 0)
  private var bytes = UnsafeMutableBufferPointer<CChar>(start: nil, count: 0)
  private var byteCount = 0
  private var tapes: [ReplyTape] = []
  private var tapeCount = 0
  /// Bytes of tapes that are counted in the state's memory limit.
  private var charged = 0

  deinit {
    items.deallocate()
    bytes.deallocate()
  }

  func convert(_ reply: Reply, state: LuaState) -> guard_reply {
    switch reply {
    case .wait(let wait):
      release(state: state)
      return guard_reply(kind: Int32(GUARD_WAIT), reason: 0, wait: wait.rawValue, count: 0, items: nil)
    case .failure(let error):
      return fail(error, state: state)
    case .results(let results):
      do throws(LuaError) { return try self.results(results, state: state) } catch { return fail(error, state: state) }
    }
  }

  /// A reply of values.
  ///
  /// - Throws: what is wrong with one of them.
  func results(_ results: [ReplyItem], state: LuaState) throws(LuaError) -> guard_reply {
    begin(results)
    for (index, item) in results.enumerated() { items[index] = try convert(item, state: state) }
    return guard_reply(
      kind: Int32(GUARD_RESULTS), reason: 0, wait: 0, count: results.count, items: UnsafePointer(items.baseAddress))
  }

  /// A reply of strings.
  func strings(_ texts: [String], state: LuaState) -> guard_reply {
    convert(.results(texts.map { .string($0) }), state: state)
  }

  private func fail(_ error: LuaError, state: LuaState) -> guard_reply {
    var reason: Int32 = 0
    if error.kind == .limit, let limit = error.limit {
      reason = limit.rawValue
      state.hostLimit = error
    }
    begin([])
    items[0] = guard_item()
    do throws(LuaError) {
      try parse(JSONValue.object(error.table).encoded(), schema: .none, into: &items[0], state: state)
    } catch {
      // The error's own text does not fit in the memory limit.
      reason = LimitKind.memory.rawValue
      state.hostLimit = nil
    }
    return guard_reply(
      kind: Int32(GUARD_FAILURE), reason: reason, wait: 0, count: 1, items: UnsafePointer(items.baseAddress))
  }

  /// Takes back what is counted for tapes.
  func forget(state: LuaState) {
    _ = guard_charge(state.guardState, Int64(-charged))
    charged = 0
  }

  private func release(state: LuaState) {
    forget(state: state)
    tapes = []
    tapeCount = 0
    items.deallocate()
    items = .init(start: nil, count: 0)
    bytes.deallocate()
    bytes = .init(start: nil, count: 0)
  }

  private func begin(_ results: [ReplyItem]) {
    byteCount = 0
    tapeCount = 0
    if charged > 0 {
      for tape in tapes { tape.clear() }
    }
    // One at least: a failure is one.
    if max(results.count, 1) > items.count {
      items.deallocate()
      items = .allocate(capacity: max(results.count, 1))
    }
    var needed = 0
    for item in results { needed += item.textSize }
    if needed > bytes.count {
      bytes.deallocate()
      bytes = .allocate(capacity: needed)
    }
  }

  private func convert(_ item: ReplyItem, state: LuaState) throws(LuaError) -> guard_item {
    var out = guard_item()
    switch item {
    case .none: out.kind = Int32(GUARD_NIL)
    case .null: out.kind = Int32(GUARD_NULL)
    case .bool(let value):
      out.kind = Int32(GUARD_BOOLEAN)
      out.integer = value ? 1 : 0
    case .integer(let value):
      out.kind = Int32(GUARD_INTEGER)
      out.integer = value
    case .number(let value):
      out.kind = Int32(GUARD_NUMBER)
      out.number = value
    case .string(let text):
      out.kind = Int32(GUARD_STRING)
      (out.bytes, out.length) = keep(text)
    case .json(let text, let schema):
      try parse(text, schema: schema, into: &out, state: state)
    case .value(let value):
      try parse(value.encoded(), schema: .none, into: &out, state: state)
    case .function(let function):
      out.kind = Int32(GUARD_FUNCTION)
      out.integer = Int64(function.rawValue)
    case .namespace(let namespace, let name):
      out.kind = Int32(GUARD_NAMESPACE)
      out.integer = Int64(namespace.rawValue)
      (out.bytes, out.length) = keep(name.utf8)
    case .prelude(let module, let field):
      out.kind = Int32(GUARD_PRELUDE)
      (out.bytes, out.length) = keep(module.utf8)
      if let field { (out.name, out.name_length) = keep(field.utf8) }
    case .chunk(let source, let name):
      out.kind = Int32(GUARD_CHUNK)
      (out.bytes, out.length) = keep(source)
      (out.name, out.name_length) = keep(name.utf8)
    }
    return out
  }

  /// Copies bytes to where C finds them; there is room, by `begin`.
  private func keep(_ text: some Collection<UInt8>) -> (UnsafePointer<CChar>?, Int) {
    let start = bytes.baseAddress.map { $0 + byteCount }
    let count = text.count
    UnsafeMutableRawBufferPointer(start: start, count: count).copyBytes(from: text)
    byteCount += count
    return (UnsafePointer(start), count)
  }

  private func parse(_ text: [UInt8], schema: SchemaID, into item: inout guard_item, state: LuaState) throws(LuaError) {
    if tapeCount == tapes.count { tapes.append(ReplyTape(expecting: text.count)) }
    let tape = tapes[tapeCount]
    tapeCount += 1
    do throws(JSONError) {
      try tape.read(text, schema: schema, schemas: state.schemas, maxDepth: state.limits.depth, into: &item)
    } catch {
      throw LuaError(kind: .http, message: "what came is not JSON: \(error)")
    }
    var held = 0
    for tape in tapes { held += tape.charge }
    guard guard_charge(state.guardState, Int64(held - charged)) else {
      throw .limit(.memory, state.limits.message(for: .memory))
    }
    charged = held
  }
}

extension ReplyItem {
  /// Bytes of text that the item keeps in the buffer.
  fileprivate var textSize: Int {
    switch self {
    case .string(let text): text.count
    case .namespace(_, let name): name.utf8.count
    case .prelude(let module, let field): module.utf8.count + (field?.utf8.count ?? 0)
    case .chunk(let source, let name): source.count + name.utf8.count
    default: 0
    }
  }
}

extension LuaError {
  /// The error as the table that scripts see.
  var table: JSONObject {
    var table: JSONObject = ["kind": .string(kind.rawValue), "message": .string(message)]
    for member in fields { table[member.key] = member.value }
    if let hint { table["hint"] = .string(hint) }
    return table
  }

  /// Which limit an error of kind `limit` is about.
  var limit: LimitKind? {
    fields["limit"]?.stringValue.flatMap { name in LimitKind.allCases.first { $0.name == name } }
  }
}
