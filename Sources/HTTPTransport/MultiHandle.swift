// libcurl's multi handle, and the one timer it asks for.

import CCurl

/// Owns the connections. Belongs to the loop's thread.
final class MultiHandle {
  let library: CurlLibrary
  let sessions: SessionShare
  /// When libcurl wants to be called.
  private(set) var due: Tick?
  private let raw: UnsafeMutableRawPointer
  private var curl: UnsafePointer<ccurl> { library.functions }

  init(_ library: CurlLibrary, sockets: SocketOwner) throws(HTTPFailure) {
    self.library = library
    sessions = try SessionShare(library)
    guard let raw = library.functions.pointee.curl_multi_init() else {
      throw HTTPFailure(.unavailable, "libcurl has no memory for its connections")
    }
    self.raw = raw
    sockets.serve(raw, curl)
    // Connections at rest. libcurl would keep four for each request in flight, and so drop them when a crowd has gone.
    _ = ccurl_multi_set_number(curl, raw, CURLMOPT_MAXCONNECTS, 256)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let callback: curl_multi_timer_callback = { _, milliseconds, context in
      // Never nil: installed together with its context, which owns the handle.
      let multi = Unmanaged<MultiHandle>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
      multi.due =
        milliseconds < 0 ? nil : milliseconds == 0 ? .past : .now.advanced(byMilliseconds: milliseconds)
      return 0
    }
    _ = ccurl_multi_set_timer_callback(curl, raw, callback, context)
  }

  deinit {
    _ = curl.pointee.curl_multi_cleanup(raw)
  }

  func add(_ handle: EasyHandle) throws(HTTPFailure) {
    let code = curl.pointee.curl_multi_add_handle(raw, handle.raw)
    guard code == CURLM_OK else {
      throw HTTPFailure(.unavailable, "libcurl takes no further request (code \(code.rawValue))")
    }
  }

  func remove(_ handle: EasyHandle) {
    _ = curl.pointee.curl_multi_remove_handle(raw, handle.raw)
  }

  /// Lets libcurl do what it planned for now. False if nothing was due.
  func runDueTimer() -> Bool {
    guard let due, due == .past || due <= .now else { return false }
    self.due = nil
    var count: Int32 = 0
    _ = curl.pointee.curl_multi_socket_action(raw, CURL_SOCKET_TIMEOUT, 0, &count)
    return true
  }

  func act(on socket: Int32, _ readiness: Readiness) {
    var events: Int32 = 0
    if readiness.contains(.readable) { events |= CURL_CSELECT_IN }
    if readiness.contains(.writable) { events |= CURL_CSELECT_OUT }
    if readiness.contains(.failed) { events |= CURL_CSELECT_ERR }
    var count: Int32 = 0
    _ = curl.pointee.curl_multi_socket_action(raw, socket, events, &count)
  }

  /// The next transfer that libcurl is done with.
  func nextFinished() -> (EasyHandle, CURLcode)? {
    var left: Int32 = 0
    while let message = curl.pointee.curl_multi_info_read(raw, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = message.pointee.data.result
      var context: UnsafeMutableRawPointer?
      _ = ccurl_get_pointer(curl, easy, CURLINFO_PRIVATE, &context)
      guard let context else { continue }
      return (Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue(), code)
    }
    return nil
  }
}
