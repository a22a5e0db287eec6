// A file of lines that many processes append to: each line whole, none lost, the file kept small by rotation.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A log that cannot be written, with the path and the way out.
public struct CallLogError: Error, Sendable, CustomStringConvertible {
  /// The file that was to be written.
  public let path: String
  /// The system's words for what is wrong.
  public let reason: String
  public var description: String { "the call log \(path) cannot be written: \(reason)" }
}

/// An append-only file, mode 0600. Each line is one `write` to a descriptor opened with `O_APPEND`, which the kernel
/// keeps apart from those of other processes. Used by one run at a time.
final class CallLogFile {
  /// Beyond about this size the file is set aside as `PATH.1`; four older ones are kept.
  static let rotationSize = 16 << 20
  private static let kept = 5

  let path: String
  private let rotationSize: Int
  private var descriptor: Int32
  /// Bytes that this process appended since it last asked for the file's size.
  private var unmeasured = Int.max

  /// Opens the file, making it where there is none.
  ///
  /// - Throws: `CallLogError`, also where the file may be read by others.
  init(path: String, rotationSize: Int = CallLogFile.rotationSize) throws(CallLogError) {
    self.path = path
    self.rotationSize = rotationSize
    descriptor = try Self.open(path)
  }

  deinit { close(descriptor) }

  /// Appends a line, or several with line breaks between them, in one write.
  ///
  /// - Throws: `CallLogError` where that is not in the file whole.
  func append(_ line: [UInt8]) throws(CallLogError) {
    // Others append too; a file that is a little over its size does no harm, a look at it before each line costs time.
    if unmeasured >= min(rotationSize / 64, 64 << 10) {
      unmeasured = 0
      if try size(of: descriptor) >= rotationSize { try rotate() }
    }
    let bytes = line + [UInt8(ascii: "\n")]
    var written: Int
    repeat { written = write(descriptor, bytes, bytes.count) } while written < 0 && errno == EINTR
    guard written == bytes.count else {
      throw CallLogError(path: path, reason: written < 0 ? String(cString: strerror(errno)) : "the disk is full")
    }
    unmeasured += bytes.count
  }

  private static func open(_ path: String) throws(CallLogError) -> Int32 {
    #if canImport(Glibc)
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    #else
    let descriptor = Darwin.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    #endif
    guard descriptor >= 0 else { throw CallLogError(path: path, reason: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw CallLogError(path: path, reason: "it is not a plain file")
    }
    guard status.st_mode & 0o077 == 0 else {
      close(descriptor)
      throw CallLogError(path: path, reason: "others may read it; chmod 600 makes it private")
    }
    return descriptor
  }

  private func size(of descriptor: Int32) throws(CallLogError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CallLogError(path: path, reason: String(cString: strerror(errno)))
    }
    return Int(status.st_size)
  }

  /// Sets the full file aside, unless another process has done so already, and opens the current one.
  private func rotate() throws(CallLogError) {
    let lock = try Self.open(path + ".lock")
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 && errno == EINTR {}
    var mine = stat()
    var current = stat()
    let isCurrent =
      fstat(descriptor, &mine) == 0 && stat(path, &current) == 0 && mine.st_ino == current.st_ino
      && mine.st_dev == current.st_dev
    if isCurrent {
      for number in stride(from: Self.kept - 1, to: 0, by: -1) {
        _ = rename("\(path).\(number)", "\(path).\(number + 1)")
      }
      guard rename(path, path + ".1") == 0 else {
        throw CallLogError(path: path, reason: String(cString: strerror(errno)))
      }
    }
    let next = try Self.open(path)
    close(descriptor)
    descriptor = next
  }
}
