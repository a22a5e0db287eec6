// Reading a script from a file or from standard input, within the limit of a source text.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum SourceFile {
  /// More is read than a source may have, so that the runtime's own limit says so.
  private static let most = 16 << 20

  /// Reads `path`, or standard input for `-`. A first line that begins with `#` is left to the system that ran it.
  ///
  /// - Throws: `UsageError` naming the path and what is wrong.
  static func read(_ path: String) throws(UsageError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UsageError(message: "\(path): \(String(cString: strerror(errno)))") }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= most {
      let count = fill(&buffer, from: descriptor)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw UsageError(message: "\(path): \(String(cString: strerror(errno)))") }
      if count == 0 { return withoutShebang(bytes) }
      bytes += buffer[..<count]
    }
    throw UsageError(message: "\(path): larger than \(most >> 20) MiB, no script is")
  }

  /// The first line becomes a comment, so that lines keep their numbers.
  private static func withoutShebang(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "#") else { return bytes }
    return Array("--".utf8) + bytes
  }
}

private func fill(_ buffer: inout [UInt8], from descriptor: Int32) -> Int {
  #if canImport(Glibc)
  Glibc.read(descriptor, &buffer, buffer.count)
  #else
  Darwin.read(descriptor, &buffer, buffer.count)
  #endif
}
