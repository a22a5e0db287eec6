// libcurl, loaded when the first request is made and kept until the process ends.

import CCurl

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The functions of libcurl, and what this build of it can do.
///
/// Unchecked: the table is written before anybody gets it, and never again.
struct CurlLibrary: @unchecked Sendable {
  /// Never freed: libcurl stays loaded.
  let functions: UnsafePointer<ccurl>
  /// For `Accept-Encoding`: what this libcurl can decompress, of what the tenant offers.
  let encodings: String
  /// Where this build looks for certificate authorities (compiled in), if it says so.
  let builtInAuthorities: (file: String?, directory: String?)

  /// Loading happens once, on the thread that asks first; other threads wait for it.
  static let shared: Result<CurlLibrary, HTTPFailure> = load()

  private static func load() -> Result<CurlLibrary, HTTPFailure> {
    let functions = UnsafeMutablePointer<ccurl>.allocate(capacity: 1)
    var error = [CChar](repeating: 0, count: 512)
    guard ccurl_load(functions, &error, error.count) != 0 else {
      functions.deallocate()
      let text = String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return .failure(HTTPFailure(.unavailable, text))
    }
    let code = withoutKeyLog { functions.pointee.curl_global_init(Int(CURL_GLOBAL_ALL)) }
    guard code == CURLE_OK, let info = functions.pointee.curl_version_info(CURLVERSION_SEVENTH)?.pointee else {
      return .failure(HTTPFailure(.unavailable, "libcurl could not be initialised (code \(code.rawValue))"))
    }
    // 7.85 is the oldest that can be told its protocols by name and has the callback before each request.
    guard info.version_num >= 0x07_55_00 else {
      let version = String(cString: info.version)
      return .failure(HTTPFailure(.unavailable, "libcurl \(version) is too old: 7.85 or newer is needed"))
    }
    let hasBrotli = Int(info.features) & Int(CURL_VERSION_BROTLI) != 0
    return .success(
      CurlLibrary(
        functions: UnsafePointer(functions), encodings: hasBrotli ? "gzip, br" : "gzip",
        builtInAuthorities: (info.cainfo.map { String(cString: $0) }, info.capath.map { String(cString: $0) })))
  }

  /// libcurl opens the file that `SSLKEYLOGFILE` names while it is initialised, and then writes the keys of every TLS
  /// connection to it. So the variable is hidden for that moment.
  private static func withoutKeyLog<R>(_ body: () -> R) -> R {
    guard let value = getenv("SSLKEYLOGFILE") else { return body() }
    let saved = String(cString: value)
    unsetenv("SSLKEYLOGFILE")
    defer { setenv("SSLKEYLOGFILE", saved, 1) }
    return body()
  }
}
