// The help texts, derived from the tables of subcommands and options.

enum Help {
  /// What `logto-lua --help` prints.
  static func text() -> String {
    var text = """
      logto-lua: one Lua script instead of dozens of calls to a Logto tenant.

      usage: logto-lua [options] FILE [argument…]   run a script
             logto-lua [options] -e CODE            run CODE
             logto-lua [options] -                  run what standard input holds
             logto-lua [options]                    run what is typed, line by line (on a terminal)
             logto-lua SUBCOMMAND …                 one of those below

      subcommands (logto-lua SUBCOMMAND --help says more):

      """
    let width = Subcommand.all.map(\.name.count).max() ?? 0
    for subcommand in Subcommand.all {
      text += "  \(subcommand.name.padded(to: width))  \(subcommand.summary)\n"
    }
    text += "\noptions:\n" + table(RunScript.options + OptionDeclaration.common)
    text += """

      The account comes from LOGTO_ENDPOINT, LOGTO_APP_ID, LOGTO_APP_SECRET and, where it does not follow
      from the endpoint, LOGTO_RESOURCE. --demo needs none.

      exit codes: 0 done; 1 the script's mistake; 2 usage; 3 credentials; 4 policy; 5 a limit;
                  6 the tenant or the network

      """
    return text
  }

  /// What `logto-lua NAME --help` prints.
  static func text(for subcommand: Subcommand) -> String {
    var text = "usage: logto-lua \(subcommand.name) \(subcommand.synopsis)\n\n\(subcommand.summary)\n"
    if !subcommand.discussion.isEmpty { text += "\n\(subcommand.discussion)\n" }
    text += "\noptions:\n" + table(subcommand.options + OptionDeclaration.common)
    return text
  }

  private static func table(_ options: [OptionDeclaration]) -> String {
    let rows = options.map { option in (left(option), option.help) }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0.padded(to: width))  \($1)\n" }.joined()
  }

  private static func left(_ option: OptionDeclaration) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    switch option.value {
    case .flag: return "\(letter)--\(option.name)"
    case .one(let metavariable), .many(let metavariable): return "\(letter)--\(option.name) \(metavariable)"
    }
  }
}

extension String {
  /// The text followed by spaces up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
