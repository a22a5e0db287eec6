// What is typed at the prompt, from its first line until the parser says that it is whole.

import LogtoLua

/// The lines of one text of the REPL so far.
struct ReplChunk {
  /// What follows from a line.
  enum Next: Equatable {
    /// Nothing was typed.
    case nothing
    /// The text is not whole yet.
    case more
    /// Run this.
    case run(String)
  }

  private(set) var text = ""

  /// Adds a line. An expression is run for its values: `1 + 1` as `return 1 + 1`, and so is `= 1 + 1`.
  ///
  /// - Parameter check: asks the parser about a text.
  mutating func add(_ line: String, _ check: (String) -> Run.Syntax) -> Next {
    text += text.isEmpty ? line : "\n" + line
    guard text.contains(where: { !$0.isWhitespace }) else {
      text = ""
      return .nothing
    }
    let forms = text.hasPrefix("=") ? ["return " + text.dropFirst()] : ["return " + text, text]
    // The line break tells a string that was not closed, which no further line can close, from an unfinished text.
    let found = forms.map { check($0 + "\n") }
    if let whole = found.firstIndex(of: .complete) { return take(forms[whole]) }
    if found.contains(.incomplete) { return .more }
    // Wrong: running it says how.
    return take(forms.last ?? text)
  }

  private mutating func take(_ form: String) -> Next {
    text = ""
    return .run(form)
  }
}
