/// What a Lua state asks of the program around it. A host call is a message: a function and its arguments in, a reply
/// out, nothing else shared.
///
/// All are called on the thread that runs the state, from inside of Lua: none may call the state's methods except
/// ``LuaState/stop(_:)``.
public protocol LuaHost: AnyObject {
  /// A script calls one of the host's functions. `arguments` is good until this returns.
  func call(_ function: FunctionID, _ arguments: LuaArguments) -> Reply

  /// The wait is over (or the run was stopped): its results, a failure, or another wait.
  func finish(_ wait: WaitID) -> Reply

  /// Lua cannot yield here (a sort comparator, a metamethod called from C): return once the wait is over, or the run
  /// was stopped.
  func block(_ wait: WaitID)

  /// The first read of a namespace's field; the answer is kept, unless it is nil. A reply of no values is nil; a
  /// failure is raised (for instance naming the nearest field).
  func lookup(_ key: String, in namespace: NamespaceID) -> Reply

  /// The fields that `pairs` visits.
  func names(of namespace: NamespaceID) -> [String]

  /// The source text of a prelude module; nil where there is none of that name.
  func prelude(_ module: String) -> [UInt8]?

  /// What `print` writes, line by line, within the limit of the output.
  func write(_ output: UnsafeRawBufferPointer)
}
