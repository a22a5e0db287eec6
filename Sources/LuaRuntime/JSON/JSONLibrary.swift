// What Swift does of `json.encode`, `json.decode`, `print` and `inspect`.
import CLua
import CLuaGuard
import JSON

/// The buffers of one state's JSON functions: used again by each call, and given back when they have grown large.
///
/// They belong to the state and not to a call, so that an error that unwinds C while it copies from them leaks nothing.
final class JSONLibrary {
  private let tape = JSONTape()
  private var writer: JSONWriter
  private let item: UnsafeMutablePointer<guard_item>
  /// Bytes that are counted in the state's memory limit.
  private var charged = 0
  /// Buffers up to this size are kept between calls.
  private static let keptBytes = 1 << 20

  init(limits: Limits) {
    writer = JSONWriter(limit: limits.memory.bytes)
    item = .allocate(capacity: 1)
    item.initialize(to: guard_item())
  }

  deinit { item.deallocate() }

  /// Answers a call of one of this library's functions; nil where it is another's.
  func call(_ function: FunctionID, _ arguments: LuaArguments, _ state: LuaState) -> guard_reply? {
    switch function.rawValue {
    case GUARD_BUILTIN_ENCODE: encode(arguments, state)
    case GUARD_BUILTIN_DECODE: decode(arguments, state)
    case GUARD_BUILTIN_INSPECT: inspect(arguments, state)
    case GUARD_BUILTIN_PRINT: print(arguments, state)
    case GUARD_BUILTIN_FORGET: forget(state)
    default: nil
    }
  }

  private func encode(_ arguments: LuaArguments, _ state: LuaState) -> guard_reply {
    guard let slot = arguments.slot(0) else { return nothing }
    let isPretty = arguments.field("pretty", of: 1) { $0.bool(0) == true } ?? false
    let isSorted = arguments.field("sorted", of: 1) { $0.bool(0) == true } ?? false
    writer.reset(pretty: isPretty)
    var encoder = LuaEncoder(
      state: arguments.state, schemas: nil, isSorted: isSorted || isPretty, maxDepth: state.limits.depth)
    do throws(EncodingError) {
      try encoder.encode(slot, schema: .none, into: &writer)
    } catch {
      if error.isLimit { return failure(.limit(.memory, "json.encode: \(error)"), state) }
      return failure(.script("json.encode: \(error)"), state)
    }
    let (bytes, count) = writer.storage
    item.pointee.kind = Int32(GUARD_STRING)
    item.pointee.bytes = UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
    item.pointee.length = count
    return reply
  }

  private func decode(_ arguments: LuaArguments, _ state: LuaState) -> guard_reply {
    var problem: JSONError?
    arguments.withBytes(0) { bytes in
      do throws(JSONError) { try tape.parse(bytes, maxDepth: state.limits.depth) } catch { problem = error }
    }
    if let problem { return failure(.script("json.decode: this is not JSON: \(problem)"), state) }
    guard charge(state) else {
      tape.clear()
      return failure(.limit(.memory, "the JSON text does not fit in the run's memory"), state)
    }
    item.pointee.kind = Int32(GUARD_JSON)
    item.pointee.tape = tape.view
    item.pointee.notes = nil
    return reply
  }

  private func inspect(_ arguments: LuaArguments, _ state: LuaState) -> guard_reply {
    guard let slot = arguments.slot(0) else { return nothing }
    var inspector = LuaInspector(state: arguments.state, schemas: state.schemas)
    return state.replies.convert(.result(.string(inspector.inspect(slot))), state: state)
  }

  /// C has turned into strings whatever is neither a string nor a table.
  private func print(_ arguments: LuaArguments, _ state: LuaState) -> guard_reply {
    var line: [UInt8] = []
    for index in 0..<arguments.count {
      if index > 0 { line.append(UInt8(ascii: "\t")) }
      let room = state.limits.output.bytes - state.outputBytes - line.count
      if arguments.type(index) == .string {
        // One byte over the limit is enough to find it exceeded.
        arguments.withBytes(index) { line.append(contentsOf: $0.prefix(max(room, 0) + 1)) }
      } else if let slot = arguments.slot(index) {
        var inspector = LuaInspector(state: arguments.state, schemas: state.schemas)
        inspector.bounds.total = max(room, 0)
        line.append(contentsOf: inspector.inspect(slot).utf8)
      }
    }
    line.append(UInt8(ascii: "\n"))
    if let error = state.write(line) { return failure(error, state) }
    return nothing
  }

  /// Gives back buffers that have grown large.
  private func forget(_ state: LuaState) -> guard_reply {
    tape.clear()
    writer.shrink(to: Self.keptBytes)
    _ = charge(state)
    return nothing
  }

  /// Brings what is counted in the memory limit to what is held; a little is the state's own.
  private func charge(_ state: LuaState) -> Bool {
    let held = max(tape.memory - Self.keptBytes, 0)
    guard guard_charge(state.guardState, Int64(held - charged)) else { return false }
    charged = held
    return true
  }

  private var reply: guard_reply {
    guard_reply(kind: Int32(GUARD_RESULTS), reason: 0, wait: 0, count: 1, items: UnsafePointer(item))
  }

  private var nothing: guard_reply {
    guard_reply(kind: Int32(GUARD_RESULTS), reason: 0, wait: 0, count: 0, items: nil)
  }

  private func failure(_ error: LuaError, _ state: LuaState) -> guard_reply {
    state.replies.convert(.failure(error), state: state)
  }
}

extension LuaState {
  /// Writes to the host what fits in the output limit. The error is the limit's, where not all did.
  func write(_ bytes: [UInt8]) -> LuaError? {
    var room = max(limits.output.bytes - outputBytes, 0)
    if bytes.count > room {
      // Not in the middle of a character.
      while room > 0 && bytes[room] & 0xC0 == 0x80 { room -= 1 }
    }
    let written = min(bytes.count, room)
    bytes.withUnsafeBytes { host.write(UnsafeRawBufferPointer(rebasing: $0[..<written])) }
    outputBytes += written
    return written < bytes.count ? .limit(.output, limits.message(for: .output)) : nil
  }
}
