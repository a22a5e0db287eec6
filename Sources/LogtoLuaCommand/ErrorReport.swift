// An error that ended a script, for a person: place, message, hint, and the writes that were done before it.

import LogtoLua
import LuaRuntime

struct ErrorReport {
  let text: String

  init(_ error: LuaError, _ outcome: Outcome) {
    var text = "logto-lua: \(error.kind.rawValue): \(error.description)\n"
    if let hint = error.hint { text += "  hint: \(hint)\n" }
    if let code = error.fields["code"]?.stringValue { text += "  code: \(code)\n" }
    if let request = error.fields["request_id"]?.stringValue { text += "  request: \(request)\n" }
    if !error.traceback.isEmpty { text += error.traceback + "\n" }
    let writes = outcome.writes
    if !writes.isEmpty {
      text += "writes before it ended:\n"
      for write in writes.prefix(50) {
        let id = write.id.map { " → \($0)" } ?? ""
        text += "  \(write.state == .unknown ? "unknown" : "done   ")  \(write.operation)\(id)\n"
      }
      if writes.count > 50 { text += "  … and \(writes.count - 50) more; --json lists all\n" }
    }
    self.text = text
  }
}
