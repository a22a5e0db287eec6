// Where the lines of the REPL come from: libedit, or the terminal as it is.

/// What came of asking for a line.
enum ReplLine: Equatable {
  case text(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or there is no terminal any more.
  case end
}

protocol ReplTerminal {
  func line(prompt: String) -> ReplLine
  /// A line that the person may want back.
  func remember(_ line: String)
}

/// The terminal's own line editing (the kernel's); without history.
struct PlainTerminal: ReplTerminal {
  let signals: ReplSignals

  func line(prompt: String) -> ReplLine {
    while let event = signals.next() { if event == .end { return .end } }
    StandardStream.output.write(prompt)
    var bytes: [UInt8] = []
    while true {
      switch Interruption.nextByte() {
      case .byte(UInt8(ascii: "\n")): return .text(String(decoding: bytes, as: UTF8.self))
      case .byte(let byte): bytes.append(byte)
      case .end: return bytes.isEmpty ? .end : .text(String(decoding: bytes, as: UTF8.self))
      case .interrupted:
        while let event = signals.next() {
          switch event {
          case .interrupt:
            // The terminal has shown ^C, and thrown away what was typed.
            StandardStream.output.line("")
            return .interrupted
          case .end: return .end
          case .resumed: StandardStream.output.write(prompt)
          case .resized: break
          }
        }
      }
    }
  }

  func remember(_ line: String) {}
}
