// Questions to a person at the terminal.

enum Terminal {
  /// Asks a person; nil where there is none, or where nothing is answered.
  static func ask(_ prompt: String, hidden: Bool = false) -> String? {
    guard StandardStream.inputIsTerminal else { return nil }
    // A hidden answer is asked for when nothing that is typed is shown any more.
    let text = hidden ? HiddenInput.during { answer(to: prompt) } : answer(to: prompt)
    if hidden { StandardStream.error.write("\n") }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func answer(to prompt: String) -> String? {
    StandardStream.error.write("\(prompt): ")
    return readLine()
  }
}
