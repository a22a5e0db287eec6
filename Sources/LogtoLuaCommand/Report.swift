// An error of the client, as the command shows it: what happened and what to do, on standard error.

import LogtoClient

enum Report {
  /// Prints `error` and answers the exit code of its kind.
  static func failure(_ error: LogtoError) -> ExitCode {
    StandardStream.error.line("logto-lua: \(error.message)")
    if let hint = error.hint { StandardStream.error.line("  hint: \(hint)") }
    return ExitCode(kind: error.kind.rawValue)
  }
}

extension ExitCode {
  /// The code of an error kind (design: script and validation 1, auth 3, policy 4, limit 5, all others 6).
  init(kind: String) {
    switch kind {
    case "script", "validation": self = .script
    case "auth": self = .auth
    case "policy": self = .policy
    case "limit": self = .limit
    default: self = .tenant
    }
  }
}
