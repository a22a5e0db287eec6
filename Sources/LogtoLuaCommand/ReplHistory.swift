// The lines typed at the REPL, kept from one session to the next.

import LogtoClient

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of lines, 0600, to which every session appends: `$XDG_STATE_HOME/logto-lua/history`, else below
/// `~/.local/state`. Where it cannot be used, nothing is kept.
struct ReplHistory: ~Copyable {
  /// Lines that a session begins with at most; the file is cut to them when it holds twice as many.
  static let most = 1000

  /// The lines of earlier sessions, the oldest first.
  let lines: [String]
  private let descriptor: Int32

  init(path: String? = UserDirectory.state.map { $0 + "/history" }) {
    guard let path, let descriptor = Self.open(path) else {
      self.descriptor = -1
      lines = []
      return
    }
    self.descriptor = descriptor
    let bytes = (try? PrivateFile.read(path, most: 16 << 20)) ?? []
    let all = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    lines = all.suffix(Self.most)
    if all.count > 2 * Self.most, ftruncate(descriptor, 0) == 0 { for line in lines { append(line) } }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Keeps a line, unless it begins with a space or is blank.
  ///
  /// - Returns: whether it is one to keep.
  func add(_ line: String) -> Bool {
    guard !line.hasPrefix(" "), line.contains(where: { !$0.isWhitespace }) else { return false }
    append(line)
    return true
  }

  private func append(_ line: String) {
    guard descriptor >= 0 else { return }
    var text = line + "\n"
    // One call, so that the lines of two sessions never mix; history that cannot be written is no reason to stop.
    _ = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func open(_ path: String) -> Int32? {
    guard let slash = path.lastIndex(of: "/"), (try? PrivateFile.makeDirectory(String(path[..<slash]))) != nil else {
      return nil
    }
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    #if canImport(Glibc)
    let descriptor = Glibc.open(path, flags, 0o600)
    #else
    let descriptor = Darwin.open(path, flags, 0o600)
    #endif
    guard descriptor >= 0 else { return nil }
    fchmod(descriptor, 0o600)
    return descriptor
  }
}
