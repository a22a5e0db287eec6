import JSON

/// A table of functions that the program around a script gives it, under a global name.
///
/// ```swift
/// runtime.register("mail", [
///   .function("send") { arguments in try await mailer.send(to: arguments[0].stringValue ?? "") ; return true },
/// ])
/// ```
public struct HostModule: Sendable {
  /// The global's name.
  public let name: String
  /// What the table holds.
  public let functions: [Function]

  /// Functions under a global name; see ``LogtoRuntime/register(_:_:)``.
  public init(_ name: String, _ functions: [Function]) {
    self.name = name
    self.functions = functions
  }

  /// One function. Arguments and result are JSON values: tables go over by value.
  public struct Function: Sendable {
    enum Body: Sendable {
      case immediate(@Sendable ([JSONValue]) throws -> JSONValue)
      case waiting(@Sendable ([JSONValue]) async throws -> JSONValue)
    }

    /// Its name in the table.
    public let name: String
    let body: Body

    /// A function that may wait: the script waits with it and holds no thread. What it throws is raised in the
    /// script: a ``HostFunctionError``'s message, of anything else that the function failed.
    public static func function(
      _ name: String, _ body: @escaping @Sendable ([JSONValue]) async throws -> JSONValue
    ) -> Function {
      Function(name: name, body: .waiting(body))
    }

    /// A function that answers at once, on the script's own thread.
    public static func immediate(
      _ name: String, _ body: @escaping @Sendable ([JSONValue]) throws -> JSONValue
    ) -> Function {
      Function(name: name, body: .immediate(body))
    }
  }
}

/// What a host function throws to say something to the script. Other errors are not shown to scripts, since their
/// texts may hold what is none of a script's business.
public struct HostFunctionError: Error, Sendable {
  /// What the script is told.
  public let message: String
  /// What to do about it.
  public let hint: String?

  /// An error that a script may see.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
