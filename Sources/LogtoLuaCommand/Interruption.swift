// How a signal reaches a thread that waits for a person to type.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A pipe that wakes whoever waits for standard input; one for the process, as its signals are.
enum Interruption {
  /// How long after the end of its time a run is interrupted so: by then it knows that its time is over.
  static let delay = Duration.milliseconds(100)

  private static let pipe: (reader: Int32, writer: Int32) = {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
    _ = Glibc.pipe(&ends)
    #else
    _ = Darwin.pipe(&ends)
    #endif
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()

  /// Ends a wait, or the next one.
  static func raise() {
    var byte: UInt8 = 0
    _ = write(pipe.writer, &byte, 1)
  }

  /// Forgets what was raised.
  static func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipe.reader, &bytes, bytes.count) > 0 {}
  }

  /// The next byte of standard input.
  enum Byte: Equatable {
    case byte(UInt8)
    case end
    /// Something was raised before anything was typed.
    case interrupted
  }

  /// Waits for a byte of standard input, one at a time: what was typed ahead stays for whoever reads next.
  static func nextByte() -> Byte {
    while true {
      var entries = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: pipe.reader, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&entries, 2, -1) > 0 else {
        if errno == EINTR { continue }
        return .end
      }
      if entries[1].revents != 0 { return .interrupted }
      var byte: UInt8 = 0
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      return count == 1 ? .byte(byte) : .end
    }
  }

  /// A line of standard input without its end; nil at the end of the input, and where something was raised.
  static func readLine() -> String? {
    var bytes: [UInt8] = []
    while true {
      switch nextByte() {
      case .byte(UInt8(ascii: "\n")): return String(decoding: bytes, as: UTF8.self)
      case .byte(let byte): bytes.append(byte)
      case .end: return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      case .interrupted: return nil
      }
    }
  }
}
