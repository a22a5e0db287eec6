// Writing to standard output and standard error: whole, unbuffered, and quiet when the reader has gone.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of `bytes`; a reader that has closed its end ends the writing without an error.
  func write(_ bytes: UnsafeRawBufferPointer) { _ = Self.write(bytes, to: rawValue) }

  /// Writes all of `bytes` to a descriptor.
  ///
  /// - Returns: false, with the reason in `errno`, where not all of it could be written.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, rest.count > 0 {
      let written = unistdWrite(descriptor, base, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  func line(_ text: String) { write(text + "\n") }

  /// Whether a person is at the other end.
  var isTerminal: Bool { isatty(rawValue) == 1 }
}

private func unistdWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
  Glibc.write(descriptor, base, count)
  #else
  Darwin.write(descriptor, base, count)
  #endif
}

extension StandardStream {
  /// Whether standard input is a person at a terminal.
  static var inputIsTerminal: Bool { isatty(0) == 1 }
}
