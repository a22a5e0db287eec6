import LuaRuntime

/// For tests alone: a way to the state of a run.
@_spi(Audit) extension Run {
  /// Called with the state as soon as it is made, before anything is put into it.
  public func watchState(_ body: @escaping (LuaState) -> Void) { machine.onState = body }
}
