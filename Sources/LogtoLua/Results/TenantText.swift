// Which text of an outcome may be the tenant's, so that a host can say so to a model.

import JSON

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Marks of text that came, or may have come, from the tenant: user names, custom data, log entries. To a model that is
/// data, whatever it says.
///
/// What is not marked is certainly the script's own: a run that got no answer has no marks, and in one that did, text
/// that stands in the script's source or in its arguments is not marked. Everything else is, since a script may have
/// made it of an answer: `"3 users: " .. name`.
public struct TenantText: Sendable, Equatable {
  /// JSON pointers (RFC 6901) into the value; each marks all text at that place and below it, keys too. The empty
  /// pointer marks the whole value.
  public var result: [String] = []
  /// Whether any of what was printed is marked.
  public var output = false
  /// Whether the error's words are.
  public var error = false

  /// Whether nothing of the outcome is the tenant's.
  public var isEmpty: Bool { result.isEmpty && !output && !error }
}

/// The script's own words, to tell them from others.
struct OwnText {
  private let source: [UInt8]
  private let arguments: [[UInt8]]
  /// How many bytes may be looked through; afterwards no text is the script's own.
  private var budget = 256 << 20
  /// More places than that are not told apart.
  private static let mostPointers = 1_000

  init(source: [UInt8] = [], arguments: [String] = []) {
    self.source = source
    self.arguments = arguments.map { Array($0.utf8) }
  }

  /// Whether all fields of a printed line are numbers and the like, or stand in the script.
  mutating func holds(line: UnsafeRawBufferPointer) -> Bool {
    for field in line.split(whereSeparator: { $0 == 0x09 || $0 == 0x0A }) {
      guard holds(UnsafeRawBufferPointer(rebasing: field)) else { return false }
    }
    return true
  }

  mutating func holds(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { holds(UnsafeRawBufferPointer($0)) }
  }

  private mutating func holds(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress, !text.isEmpty, !Self.isScalar(text) else { return true }
    if stands(base, text.count, in: source) { return true }
    for argument in arguments where stands(base, text.count, in: argument) { return true }
    return false
  }

  private mutating func stands(_ part: UnsafeRawPointer, _ length: Int, in own: [UInt8]) -> Bool {
    guard own.count >= length, budget >= 0 else { return false }
    budget -= own.count
    return budget >= 0 && own.withUnsafeBytes { Self.find(part, length, in: $0) }
  }

  private static func find(_ part: UnsafeRawPointer, _ length: Int, in own: UnsafeRawBufferPointer) -> Bool {
    let first = Int32(part.load(as: UInt8.self))
    var rest = own
    while rest.count >= length, let base = rest.baseAddress, let hit = memchr(base, first, rest.count - length + 1) {
      if memcmp(hit, part, length) == 0 { return true }
      rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(hit) - base + 1)...])
    }
    return false
  }

  /// A number, or one of Lua's words for what is no text.
  private static func isScalar(_ text: UnsafeRawBufferPointer) -> Bool {
    if text.allSatisfy({ (48...57).contains($0) || "+-.e".utf8.contains($0) }) { return true }
    return ["true", "false", "nil", "null", "inf", "-inf", "nan"].contains { text.elementsEqual($0.utf8) }
  }

  // MARK: Pointers

  private enum Share {
    /// No text at all.
    case empty
    case own
    case tenant
    case mixed([String])
  }

  /// The pointers to what is not the script's own.
  mutating func pointers(into value: JSONValue) -> [String] {
    switch share(of: value) {
    case .empty, .own: return []
    case .tenant: return [""]
    case .mixed(let pointers): return pointers.count > Self.mostPointers ? [""] : pointers
    }
  }

  private mutating func share(of value: JSONValue) -> Share {
    switch value {
    case .string(let text): return text.isEmpty ? .empty : holds(text) ? .own : .tenant
    case .array(let elements):
      var shares: [(String, Share)] = []
      for (index, element) in elements.enumerated() { shares.append((String(index), share(of: element))) }
      return Self.joined(shares)
    case .object(let members):
      var shares: [(String, Share)] = []
      for member in members {
        // A plain name is a field; anything else is text of its own.
        let isText = !Self.isName(member.key) && !holds(member.key)
        let name = member.key.replacing("~", with: "~0").replacing("/", with: "~1")
        shares.append((name, isText ? .tenant : share(of: member.value)))
      }
      return Self.joined(shares)
    default: return .empty
    }
  }

  private static func joined(_ shares: [(name: String, share: Share)]) -> Share {
    var pointers: [String] = []
    var hasOwn = false
    var isMixed = false
    for (name, share) in shares {
      switch share {
      case .empty: break
      case .own: hasOwn = true
      case .tenant: pointers.append("/" + name)
      case .mixed(let inner):
        isMixed = true
        pointers += inner.map { "/" + name + $0 }
      }
      // Enough to know that all of it will be marked.
      if pointers.count > mostPointers { return .mixed(pointers) }
    }
    if pointers.isEmpty { return hasOwn ? .own : .empty }
    return hasOwn || isMixed ? .mixed(pointers) : .tenant
  }

  private static func isName(_ key: String) -> Bool {
    key.utf8.count <= 64
      && key.utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, 0x5F, 0x2D, 0x2E: true
        default: false
        }
      }
  }
}
