import JSON
import LuaRuntime

extension LuaError {
  /// The error with words that steer no terminal: messages hold the tenant's.
  var forReaders: LuaError {
    var error = self
    error.message = TerminalText.stripped(message)
    error.hint = hint.map(TerminalText.stripped)
    error.traceback = TerminalText.stripped(traceback)
    for member in fields {
      if case .string(let text) = member.value { error.fields[member.key] = .string(TerminalText.stripped(text)) }
    }
    return error
  }
}
