// Which certificate authorities are believed.

import CCurl

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where libcurl is told to look: a bundle, a directory of hashed names, or bytes in place of the bundle.
///
/// `SSL_CERT_FILE` and `SSL_CERT_DIR` replace the system's store, as they do for every program on OpenSSL. A file of the
/// options is added to either. A directory is preferred to the system's bundle, and never given together with it:
/// reading the bundle costs 20 ms for every new connection, the directory 1 ms.
struct TrustStore {
  var file: String?
  var directory: String?
  var bytes: [UInt8]?

  init(
    adding caFile: String?, environmentFile: String?, environmentDirectory: String?,
    builtIn: (file: String?, directory: String?)
  ) throws(HTTPFailure) {
    if environmentFile != nil || environmentDirectory != nil {
      (file, directory) = (environmentFile, environmentDirectory)
    } else if let hashed = builtIn.directory, Self.holdsHashedNames(hashed) {
      directory = hashed
    } else {
      file = builtIn.file
    }
    guard let caFile else { return }
    let added = try Self.read(caFile)
    if let present = file {
      file = nil
      bytes = try Self.read(present) + [UInt8(ascii: "\n")] + added
    } else {
      bytes = added
    }
  }

  /// The store of this process.
  static func current(adding caFile: String?, for library: CurlLibrary) throws(HTTPFailure) -> TrustStore {
    try TrustStore(
      adding: caFile, environmentFile: variable("SSL_CERT_FILE"), environmentDirectory: variable("SSL_CERT_DIR"),
      builtIn: library.builtInAuthorities)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether OpenSSL can find certificates in this directory: it looks for names such as `3513523f.0`.
  private static func holdsHashedNames(_ path: String) -> Bool {
    guard let directory = opendir(path) else { return false }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let isHashed = withUnsafeBytes(of: &entry.pointee.d_name) { name in
        name[8] == UInt8(ascii: ".") && name[9] == UInt8(ascii: "0") && name[10] == 0
      }
      if isHashed { return true }
    }
    return false
  }

  private static func read(_ path: String) throws(HTTPFailure) -> [UInt8] {
    guard let stream = fopen(path, "rb") else {
      let cause = String(cString: strerror(errno))
      throw HTTPFailure(.tls, "the file of certificate authorities \(path) cannot be read: \(cause)")
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= 16 << 20 else {
        throw HTTPFailure(.tls, "the file of certificate authorities \(path) is larger than 16 MiB")
      }
    }
    return bytes
  }
}
