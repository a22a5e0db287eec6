enum RunScript {
  static let options = OptionDeclaration.run
  static func run(_ words: ParsedWords) throws(UsageError) -> ExitCode { .done }
}
