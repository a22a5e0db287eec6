// Which operation a method and a path are: the escape hatch is judged as the operation that it reaches.

extension Catalogue {
  /// The operation that a request would reach, with its path arguments by documented name.
  ///
  /// The server's router ignores letter case in fixed segments and a slash at the end, so this does too: otherwise
  /// `/api/USERS/x` would escape the policy for `/api/users/{userId}`. Where two paths match, the one whose first
  /// differing segment is fixed text is meant. Arguments are percent-decoded.
  public func operation(method: String, path: String) -> (operation: Operation, arguments: [String: String])? {
    let path = path.prefix { $0 != "?" && $0 != "#" }
    let segments = path.split(separator: "/").map { Self.decode($0) }
    let method = method.uppercased()
    var best: (operation: Operation, arguments: [String: String], fixed: [Bool])?
    for operation in operations where operation.method == method {
      let pattern = operation.pathSegments
      guard pattern.count == segments.count else { continue }
      guard let arguments = Self.match(pattern, segments) else { continue }
      let fixed = pattern.map { if case .literal = $0 { true } else { false } }
      if let best, !Self.isMoreSpecific(fixed, best.fixed) { continue }
      best = (operation, arguments, fixed)
    }
    return best.map { ($0.operation, $0.arguments) }
  }

  private static func match(_ pattern: [Operation.PathSegment], _ segments: [String]) -> [String: String]? {
    var arguments: [String: String] = [:]
    for (part, segment) in zip(pattern, segments) {
      switch part {
      case .literal(let text): if text.lowercased() != segment.lowercased() { return nil }
      case .parameter(let name): arguments[name] = segment
      }
    }
    return arguments
  }

  private static func isMoreSpecific(_ one: [Bool], _ other: [Bool]) -> Bool {
    for (mine, theirs) in zip(one, other) where mine != theirs { return mine }
    return false
  }

  /// Percent-decoding; a text that is not validly encoded stays as it is.
  static func decode(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return String(text)
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }
}
