import JSON
import LogtoClient
import LuaRuntime

/// The secrets that one run has met, and what leaves the run without them. The script itself can use them: only what is
/// printed, returned, logged or raised is changed. Used on the run's own thread.
final class RunSecrets {
  /// Shows everything as it is.
  let reveals: Bool
  private var vault = SecretVault()
  /// The marks of the operations that were called, by their index.
  private var known: [Int: SecretMarks] = [:]

  init(reveals: Bool) { self.reveals = reveals }

  // MARK: Meeting them

  func meet(_ call: PreparedCall) {
    guard !reveals, let bytes = call.json else { return }
    add(marks(of: call).arguments(in: bytes))
  }

  func meet(_ response: APIResponse, of call: PreparedCall) {
    guard !reveals else { return }
    let marks = marks(of: call)
    if (300..<400).contains(response.status), let location = response.location { add(marks.location(location)) }
    if !response.body.isEmpty { add(marks.result(in: response.body)) }
  }

  private func marks(of call: PreparedCall) -> SecretMarks {
    let index = call.operation?.index ?? -1
    if let marks = known[index] { return marks }
    let marks = SecretMarks(operation: call.operation)
    known[index] = marks
    return marks
  }

  private func add(_ found: [SecretMarks.Found]) {
    for secret in found { vault.add(Array(secret.value.utf8), label: secret.label, isCode: secret.isCode) }
  }

  // MARK: Leaving them out

  var isIdle: Bool { reveals || vault.isEmpty }

  func redact(_ text: [UInt8]) -> [UInt8] { isIdle ? text : vault.redact(text) }

  func redact(_ text: String) -> String {
    isIdle ? text : String(decoding: vault.redact(Array(text.utf8)), as: UTF8.self)
  }

  /// A JSON text, still JSON afterwards: keys and strings are looked at, also as one text.
  func redact(json: [UInt8]) -> [UInt8] {
    guard !isIdle, let value = try? JSONValue.parse(json) else { return json }
    return redact(value).encoded()
  }

  func redact(_ value: JSONValue) -> JSONValue {
    if isIdle { return value }
    var pieces: [[UInt8]] = []
    collect(value, into: &pieces)
    var rest = vault.redact(pieces)[...]
    return rebuild(value, from: &rest)
  }

  func redact(_ error: LuaError) -> LuaError {
    if isIdle { return error }
    var error = error
    error.message = redact(error.message)
    error.hint = error.hint.map { redact($0) }
    error.traceback = redact(error.traceback)
    if case .object(let fields) = redact(.object(error.fields)) { error.fields = fields }
    return error
  }

  private func collect(_ value: JSONValue, into pieces: inout [[UInt8]]) {
    switch value {
    case .string(let text): pieces.append(Array(text.utf8))
    case .array(let elements): for element in elements { collect(element, into: &pieces) }
    case .object(let members):
      for member in members {
        pieces.append(Array(member.key.utf8))
        collect(member.value, into: &pieces)
      }
    default: break
    }
  }

  private func rebuild(_ value: JSONValue, from pieces: inout ArraySlice<[UInt8]>) -> JSONValue {
    func next() -> String { String(decoding: pieces.popFirst() ?? [], as: UTF8.self) }
    switch value {
    case .string: return .string(next())
    case .array(let elements): return .array(elements.map { rebuild($0, from: &pieces) })
    case .object(let members):
      var object = JSONObject()
      for member in members {
        let key = next()
        object[key] = rebuild(member.value, from: &pieces)
      }
      return .object(object)
    default: return value
    }
  }
}
