import JSON

/// What the host answers to a call.
public enum Reply: Sendable {
  /// The values that the function returns.
  case results([ReplyItem])
  /// The values come later: the script waits, and ``LuaHost/finish(_:)`` is asked when the wait is over.
  case wait(WaitID)
  /// The error that is raised in the script. One of kind ``ErrorKind/limit`` ends the run and cannot be caught.
  case failure(LuaError)

  /// A function that returns nothing.
  public static var nothing: Reply { .results([]) }
  /// A function that returns one value.
  public static func result(_ item: ReplyItem) -> Reply { .results([item]) }
}

/// One value on its way into Lua.
public enum ReplyItem: Sendable {
  /// Lua's `nil`.
  case none
  /// `json.null`.
  case null
  /// `true` or `false`
  case bool(Bool)
  /// An integer.
  case integer(Int64)
  /// A float.
  case number(Double)
  /// A string of bytes.
  case string([UInt8])
  /// JSON text, decoded straight onto the Lua stack. With a schema its tables are strict: reading a field that the
  /// schema does not have raises. Text that is no JSON raises an error of kind ``ErrorKind/http``.
  case json([UInt8], schema: SchemaID)
  /// A tree, decoded like free-form JSON.
  case value(JSONValue)
  /// A function that calls the host.
  case function(FunctionID)
  /// A table that asks the host for its fields. `name` is what messages call it (`logto`).
  case namespace(NamespaceID, name: String)
  /// A field of a module of the prelude, or with nil the module's table. Must be alone in its reply.
  case prelude(module: String, field: String?)
  /// A chunk, compiled: a function. Must be alone in its reply.
  case chunk([UInt8], name: String)

  /// A string.
  public static func string(_ text: String) -> ReplyItem { .string(Array(text.utf8)) }
}
