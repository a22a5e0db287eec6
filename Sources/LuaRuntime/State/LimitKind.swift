/// Which limit ended a run. The numbers are those of CLuaGuard's `GUARD_STOP_…`.
public enum LimitKind: Int32, Sendable, CaseIterable {
  /// Wall time.
  case time = 1
  /// CPU time.
  case cpu
  /// Memory of the state.
  case memory
  /// Bytes printed and logged.
  case output
  /// Calls of the tenant.
  case calls
  /// Bytes of the value that the run returned.
  case result
  /// Bytes of a text to compile.
  case source
  /// Levels of JSON.
  case depth
  /// Coroutines at once.
  case coroutines
  /// Not a limit of the script's: whoever started the run gave it up.
  case cancelled

  /// As the field `limit` of the error has it.
  public var name: String { "\(self)" }
}
