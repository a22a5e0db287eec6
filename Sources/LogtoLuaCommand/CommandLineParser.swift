// From the words of the command line to options and operands, by the option table alone.

import LogtoCatalogue

/// A mistake in the command line; printed to standard error, exit code 2.
struct UsageError: Error, Equatable {
  let message: String
}

/// What the words of a command line said.
struct ParsedWords: Sendable, Equatable {
  /// Values by option name, in the order given. A flag has one empty value.
  var values: [String: [String]] = [:]
  /// The words that are not options.
  var operands: [String] = []
  /// Options that the table does not know, kept in order where the caller asked for them.
  var others: [(name: String, value: String)] = []

  func has(_ name: String) -> Bool { values[name] != nil }
  func value(_ name: String) -> String? { values[name]?.last }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  static func == (left: ParsedWords, right: ParsedWords) -> Bool {
    left.values == right.values && left.operands == right.operands
      && left.others.elementsEqual(right.others) { $0.name == $1.name && $0.value == $1.value }
  }
}

struct CommandLineParser: Sendable {
  let options: [OptionDeclaration]
  /// The first operand ends the options: what follows belongs to the script.
  var stopsAtOperand = false
  /// Unknown long options with a value are kept in `others` (the arguments of `call`).
  var keepsOthers = false

  /// Parses `words`.
  ///
  /// - Throws: `UsageError` that names the option at fault and the nearest known one.
  func parse(_ words: [String]) throws(UsageError) -> ParsedWords {
    var result = ParsedWords()
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        result.operands += words[index...]
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        result.operands.append(word)
        if stopsAtOperand {
          result.operands += words[index...]
          break
        }
        continue
      }
      try take(word, from: words, at: &index, into: &result)
    }
    return result
  }

  private func take(
    _ word: String, from words: [String], at index: inout Int, into result: inout ParsedWords
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let written = parts[0]
    var inline = parts.count > 1 ? parts[1] : nil
    guard let option = declaration(of: written) else {
      guard keepsOthers, written.hasPrefix("--") else { throw unknown(written) }
      guard let value = inline ?? (index < words.count ? words[index] : nil) else {
        throw UsageError(message: "\(written) needs a value")
      }
      if inline == nil { index += 1 }
      result.others.append((String(written.dropFirst(2)), value))
      return
    }
    switch option.value {
    case .flag:
      guard inline == nil else { throw UsageError(message: "--\(option.name) takes no value") }
      inline = ""
    case .one(let metavariable), .many(let metavariable):
      if inline == nil {
        guard index < words.count else { throw UsageError(message: "--\(option.name) needs a value: \(metavariable)") }
        inline = words[index]
        index += 1
      }
    }
    if case .one = option.value, result.values[option.name] != nil {
      throw UsageError(message: "--\(option.name) is given twice")
    }
    result.values[option.name, default: []].append(inline ?? "")
  }

  private func declaration(of written: String) -> OptionDeclaration? {
    if written.hasPrefix("--") { return options.first { "--" + $0.name == written } }
    guard written.count == 2, let letter = written.last else { return nil }
    return options.first { $0.letter == letter }
  }

  private func unknown(_ written: String) -> UsageError {
    let near = Nearest.match(written.drop { $0 == "-" }.description, among: options.map(\.name))
    let hint = near.map { "; did you mean '--\($0)'?" } ?? "; --help lists the options"
    return UsageError(message: "unknown option \(written)\(hint)")
  }
}
