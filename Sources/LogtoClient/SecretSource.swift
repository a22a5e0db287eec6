// Where a secret of accounts.json is: in the file, in a variable, or behind a command.

import JSON

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How accounts.json gives a secret.
public enum SecretSource: Sendable, Equatable {
  /// The secret itself.
  case value(Secret)
  /// The name of an environment variable that holds it.
  case environment(String)
  /// A shell command that prints it, such as a password manager's. The last line break is dropped.
  case command(String)

  /// Looks the secret up. A command is run now, and waited for.
  ///
  /// - Throws: what is wrong, to be read after the field's name; never holds the secret or the command's output.
  public func resolve() throws(InvalidValue) -> Secret {
    switch self {
    case .value(let secret): return secret
    case .environment(let name):
      guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else {
        throw InvalidValue("is to be in the environment variable \(name), which is not set")
      }
      return Secret(text)
    case .command(let command): return try SecretCommand.run(command)
    }
  }

  /// What it is, without the secret: for `logto-lua accounts`.
  public var summary: String {
    switch self {
    case .value: "in the file"
    case .environment(let name): "variable \(name)"
    case .command: "a command"
    }
  }

  /// Reads `"…"`, `{"value": …}`, `{"env": …}` or `{"command": …}`.
  init(_ json: JSONValue) throws(InvalidValue) {
    if let text = json.stringValue {
      self = .value(Secret(text))
      return
    }
    guard let members = json.objectValue, members.count == 1, let member = members.members.first,
      let text = member.value.stringValue, !text.isEmpty
    else { throw SecretSource.shape }
    switch member.key {
    case "value": self = .value(Secret(text))
    case "env": self = .environment(text)
    case "command": self = .command(text)
    default: throw SecretSource.shape
    }
  }

  var json: JSONValue {
    switch self {
    case .value(let secret): ["value": .string(secret.reveal())]
    case .environment(let name): ["env": .string(name)]
    case .command(let command): ["command": .string(command)]
    }
  }

  private static let shape = InvalidValue(
    "is neither text nor one of {\"value\": …}, {\"env\": …}, {\"command\": …}")
}
