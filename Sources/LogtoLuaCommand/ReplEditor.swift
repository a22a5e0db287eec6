// Line editing and history by libedit.

import CEdit

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// libedit on the standard streams. Used by the main thread alone.
final class ReplEditor: ReplTerminal {
  /// Never freed: libedit stays loaded. Nil where there is none.
  // Unchecked: written before anybody gets it, and never again.
  nonisolated(unsafe) fileprivate static let library: UnsafePointer<cedit>? = {
    let functions = UnsafeMutablePointer<cedit>.allocate(capacity: 1)
    guard cedit_load(functions) != 0 else {
      functions.deallocate()
      return nil
    }
    return UnsafePointer(functions)
  }()

  private let library: UnsafePointer<cedit>
  private let history: OpaquePointer
  private var editor: OpaquePointer?
  private let signals: ReplSignals
  fileprivate var prompt = strdup("")
  /// Why the line that is read was given up.
  private var given: ReplLine?

  /// Nil where libedit is missing, or cannot work with this terminal.
  init?(signals: ReplSignals) {
    guard let library = Self.library, let history = library.pointee.history_init() else { return nil }
    self.library = library
    self.history = history
    self.signals = signals
    // Scripts know no locale: only what libedit needs for characters beyond ASCII.
    setlocale(LC_CTYPE, "C.UTF-8")
    let context = Unmanaged.passUnretained(self).toOpaque()
    editor = cedit_open(library, context, history, Int32(ReplHistory.most), editorPrompt, editorRead)
    if editor == nil { return nil }
  }

  deinit {
    if let editor { library.pointee.el_end(editor) }
    library.pointee.history_end(history)
    free(prompt)
  }

  func line(prompt text: String) -> ReplLine {
    free(prompt)
    prompt = strdup(text)
    given = nil
    // What came while a line ran.
    while let event = signals.next() {
      if event == .end { return .end }
      if event == .resized { library.pointee.el_resize(editor) }
    }
    var count: Int32 = 0
    let line = cedit_line(library, editor, &count).map { String(cString: $0) }
    if given == .interrupted { StandardStream.output.line("^C") }
    if let given { return given }
    guard let line, count > 0 else { return .end }
    return .text(line.hasSuffix("\n") ? String(line.dropLast()) : line)
  }

  func remember(_ line: String) { cedit_remember(library, history, line) }

  /// One character from the terminal: 1, 0 at its end, or -1 where the line is given up.
  fileprivate func read(_ character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    var bytes: [UInt8] = []
    while true {
      switch Interruption.nextByte() {
      case .byte(let byte):
        bytes.append(byte)
        guard bytes.count >= Self.length(bytes[0]) else { continue }
        character.pointee = wchar_t(String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD)
        return 1
      case .end: return 0
      case .interrupted:
        while let event = signals.next() {
          switch event {
          case .interrupt: given = .interrupted
          case .end: given = .end
          case .resized: library.pointee.el_resize(editor)
          case .resumed: cedit_resume(library, editor)
          }
          if given != nil { return -1 }
        }
      }
    }
  }

  /// Bytes of a UTF-8 character that begins so.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }

  fileprivate static func from(_ editor: OpaquePointer?) -> ReplEditor? {
    guard let library, let context = cedit_context(library, editor) else { return nil }
    return Unmanaged<ReplEditor>.fromOpaque(context).takeUnretainedValue()
  }
}

private func editorPrompt(_ editor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  ReplEditor.from(editor)?.prompt
}

private func editorRead(_ editor: OpaquePointer?, _ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
  guard let editor = ReplEditor.from(editor), let character else { return -1 }
  return editor.read(character)
}
