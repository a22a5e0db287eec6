import JSON

/// An error on its way into a script, or one that a script did not catch.
public struct LuaError: Error, Sendable, Equatable {
  /// Whose fault it is, and of which nature.
  public var kind: ErrorKind
  /// What went wrong, without the place.
  public var message: String
  /// Further fields of the error table: `status`, `code`, `data`, `operation`, `limit`, …
  public var fields: JSONObject
  /// What to do about it.
  public var hint: String?
  /// The script's own line; set when the error comes out of a script.
  public var position: LuaPosition?
  /// The script's stack, one frame a line; set when the error comes out of a script.
  public var traceback: String

  /// An error for a script to see; place and traceback are filled in when it is raised.
  public init(
    kind: ErrorKind, message: String, fields: JSONObject = [:], hint: String? = nil, position: LuaPosition? = nil,
    traceback: String = ""
  ) {
    self.kind = kind
    self.message = message
    self.fields = fields
    self.hint = hint
    self.position = position
    self.traceback = traceback
  }

  /// An error of the script's own making, such as a wrong argument.
  public static func script(_ message: String, hint: String? = nil) -> LuaError {
    LuaError(kind: .script, message: message, hint: hint)
  }

  /// An error that ends the run: a script cannot catch it.
  public static func limit(_ limit: LimitKind, _ message: String) -> LuaError {
    LuaError(kind: .limit, message: message, fields: ["limit": .string(limit.name)])
  }
}

/// A line of a script.
public struct LuaPosition: Sendable, Equatable {
  /// The chunk's name, as it was given to ``LuaState/load(_:name:)`` (a file's path, `-e`).
  public var chunk: String
  /// Counted from 1.
  public var line: Int

  /// A line, counted from 1.
  public init(chunk: String, line: Int) {
    self.chunk = chunk
    self.line = line
  }
}

extension LuaError: CustomStringConvertible {
  /// `script.lua:12: the message`
  public var description: String {
    guard let position else { return message }
    return "\(position.chunk):\(position.line): \(message)"
  }
}
