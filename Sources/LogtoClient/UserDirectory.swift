// Where a user's own files are (XDG Base Directory Specification).

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The directories of the user who runs this process. A relative path in an XDG variable is ignored, as the
/// specification asks.
package enum UserDirectory {
  package static var configuration: String? { find("XDG_CONFIG_HOME", home: ".config") }
  package static var cache: String? { find("XDG_CACHE_HOME", home: ".cache") }
  package static var state: String? { find("XDG_STATE_HOME", home: ".local/state") }

  private static func find(_ variable: String, home: String) -> String? {
    if let path = value(variable), path.hasPrefix("/") { return path + "/logto-lua" }
    return value("HOME").map { "\($0)/\(home)/logto-lua" }
  }

  private static func value(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
