// Reading and writing descriptors, over interruptions.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum Descriptor {
  /// Two ends of a pipe, which no program inherits that is not given them.
  static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else {
      throw MeasuredProcess.Failure(message: "no pipe: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// What has come, at least one byte; empty at the end, or where nothing can be read.
  static func read(_ descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      repeat { count = systemRead(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      count = max(count, 0)
    }
  }

  /// - Returns: false where not all of it could be written.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

// The functions of the system by names that ours do not hide.
private let systemPipe: @Sendable (UnsafeMutablePointer<Int32>) -> Int32 = pipe
private let systemRead = read(_:_:_:)
private let systemWrite = write(_:_:_:)
