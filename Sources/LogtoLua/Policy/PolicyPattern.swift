// One pattern of a policy: which calls it speaks about.

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

  /// A call as policies see it.
  public init(name: String, group: String, isWrite: Bool, isDestructive: Bool, method: String, path: String) {
    self.name = name
    self.group = group
    self.isWrite = isWrite
    self.isDestructive = isDestructive
    self.method = method
    self.path = path
  }
}

/// A pattern over calls: a glob over names, a group, a mode, or a glob over paths.
///
/// Written as `delete_*` (any spelling of a function's name; `*` stands for any characters), `group:Users`
/// (globs too, case does not matter), `read`, `write`, `destructive`, or `path:/api/users/*`, optionally with a
/// method in front: `path:DELETE /api/*`.
public struct PolicyPattern: Sendable, Hashable {
  /// As it was written.
  public let text: String
  private let kind: Kind

  private enum Kind: Sendable, Hashable {
    case name(String)
    case group(String)
    case read
    case write
    case destructive
    case path(method: String?, String)
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
        kind = .group(String(text.dropFirst(6)).lowercased())
      } else if text.hasPrefix("path:") {
        kind = try Self.path(text)
      } else {
        var name = Substring(text)
        for prefix in ["app.integrations.", "logto.", "logto_"] where name.hasPrefix(prefix) {
          name = name.dropFirst(prefix.count)
        }
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else { throw PolicyPatternError(text: text) }
        kind = .name(String(name))
      }
    }
  }

  private static func path(_ text: String) throws(PolicyPatternError) -> Kind {
    let words = text.dropFirst(5).split(separator: " ").map(String.init)
    guard let path = words.last, words.count <= 2, path.hasPrefix("/") || path.hasPrefix("*") else {
      throw PolicyPatternError(text: text)
    }
    return .path(method: words.count == 2 ? words[0].uppercased() : nil, path)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || (97...122).contains(byte) || (48...57).contains(byte)
  }

  /// Whether the pattern speaks about `subject`.
  public func matches(_ subject: CallSubject) -> Bool {
    switch kind {
    case .read: !subject.isWrite
    case .write: subject.isWrite
    case .destructive: subject.isDestructive
    case .name(let glob): !subject.name.isEmpty && Glob.matches(glob, subject.name)
    case .group(let glob): !subject.group.isEmpty && Glob.matches(glob, subject.group.lowercased())
    case .path(let method, let glob): (method ?? subject.method) == subject.method && Glob.matches(glob, subject.path)
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
