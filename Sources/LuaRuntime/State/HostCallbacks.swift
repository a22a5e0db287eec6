import CLua
import CLuaGuard

extension guard_host {
  /// The functions by which C calls a ``LuaState``'s host, for all states of the process. Each returns a plain struct;
  /// none lets an error out.
  // Written once, before anybody has it.
  nonisolated(unsafe) static let calling: UnsafePointer<guard_host> = {
    let host = UnsafeMutablePointer<guard_host>.allocate(capacity: 1)
    host.initialize(to: functions)
    return UnsafePointer(host)
  }()

  private static var functions: guard_host {
    guard_host(
      call: { context, thread, function, first, count in
        let state = LuaState.from(context)
        let arguments = LuaArguments(state: thread!, first: first, count: Int(count))
        let function = FunctionID(rawValue: function)
        if function.isOfRuntime, let reply = state.json.call(function, arguments, state) { return reply }
        return state.replies.convert(state.host.call(function, arguments), state: state)
      },
      finish: { context, _, wait in
        let state = LuaState.from(context)
        return state.replies.convert(state.host.finish(WaitID(rawValue: wait)), state: state)
      },
      block: { context, wait in
        LuaState.from(context).host.block(WaitID(rawValue: wait))
      },
      lookup: { context, _, space, key, length in
        let state = LuaState.from(context)
        let namespace = NamespaceID(rawValue: space)
        guard let name = text(key, length) else { return state.replies.convert(.nothing, state: state) }
        return state.replies.convert(state.host.lookup(name, in: namespace), state: state)
      },
      names: { context, space in
        let state = LuaState.from(context)
        return state.replies.strings(state.host.names(of: NamespaceID(rawValue: space)), state: state)
      },
      prelude: { context, module, length in
        let state = LuaState.from(context)
        guard let name = text(module, length), let source = state.host.prelude(name) else {
          return state.replies.convert(.nothing, state: state)
        }
        return state.replies.convert(.result(.string(source)), state: state)
      },
      missing: { context, schema, key, length in
        let state = LuaState.from(context)
        guard let schemas = state.schemas, let name = text(key, length) else {
          return state.replies.convert(.nothing, state: state)
        }
        return state.replies.convert(Strictness.read(name, of: SchemaID(rawValue: schema), in: schemas), state: state)
      })
  }
}

/// Text from C; nil where it is not UTF-8, which no name of ours is.
private func text(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String? {
  String(validating: UnsafeRawBufferPointer(start: bytes, count: length).bindMemory(to: UInt8.self), as: UTF8.self)
}

extension LuaState {
  static func from(_ context: UnsafeMutableRawPointer?) -> LuaState {
    Unmanaged<LuaState>.fromOpaque(context!).takeUnretainedValue()
  }
}
