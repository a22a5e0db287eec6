// Files that only their owner may read: written whole or not at all.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reading and replacing files with secrets in them.
package enum PrivateFile {
  package enum Fault: Error, Equatable {
    case missing
    /// Others than the owner may read or write it, or it is not the owner's own.
    case openToOthers(mode: UInt32)
    case notOwn
    case notAFile
    case tooLarge
    /// The name of the failed call and its `errno`.
    case system(String, Int32)

    /// What is wrong, to be read after the path.
    package var message: String {
      switch self {
      case .missing: "is missing"
      case .openToOthers(let mode): "can be read or written by others (mode \(String(mode, radix: 8)))"
      case .notOwn: "belongs to another user"
      case .notAFile: "is not a plain file"
      case .tooLarge: "is too large"
      case .system(let call, let number): "cannot be used: \(call): \(String(cString: strerror(number)))"
      }
    }
  }

  /// The whole file, of at most `most` bytes, if it is the user's own and closed to others.
  package static func read(_ path: String, most: Int) throws(Fault) -> [UInt8] {
    let descriptor = openDescriptor(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .system("open", errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("fstat", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .notOwn }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(mode: UInt32(status.st_mode & 0o7777)) }
    guard status.st_size <= most else { throw .tooLarge }
    return try contents(descriptor, most: most)
  }

  private static func contents(_ descriptor: Int32, most: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { posixRead(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system("read", errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= most else { throw .tooLarge }
    }
  }

  /// Puts a new file, 0600, in the place of the old one, in one step: a reader, and one who comes after a crash, finds
  /// the old or the new file, never a part.
  ///
  /// The new file is written under a name that all writers share. Whoever writes holds a lock, or is alone.
  /// - Parameter durable: also survives a loss of power.
  package static func replace(_ path: String, with bytes: [UInt8], durable: Bool) throws(Fault) {
    let temporary = path + ".new"
    unlink(temporary)
    let descriptor = openDescriptor(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
    guard descriptor >= 0 else { throw .system("open", errno) }
    do throws(Fault) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      if durable, fsync(descriptor) != 0 { throw .system("fsync", errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw .system("rename", number)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { posixWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("write", errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the directory, 0700, and those above it.
  package static func makeDirectory(_ path: String) throws(Fault) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw .system("mkdir", errno)
    }
    try makeDirectory(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system("mkdir", errno) }
  }

  static func openDescriptor(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    #if canImport(Glibc)
    Glibc.open(path, flags, mode)
    #elseif canImport(Musl)
    Musl.open(path, flags, mode)
    #else
    Darwin.open(path, flags, mode)
    #endif
  }

  private static func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
    Musl.read(descriptor, buffer, count)
    #else
    Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func posixWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, buffer, count)
    #elseif canImport(Musl)
    Musl.write(descriptor, buffer, count)
    #else
    Darwin.write(descriptor, buffer, count)
    #endif
  }
}
