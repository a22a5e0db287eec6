// One easy handle of libcurl: the settings that never change, and the way from its callbacks to the transfer.

import CCurl

/// A handle that serves one transfer after another. Belongs to the loop's thread.
final class EasyHandle {
  let curl: UnsafePointer<ccurl>
  let raw: UnsafeMutableRawPointer
  /// The one that is being served.
  var transfer: Transfer?
  /// Where the loop has this handle in its list of running ones.
  var position = 0
  var form: OpaquePointer?
  let headers = HeaderList()
  var knowsAuthorities = false
  /// What is set at present. Setting it again would cost more than looking.
  var proxy: TransportOptions.Proxy?
  var customMethod: HTTPMethod?
  var wasHead = false
  var bufferSize = 0
  private let errorText: UnsafeMutablePointer<CChar>
  /// Outlives the handle.
  private let sessions: SessionShare

  init(_ library: CurlLibrary, sockets: SocketOwner, sessions: SessionShare) throws(HTTPFailure) {
    curl = library.functions
    self.sessions = sessions
    guard let raw = curl.pointee.curl_easy_init() else {
      throw HTTPFailure(.unavailable, "libcurl has no memory for another request")
    }
    self.raw = raw
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.pointee = 0
    set(CURLOPT_ERRORBUFFER, pointer: errorText)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_ACCEPT_ENCODING, library.encodings)
    // Headers of a proxy's answer to CONNECT are not part of the answer.
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // A lookup that hangs would otherwise be waited for when its transfer has ended.
    set(CURLOPT_QUICK_EXIT, 1)
    // Whole seconds, and 4 still uses a connection again at 4.95 s: the server closes at 5.
    set(CURLOPT_MAXAGE_CONN, 3)
    set(CURLOPT_SHARE, pointer: sessions.raw)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    installCallbacks()
    sockets.serve(self)
  }

  deinit {
    curl.pointee.curl_easy_cleanup(raw)
    if let form { curl.pointee.curl_mime_free(form) }
    errorText.deallocate()
  }

  /// What libcurl has to say about the last failure.
  var detail: String { String(cString: errorText) }

  func clearDetail() { errorText.pointee = 0 }

  @discardableResult
  func set(_ option: CURLoption, _ value: Int) -> CURLcode { ccurl_set_number(curl, raw, option, value) }

  @discardableResult
  func set(_ option: CURLoption, _ value: String?) -> CURLcode {
    guard let value else { return ccurl_set_text(curl, raw, option, nil) }
    return ccurl_set_text(curl, raw, option, value)
  }

  @discardableResult
  func set(_ option: CURLoption, pointer: UnsafeRawPointer?) -> CURLcode {
    ccurl_set_pointer(curl, raw, option, pointer)
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    _ = ccurl_get_number(curl, raw, info, &value)
    return value
  }

  /// What is known of the transfer when libcurl says `code`.
  func outcome(_ code: CURLcode, attempts: Int) -> TransferOutcome {
    var detail = detail
    if detail.isEmpty, code != CURLE_OK, let text = curl.pointee.curl_easy_strerror(code) {
      detail = String(cString: text)
    }
    return TransferOutcome(
      code: code, detail: detail, attempts: attempts, requestBytes: number(CURLINFO_REQUEST_SIZE),
      connectionsMade: number(CURLINFO_NUM_CONNECTS))
  }

  /// The callbacks get this object, which outlives them: it owns the handle. None of them can call back into libcurl.
  private func installCallbacks() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    set(CURLOPT_PRIVATE, pointer: context)
    set(CURLOPT_HEADERDATA, pointer: context)
    _ = ccurl_set_data_callback(curl, raw, CURLOPT_HEADERFUNCTION) { data, size, count, context in
      guard let transfer = EasyHandle.of(context).transfer else { return 0 }
      let line = UnsafeRawBufferPointer(start: data, count: size * count)
      return transfer.answer.take(headerLine: line) ? line.count : 0
    }
    set(CURLOPT_WRITEDATA, pointer: context)
    _ = ccurl_set_data_callback(curl, raw, CURLOPT_WRITEFUNCTION) { data, size, count, context in
      guard let transfer = EasyHandle.of(context).transfer else { return 0 }
      let chunk = UnsafeRawBufferPointer(start: data, count: size * count)
      return transfer.answer.take(chunk: chunk) ? chunk.count : 0
    }
    // libcurl sends a request again, in silence, when a connection that was used before dies without an answer (and up
    // to six times when an HTTP/2 server refuses the stream). Nothing may be sent twice without its sender's will.
    set(CURLOPT_PREREQDATA, pointer: context)
    _ = ccurl_set_request_callback(curl, raw) { context, _, _, _, _ in
      guard let transfer = EasyHandle.of(context).transfer else { return CURL_PREREQFUNC_ABORT }
      if transfer.attempts == 0, let mayBegin = transfer.request.mayBegin, !mayBegin() {
        transfer.isGivenUp = true
        return CURL_PREREQFUNC_ABORT
      }
      transfer.attempts += 1
      return transfer.attempts == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> EasyHandle {
    // Never nil: every callback is installed together with its context.
    Unmanaged<EasyHandle>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }
}
