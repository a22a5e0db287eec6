// What the handles of one loop know together.

import CCurl

/// The TLS sessions of all connections of a loop: a new connection resumes the session of an earlier one, whichever
/// handle that was made with, and no handle keeps a list of its own (0.9 KiB each). Used by the loop's thread alone.
final class SessionShare {
  let raw: UnsafeMutableRawPointer
  private let curl: UnsafePointer<ccurl>

  init(_ library: CurlLibrary) throws(HTTPFailure) {
    curl = library.functions
    guard let raw = curl.pointee.curl_share_init() else {
      throw HTTPFailure(.unavailable, "libcurl has no memory for TLS sessions")
    }
    self.raw = raw
    _ = ccurl_share(curl, raw, CURL_LOCK_DATA_SSL_SESSION)
  }

  deinit {
    _ = curl.pointee.curl_share_cleanup(raw)
  }
}
