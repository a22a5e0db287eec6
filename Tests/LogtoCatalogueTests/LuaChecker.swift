// A small checker of scripts against lua/logto.lua: functions that there are not, arguments that they do not have.

/// Checks calls of the form `logto.name{…}` and `logto.name({…})` against definitions.
struct LuaChecker {
  private var fields: [String: Set<String>] = [:]
  private var functions: [String: String] = [:]
  private var others: Set<String> = []

  /// Reads the definitions.
  init(definitions: String) {
    var type = ""
    var parameter = ""
    for line in definitions.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("---@class") {
        type = words.first { $0.hasPrefix("logto") && !$0.hasPrefix("---") } ?? ""
        while type.hasSuffix(":") { type.removeLast() }
      } else if line.hasPrefix("---@field"), words.count > 1 {
        var name = words[1]
        if name.hasSuffix("?") { name.removeLast() }
        fields[type, default: []].insert(name)
      } else if line.hasPrefix("---@param arguments"), words.count > 2 {
        parameter = words[2]
      } else if line.hasPrefix("function logto."), let end = line.firstIndex(of: "(") {
        let name = String(line[line.index(line.startIndex, offsetBy: 15)..<end])
        functions[name] = parameter
        parameter = ""
      } else if line.hasPrefix("logto."), let name = line.dropFirst(6).split(separator: " ").first {
        others.insert(String(name))
      }
    }
  }

  /// What a script calls that there is not, a line each.
  func faults(in script: String) -> [String] {
    let tokens = LuaTokens(script).tokens
    var faults: [String] = []
    var place = 0
    while place + 2 < tokens.count {
      defer { place += 1 }
      guard tokens[place] == "logto", tokens[place + 1] == ".", place == 0 || tokens[place - 1] != "." else { continue }
      var name = tokens[place + 2]
      var after = place + 3
      if name == "try", after + 1 < tokens.count, tokens[after] == "." {
        name = tokens[after + 1]
        after += 2
      }
      if name.hasPrefix("logto_") { name.removeFirst(6) }
      guard let type = functions[name] else {
        if !others.contains(name) { faults.append("no function '\(name)'") }
        continue
      }
      guard let known = fields[type] else { continue }
      for key in Self.keys(tokens, from: after) where !known.contains(key) {
        faults.append("'\(name)' has no argument '\(key)'")
      }
    }
    return faults
  }

  /// The keys of the table that begins there, without those of tables within it.
  private static func keys(_ tokens: [String], from start: Int) -> [String] {
    var place = start
    if place < tokens.count, tokens[place] == "(" { place += 1 }
    guard place < tokens.count, tokens[place] == "{" else { return [] }
    var depth = 0
    var keys: [String] = []
    while place < tokens.count {
      switch tokens[place] {
      case "{", "(", "[": depth += 1
      case "}", ")", "]":
        depth -= 1
        if depth == 0 { return keys }
      case "=":
        if depth == 1, ["{", ",", ";"].contains(tokens[place - 2]) { keys.append(tokens[place - 1]) }
      default: break
      }
      place += 1
    }
    return keys
  }
}

/// The words and signs of a Lua text, without comments; strings are one token.
struct LuaTokens {
  private(set) var tokens: [String] = []

  init(_ text: String) {
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("--") {
        rest = rest.drop { $0 != "\n" }
      } else if first == "\"" || first == "'" {
        rest.removeFirst()
        while let next = rest.popFirst(), next != first { if next == "\\" { rest = rest.dropFirst() } }
        tokens.append("\"\"")
      } else if rest.hasPrefix("[["), let end = rest.firstRange(of: "]]") {
        rest = rest[end.upperBound...]
        tokens.append("\"\"")
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      } else if rest.hasPrefix("==") || rest.hasPrefix("..") || rest.hasPrefix("~=") || rest.hasPrefix("<=")
        || rest.hasPrefix(">=")
      {
        tokens.append(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else {
        tokens.append(String(rest.removeFirst()))
      }
    }
  }
}
