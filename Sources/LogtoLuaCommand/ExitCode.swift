// The exit codes of the command: one for each group of error kinds.

/// What the process ends with. Scripts and agents rely on these numbers.
enum ExitCode: Int32, Sendable {
  case done = 0
  /// Kinds `script` and `validation`: the script's own mistake.
  case script = 1
  /// The command line itself.
  case usage = 2
  /// Kind `auth`, or no account.
  case auth = 3
  case policy = 4
  case limit = 5
  /// Kinds `http`, `rate_limit`, `quota`, `network`, `timeout`.
  case tenant = 6
}
