/// Which limit ended a run. The numbers are those of CLuaGuard's `GUARD_STOP_…`.
public enum LimitKind: Int32, Sendable, CaseIterable {
  case time = 1
  case cpu, memory, output, calls, result, source, depth, coroutines
  /// Not a limit of the script's: whoever started the run gave it up.
  case cancelled

  /// As the field `limit` of the error has it.
  public var name: String { "\(self)" }
}
