// The entry of the command: a subcommand, or a script to run.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@main
enum LogtoLuaCommand {
  static let version = "0.1.0"

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let code: ExitCode
    do {
      code = try run(words)
    } catch {
      StandardStream.error.line("logto-lua: \(error.message)")
      code = .usage
    }
    exit(code.rawValue)
  }

  /// Runs what the words say.
  ///
  /// - Throws: `UsageError`; everything else ends in an exit code.
  static func run(_ words: [String]) throws(UsageError) -> ExitCode {
    if let first = words.first, let subcommand = Subcommand.named(first) {
      return try subcommand(Array(words.dropFirst()))
    }
    let options = RunScript.options + OptionDeclaration.common
    let parsed = try CommandLineParser(options: options, stopsAtOperand: true).parse(words)
    if parsed.has("help") {
      StandardStream.output.write(Help.text())
      return .done
    }
    if parsed.has("version") {
      StandardStream.output.line("logto-lua \(version)")
      return .done
    }
    return try RunScript.run(parsed)
  }
}
