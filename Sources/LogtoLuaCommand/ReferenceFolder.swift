// The folder that `docs --html` writes: its own files are replaced, all others are left as they are.

import LogtoCatalogue

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum ReferenceFolder {
  /// Writes the reference of the shipped functions into `folder`, which is made where it is missing.
  ///
  /// - Throws: `UsageError` naming the path: it cannot be written, or is a file of somebody else's, in which case
  ///   nothing was written.
  static func write(to folder: String) throws(UsageError) {
    let files = Reference(.shipped).files
    guard !folder.isEmpty else { throw UsageError(message: "--html needs the name of a folder") }
    try make(folder)
    for file in files { try check("\(folder)/\(file.name)") }
    for file in files { try write(file.bytes, to: "\(folder)/\(file.name)") }
    let count = Catalogue.shipped.operations.count
    StandardStream.output.line("\(count) functions in \(files.count) files; open \(folder)/index.html")
  }

  private static func make(_ folder: String) throws(UsageError) {
    if mkdir(folder, 0o777) == 0 { return }
    if errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      try make(String(folder[..<slash]))
      if mkdir(folder, 0o777) == 0 { return }
    }
    var status = stat()
    guard errno == EEXIST, stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw UsageError(message: "\(folder): \(errno == EEXIST ? "it is not a folder" : reason())")
    }
  }

  /// A file that is there must be one that was written here: it says so in its beginning.
  private static func check(_ path: String) throws(UsageError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw UsageError(message: "\(path): \(reason())")
    }
    defer { close(descriptor) }
    var beginning = [UInt8](repeating: 0, count: 200)
    let count = read(descriptor, &beginning, beginning.count)
    guard count >= 0 else { throw UsageError(message: "\(path): \(reason())") }
    guard String(decoding: beginning[..<count], as: UTF8.self).contains(Reference.mark) else {
      throw UsageError(message: "\(path): it is there and was not written by docs --html; choose another folder")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(UsageError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw UsageError(message: "\(path): \(reason())") }
    guard bytes.withUnsafeBytes({ StandardStream.write($0, to: descriptor) }) else {
      let message = reason()
      close(descriptor)
      throw UsageError(message: "\(path): \(message)")
    }
    guard close(descriptor) == 0 else { throw UsageError(message: "\(path): \(reason())") }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
