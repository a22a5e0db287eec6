// Running a script: a file, a line given with -e, or standard input; and the REPL where that is a terminal.

import LogtoLua
import LuaRuntime

enum RunScript {
  static let options =
    [
      OptionDeclaration("execute", letter: "e", .one("CODE"), help: "run CODE instead of a file"),
      OptionDeclaration("apply", .one("PLAN"), help: "send the writes of a plan that --dry-run --plan saved"),
    ]
    + OptionDeclaration.run

  /// Runs what the words say.
  ///
  /// - Throws: `UsageError`; everything else ends in the exit code and the report.
  static func run(_ words: ParsedWords) throws(UsageError) -> ExitCode {
    if let path = words.value("apply") { return try ApplyPlan(words, path: path).execute() }
    var operands = words.operands[...]
    let source: [UInt8]
    let name: String
    if let code = words.value("execute") {
      source = Array(code.utf8)
      name = "-e"
    } else if let file = operands.popFirst() {
      guard Subcommand.named(file) == nil else {
        throw UsageError(message: "options go after '\(file)': logto-lua \(file) … (a script of that name: ./\(file))")
      }
      name = file == "-" ? "stdin" : file
      source = try SourceFile.read(file)
    } else {
      if StandardStream.inputIsTerminal {
        guard !words.has("plan") else {
          throw UsageError(message: "--plan saves what one script planned: give a script")
        }
        return try Repl(words).execute()
      }
      name = "stdin"
      source = try SourceFile.read("-")
    }
    return try ScriptRun(words, arguments: Array(operands)).execute(source, name: name)
  }
}
