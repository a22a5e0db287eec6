// A subcommand declared once: its name, how it is written, its options, and what runs it.

struct Subcommand: Sendable {
  let name: String
  /// The words after the name, as the help shows them: `NAME [--argument value]…`.
  let synopsis: String
  let summary: String
  var options: [OptionDeclaration] = []
  /// Unknown long options are the operation's arguments.
  var keepsOthers = false
  /// Paragraphs that follow the options in the help.
  var discussion = ""
  /// Runs it; the result is the process's exit code.
  let run: @Sendable (ParsedWords) throws(UsageError) -> ExitCode

  /// All subcommands, in the order of the help.
  static let all: [Subcommand] = [
    .call, .list, .search, .docs, .schema, .configure, .accounts, .doctor, .policy, .log, .demo, .catalogue,
  ]

  static func named(_ name: String) -> Subcommand? { all.first { $0.name == name } }

  /// Parses the words after the subcommand's name and runs it.
  func callAsFunction(_ words: [String]) throws(UsageError) -> ExitCode {
    let parser = CommandLineParser(options: options + OptionDeclaration.common, keepsOthers: keepsOthers)
    let parsed = try parser.parse(words)
    if parsed.has("help") {
      StandardStream.output.write(Help.text(for: self))
      return .done
    }
    return try run(parsed)
  }
}
