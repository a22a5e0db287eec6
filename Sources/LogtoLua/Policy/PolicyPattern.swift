// One pattern of a policy: which calls it speaks about.

import LogtoClient

/// What a policy knows of a call before it is made.
public struct CallSubject: Sendable, Equatable {
  /// The short name (`list_users`); empty for a request to a path that no operation has.
  public var name: String
  /// The operation's group (`Users`); empty for such a request.
  public var group: String
  /// Whether the call may change something. A request to an unknown path is a write unless it is a GET.
  public var isWrite: Bool
  /// Whether it removes or replaces something (design: every DELETE, `replace_*`, `reset_*` and five more).
  public var isDestructive: Bool
  /// The HTTP method, in capitals.
  public var method: String
  /// The path sent, without the query: `/api/users/u1`.
  public var path: String
  /// The account that is called, by the name that a script gives it; nil the default one.
  public var account: String?

  /// A call as policies see it.
  public init(
    name: String, group: String, isWrite: Bool, isDestructive: Bool, method: String, path: String,
    account: String? = nil
  ) {
    self.name = name
    self.group = group
    self.isWrite = isWrite
    self.isDestructive = isDestructive
    self.method = method
    self.path = path
    self.account = account
  }
}

/// A pattern over calls: a glob over names, a group, a mode, or a glob over paths.
///
/// Written as `delete_*` (any spelling of a function's name; `*` stands for any characters), `group:Users`
/// (globs too, case does not matter), `read`, `write`, `destructive`, or `path:/api/users/*`, optionally with a
/// method in front: `path:DELETE /api/*`. A rule that allows takes a pattern to the letter, one that refuses more
/// widely: see `forbids`.
public struct PolicyPattern: Sendable, Hashable {
  /// As it was written.
  public let text: String
  private let kind: Kind

  private enum Kind: Sendable, Hashable {
    case everyCall
    case name(Glob)
    case group(Glob)
    case read
    case write
    case destructive
    case path(method: String?, Glob)
  }

  /// Reads a pattern.
  ///
  /// - Throws: `PolicyPatternError` that names the text and the forms that work.
  public init(_ text: String) throws(PolicyPatternError) {
    self.text = text
    switch text {
    case "read": kind = .read
    case "write": kind = .write
    case "destructive": kind = .destructive
    default:
      if text.hasPrefix("group:") {
        kind = .group(Glob(String(text.dropFirst(6))))
      } else if text.hasPrefix("path:") {
        kind = try Self.path(text)
      } else {
        var name = Substring(text)
        for prefix in ["app.integrations.", "logto.", "logto_"] where name.hasPrefix(prefix) {
          name = name.dropFirst(prefix.count)
        }
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else { throw PolicyPatternError(text: text) }
        kind = name == "*" ? .everyCall : .name(Glob(String(name)))
      }
    }
  }

  private static func path(_ text: String) throws(PolicyPatternError) -> Kind {
    let words = text.dropFirst(5).split(separator: " ").map(String.init)
    guard let path = words.last, words.count <= 2, path.hasPrefix("/") || path.hasPrefix("*") else {
      throw PolicyPatternError(text: text)
    }
    return .path(method: words.count == 2 ? words[0].uppercased() : nil, Glob(path))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || (97...122).contains(byte) || (48...57).contains(byte)
  }

  /// Whether a rule against calls speaks about `subject`. A server reads a path's fixed segments in any case and
  /// decodes the others, so here either spelling is meant; and `*` is every call, those of no function among them.
  func forbids(_ subject: CallSubject) -> Bool {
    switch kind {
    case .everyCall: return true
    case .path: return forbids(subject.method, subject.path)
    default: return matches(subject)
    }
  }

  /// Whether it speaks about paths: what the others say is the same for every call of an operation.
  var isOfPaths: Bool { if case .path = kind { true } else { false } }

  /// What a rule against paths says, and false for any other rule.
  func forbids(_ called: String, _ path: String) -> Bool {
    guard case .path(let method, let glob) = kind, (method ?? called) == called else { return false }
    if glob.matches(path, ignoringCase: true) { return true }
    var copy = path
    guard copy.withUTF8({ $0.contains(UInt8(ascii: "%")) }) else { return false }
    return PercentEncoding.decode(path[...], plusIsSpace: false).map { glob.matches($0, ignoringCase: true) } ?? false
  }

  /// Whether the pattern speaks about `subject`, to the letter.
  public func matches(_ subject: CallSubject) -> Bool {
    switch kind {
    case .read: !subject.isWrite
    case .write: subject.isWrite
    case .destructive: subject.isDestructive
    case .everyCall: !subject.name.isEmpty
    case .name(let glob): !subject.name.isEmpty && glob.matches(subject.name)
    case .group(let glob): !subject.group.isEmpty && glob.matches(subject.group, ignoringCase: true)
    case .path(let method, let glob): (method ?? subject.method) == subject.method && glob.matches(subject.path)
    }
  }
}

/// A text that is no pattern.
public struct PolicyPatternError: Error, Equatable, CustomStringConvertible {
  /// The pattern that cannot be read.
  public let text: String
  public var description: String {
    "'\(text)' is not a policy pattern: write a function's name with * as in delete_*, group:Users, read, write, "
      + "destructive, or path:/api/users/*"
  }
}
