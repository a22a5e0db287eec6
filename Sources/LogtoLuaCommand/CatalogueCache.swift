// The catalogues that `catalogue refresh` made, one file a tenant, beside the shipped one.

import LogtoCatalogue
import LogtoClient
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file of one tenant's catalogue in this user's cache.
struct CatalogueCache: Sendable {
  private static let most = 16 << 20
  private let folder: String
  let path: String

  /// Nil where there is no home to keep a cache in.
  init?(endpoint: String) {
    guard let cache = UserDirectory.cache else { return nil }
    folder = cache + "/catalogues"
    let name = endpoint.utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46: Character(Unicode.Scalar(byte))
      default: Character("_")
      }
    }
    path = "\(folder)/\(String(name)).bin"
  }

  /// The cached catalogue; nil where there is none, or none that can be used: the shipped one is the fallback.
  func read() -> Catalogue? {
    guard let bytes = try? PrivateFile.read(path, most: Self.most) else { return nil }
    return try? Catalogue(bytes: bytes)
  }

  /// - Throws: kind `validation` where the file cannot be written.
  func write(_ bytes: [UInt8]) throws(LogtoError) {
    do throws(PrivateFile.Fault) {
      try PrivateFile.makeDirectory(folder)
      try PrivateFile.replace(path, with: bytes, durable: false)
    } catch {
      throw LogtoError(.validation, "\(path) \(error.message)", hint: "set XDG_CACHE_HOME to a folder of your own")
    }
  }

  /// Whether there was one.
  ///
  /// - Throws: kind `validation` where the file cannot be removed.
  func remove() throws(LogtoError) -> Bool {
    if unlink(path) == 0 { return true }
    guard errno == ENOENT else {
      throw LogtoError(.validation, "\(path) cannot be removed: \(String(cString: strerror(errno)))")
    }
    return false
  }

  /// The catalogue for a run: the tenant's cached one, else the shipped one; looked for once, at the first call.
  static func chosen(endpoint: String?) -> @Sendable () -> Catalogue {
    guard let endpoint, let cache = CatalogueCache(endpoint: endpoint) else { return { .shipped } }
    let held = Once { cache.read() ?? .shipped }
    return { held.value }
  }
}

/// A value made at its first use; the lock guards the making.
private final class Once<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let stored = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    stored.withLock { stored in
      if let value = stored { return value }
      let value = make()
      stored = value
      return value
    }
  }
}
