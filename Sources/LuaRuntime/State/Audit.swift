import CLuaGuard

/// For tests alone: running out of memory at a chosen place, and the balance at the end.
@_spi(Audit) extension LuaState {
  /// Lets the `first`-th allocation from now on fail, and `count` - 1 more after it. (Lua collects its garbage after one
  /// failure and tries again, so that a single one proves nothing.)
  public func failAllocations(first: UInt64, count: UInt64) {
    guard_fail_allocations(guardState, first, count)
  }

  /// Allocations so far; counted only while ``failAllocations(first:count:)`` is in force.
  public var allocations: UInt64 { guard_allocations(guardState) }

  /// Closes the state object by object, and returns the bytes that were not given back. The state is over then.
  public func closeChecked() -> Int64 {
    isClosed = true
    replies.forget(state: self)
    let none = LuaArguments(state: guard_thread(guardState), first: 1, count: 0)
    _ = json.call(FunctionID(rawValue: GUARD_BUILTIN_FORGET), none, self)
    return guard_free_checked(guardState)
  }
}
