import JSON
import LogtoCatalogue
import LogtoClient
import LuaRuntime
import Synchronization

/// The secrets that one run has met, and what leaves the run without them. The script itself can use them: only what is
/// printed, returned, logged or raised is changed.
final class RunSecrets: Sendable {
  /// Shows everything to whoever reads the run's output; the call log never does.
  let reveals: Bool
  /// The lock guards what was met: a call is shown to a person, or written into the log, on whatever thread.
  private let met = Mutex<Met?>(nil)

  /// Made for the first secret: most scripts meet none.
  private final class Met {
    var vault = SecretVault()
    var short = ShortSecrets()

    var isEmpty: Bool { vault.isEmpty && short.isEmpty }

    func isClear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      isEmpty || short.isClear(text) && vault.isClear(text)
    }

    func redact(_ text: [UInt8]) -> [UInt8] {
      if text.withUnsafeBufferPointer({ isClear($0) }) { return text }
      let text = short.isEmpty ? text : short.redact(text)
      return vault.isEmpty ? text : vault.redact(text)
    }

    /// Keys, strings and numbers are looked at, also as one text.
    func redact(_ value: JSONValue) -> JSONValue {
      let value = short.isEmpty ? value : short.redact(value)
      if vault.isEmpty { return value }
      var pieces: [[UInt8]] = []
      RunSecrets.collect(value, into: &pieces)
      var rest = vault.redact(pieces)[...]
      return RunSecrets.rebuild(value, from: &rest)
    }
  }

  init(reveals: Bool) { self.reveals = reveals }

  // MARK: Meeting them

  /// - Throws: kind `limit` where the run has met more secrets than can be looked for: none may be shown then.
  func meet(_ call: PreparedCall) throws(LuaError) {
    let (marks, request) = (call.marks, call.request)
    var found = request.query.isEmpty ? [] : marks.arguments(in: request.query)
    switch request.body {
    case .json(let bytes): found += marks.arguments(in: bytes)
    case .form(let fields): found += marks.arguments(in: fields)
    default: break
    }
    if let token = request.userToken?.reveal() {
      found.append(.init(value: token, key: "user_token", label: "user_token", isCode: false))
    }
    try meet(found)
  }

  /// - Throws: as above.
  func meet(_ response: APIResponse, of call: PreparedCall) throws(LuaError) {
    let marks = call.marks
    var found = response.body.isEmpty ? [] : marks.result(in: response.body)
    if (300..<400).contains(response.status), let location = response.location { found += marks.location(location) }
    try meet(found)
  }

  private func meet(_ found: [SecretMarks.Found]) throws(LuaError) {
    let size = met.withLock { known in
      if found.isEmpty, known == nil { return 0 }
      let met = known ?? Met()
      known = met
      // What a dry run put in the place of a secret is none.
      for secret in found where !PlanToken.isToken(secret.value) {
        let shortest = secret.isCode ? SecretVault.shortestCode : SecretVault.shortestValue
        if secret.value.utf8.count < shortest {
          met.short.add(secret)
        } else {
          met.vault.add(Array(secret.value.utf8), label: secret.label, isCode: secret.isCode)
        }
      }
      return met.vault.size + met.short.size
    }
    if size > SecretVault.capacity {
      throw .limit(.memory, "the run has met more than \(ByteCount.bytes(SecretVault.capacity)) of secrets")
    }
  }

  // MARK: Leaving them out of what a reader sees

  var isIdle: Bool { reveals || met.withLock { $0?.isEmpty ?? true } }

  func redact(_ text: [UInt8]) -> [UInt8] { reveals ? text : met.withLock { $0?.redact(text) ?? text } }

  func redact(_ text: String) -> String {
    isIdle ? text : String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  /// Several texts that are read together.
  func redact(_ texts: [String]) -> [String] {
    if isIdle { return texts }
    return met.withLock { met in
      guard let met else { return texts }
      let pieces = texts.map { met.short.redact(Array($0.utf8)) }
      return met.vault.redact(pieces).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// A JSON text, still JSON afterwards.
  func redact(json: [UInt8]) -> [UInt8] {
    if isIdle { return json }
    guard let value = try? JSONValue.parse(json) else { return redact(json) }
    return redact(value).encoded()
  }

  func redact(_ value: JSONValue) -> JSONValue { reveals ? value : hide(value) }

  func redact(_ error: LuaError) -> LuaError {
    if isIdle { return error }
    var error = error
    error.message = redact(error.message)
    error.hint = error.hint.map { redact($0) }
    error.traceback = redact(error.traceback)
    if case .object(let fields) = redact(.object(error.fields)) { error.fields = fields }
    return error
  }

  // MARK: Leaving them out of what is kept

  /// As `redact`, also where secrets are revealed to the reader of the output.
  func hide(_ value: JSONValue) -> JSONValue { met.withLock { $0?.redact(value) ?? value } }

  func hide(_ text: String) -> String {
    met.withLock { met in
      guard let met else { return text }
      var copy = text
      if copy.withUTF8({ met.isClear($0) }) { return text }
      return String(decoding: met.redact(Array(text.utf8)), as: UTF8.self)
    }
  }

  /// A call's JSON body, also without what stands at its own places and under secret-like keys, however short.
  func hide(body: [UInt8], marks: SecretMarks) -> [UInt8] {
    guard let value = try? JSONValue.parse(body) else { return Array("null".utf8) }
    return hide(marks.hidingArguments(in: SecretMarks.anywhere.hidingArguments(in: value))).encoded()
  }

  // MARK: Pieces

  private static func collect(_ value: JSONValue, into pieces: inout [[UInt8]]) {
    switch value {
    case .string(let text): pieces.append(Array(text.utf8))
    case .integer(let number): pieces.append(Array(String(number).utf8))
    case .array(let elements): for element in elements { collect(element, into: &pieces) }
    case .object(let members):
      for member in members {
        pieces.append(Array(member.key.utf8))
        collect(member.value, into: &pieces)
      }
    default: break
    }
  }

  private static func rebuild(_ value: JSONValue, from pieces: inout ArraySlice<[UInt8]>) -> JSONValue {
    func next() -> String { String(decoding: pieces.popFirst() ?? [], as: UTF8.self) }
    switch value {
    case .string: return .string(next())
    case .integer(let number):
      let text = next()
      return text == String(number) ? value : .string(text)
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
