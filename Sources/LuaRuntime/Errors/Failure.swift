import CLua
import CLuaGuard
import JSON

extension LuaState {
  /// Bytes of an error's text at most.
  static let errorTextLimit = 8 << 10

  /// The error that ended the last step.
  func failure() -> LuaError {
    let thread = guard_thread(guardState)
    if let error = limitError(thread) { return error }
    var error = uncaught(thread)
    // Making a text of the error runs the script's `__tostring`, which may find the run's time over.
    if let error = limitError(thread) { return error }
    error.message = cut(error.message)
    error.traceback = traceback(thread)
    return error
  }

  private func limitError(_ thread: OpaquePointer) -> LuaError? {
    guard let limit = LimitKind(rawValue: guard_stop_reason(guardState)) else { return nil }
    // The first reason counts: a host that gave up because the run was stopped has none of its own.
    var error = LuaError.limit(limit, limits.message(for: limit))
    if let hostLimit, hostLimit.fields["limit"] == error.fields["limit"] { error = hostLimit }
    error.position = error.position ?? LuaPosition(guard_where(thread))
    error.traceback = traceback(thread)
    return error
  }

  private func uncaught(_ thread: OpaquePointer) -> LuaError {
    var overflow = guard_position()
    if guard_overflowed(guardState, &overflow) {
      return LuaError(kind: .script, message: "stack overflow", position: LuaPosition(overflow))
    }
    let value = LuaArguments(state: thread, first: lua_gettop(thread), count: 1)
    if guard_is_error(thread, value.first) { return LuaError(table: value, fallback: position(thread)) }
    if let text = value.string(0) { return LuaError(text: text, fallback: position(thread)) }
    let hasText = guard_has_metafield(thread, value.first, "__tostring")
    if value.type(0) == .table, !hasText, value.field("message", of: 0, { $0.string(0) ?? nil }) == .some(nil) {
      var inspector = LuaInspector(state: thread, schemas: schemas)
      inspector.bounds.total = 1000
      return LuaError(
        kind: .script, message: "an error object: \(inspector.inspect(value.first))", position: position(thread))
    }
    var length = 0
    let text = guard_error_text(guardState, &length)
    let message =
      text == nil
      ? "an error object whose text cannot be made"
      : String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    return LuaError(text: message, fallback: position(thread))
  }

  private func position(_ thread: OpaquePointer) -> LuaPosition? { LuaPosition(guard_where(thread)) }

  private func traceback(_ thread: OpaquePointer) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let length = guard_traceback(thread, start, buffer.count)
      return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }
  }

  private func cut(_ message: String) -> String {
    guard message.utf8.count > Self.errorTextLimit else { return message }
    return String(decoding: message.utf8.prefix(Self.errorTextLimit), as: UTF8.self) + "… (cut)"
  }

  static func refusal(_ problem: UnsafePointer<CChar>?, limits: Limits) -> LuaError {
    guard let problem else { return .limit(.memory, limits.message(for: .memory)) }
    return .script(String(cString: problem))
  }
}

extension LuaError {
  /// An error table that the runtime raised, and that came back uncaught.
  init(table: LuaArguments, fallback: LuaPosition?) {
    self.init(kind: .script, message: "")
    position = fallback
    table.fields(0) { field in
      guard let key = field.string(0) else { return true }
      switch key {
      case "kind": kind = field.string(1).flatMap { ErrorKind(rawValue: $0) } ?? .script
      case "message": message = field.string(1) ?? ""
      case "hint": hint = field.string(1)
      case "where": position = field.string(1).flatMap { LuaPosition(text: $0) } ?? fallback
      default: fields[key] = field.json(1)
      }
      return true
    }
    fields = JSONObject(fields.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 })
  }

  /// A message as Lua makes it: with the position in front, which goes to its own field.
  init(text: String, fallback: LuaPosition?) {
    self.init(kind: .script, message: text, position: fallback)
    guard let (position, rest) = LuaPosition.leading(text) else { return }
    message = rest
    // A position within the prelude is of no use to anybody.
    if !position.chunk.hasPrefix("prelude:") { self.position = position }
  }
}

extension LuaPosition {
  init?(_ position: guard_position) {
    guard position.line > 0 else { return nil }
    let name = withUnsafeBytes(of: position.chunk) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    self.init(chunk: name, line: Int(position.line))
  }

  /// `chunk:12`
  init?(text: String) {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else { return nil }
    self.init(chunk: String(text[..<colon]), line: line)
  }

  /// The position at the head of `chunk:12: message`, and the message.
  static func leading(_ text: String) -> (LuaPosition, String)? {
    let bytes = text.utf8
    var at = bytes.startIndex
    while let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")) {
      let digits = bytes[bytes.index(after: colon)...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let rest = bytes[digits.endIndex...]
      if !digits.isEmpty, rest.starts(with: ": ".utf8), let line = Int(String(digits) ?? "") {
        let chunk = String(bytes[..<colon]) ?? ""
        guard !chunk.isEmpty, !chunk.contains("\n") else { return nil }
        return (LuaPosition(chunk: chunk, line: line), String(rest.dropFirst(2)) ?? "")
      }
      at = bytes.index(after: colon)
    }
    return nil
  }
}
