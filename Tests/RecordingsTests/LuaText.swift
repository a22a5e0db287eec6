import JSON
import LogtoCatalogue
import LogtoClient
import TestSupport

/// Writes what a person would write for a recorded exchange: Lua source text.
enum LuaText {
  /// The argument table of the exchange's operation: parameters by their Lua names, the body's properties beside
  /// them where they do not collide, else `body = {…}`.
  static func arguments(of recording: Recording, operation: Operation) -> String {
    var members: [String] = []
    let target = recording.path.split(separator: "?", maxSplits: 1).map(String.init)
    let segments = target[0].split(separator: "/").map { PercentEncoding.decode($0, plusIsSpace: false) ?? "" }
    for (part, segment) in zip(operation.pathSegments, segments) {
      guard case .parameter(let name) = part else { continue }
      let argument = operation.parameters.first { $0.place == .path && $0.name == name }?.argument ?? name
      members.append("\(key(argument)) = \(string(segment))")
    }
    members += query(target.count > 1 ? target[1] : "", operation: operation)
    members += body(of: recording, operation: operation)
    if let id = recording.header("logto-verification-id") { members.append("logto_verification_id = \(string(id))") }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private static func query(_ text: String, operation: Operation) -> [String] {
    var names: [String] = []
    var values: [String: [String]] = [:]
    for item in text.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = PercentEncoding.decode(parts[0]) ?? ""
      if values[name] == nil { names.append(name) }
      values[name, default: []].append(PercentEncoding.decode(parts.count > 1 ? parts[1] : "") ?? "")
    }
    var members: [String] = []
    var searched: [String] = []
    for name in names {
      let texts = values[name, default: []].map(string)
      let value = texts.count == 1 ? texts[0] : "{ \(texts.joined(separator: ", ")) }"
      if name.hasPrefix("search.") {
        searched.append("\(key(String(name.dropFirst("search.".count)))) = \(value)")
      } else {
        let argument = operation.parameters.first { $0.place == .query && $0.name == name }?.argument ?? name
        members.append("\(key(argument)) = \(value)")
      }
    }
    if !searched.isEmpty { members.append("search = { \(searched.joined(separator: ", ")) }") }
    return members
  }

  private static func body(of recording: Recording, operation: Operation) -> [String] {
    if let part = recording.body["multipart"] {
      let file =
        "{ name = \(literal(part["filename"] ?? .null)), type = \(literal(part["contentType"] ?? .null)), "
        + "content = string.rep(\"x\", \(part["bytes"]?.integerValue ?? 0)) }"
      return ["\(key(part["field"]?.stringValue ?? "file")) = \(file)"]
    }
    if recording.mediaType == nil { return [] }
    guard case .object(let object) = recording.body else { return ["body = \(literal(recording.body))"] }
    let parameters = Set(operation.parameters.flatMap { [$0.name, $0.argument] })
    let isPlain = !object.isEmpty && operation.body != nil && object.allSatisfy { !parameters.contains($0.key) }
    guard isPlain, operation.body?.schema.properties.isEmpty == false else {
      return ["body = \(literal(recording.body))"]
    }
    return object.map { "\(key($0.key)) = \(literal($0.value))" }
  }

  static func literal(_ value: JSONValue) -> String {
    switch value {
    case .null: "json.null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): string(text)
    case .array(let elements):
      elements.isEmpty ? "json.array{}" : "{ " + elements.map(literal).joined(separator: ", ") + " }"
    case .object(let object):
      "{ " + object.map { "[\(string($0.key))] = \(literal($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private static func key(_ name: String) -> String {
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
      default: false
      }
    }
    return isName ? name : "[\(string(name))]"
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): result += "\\\""
      case UInt8(ascii: "\\"): result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return result + "\""
  }
}
