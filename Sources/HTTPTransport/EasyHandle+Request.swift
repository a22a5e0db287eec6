// What changes from request to request on an easy handle.

import CCurl

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension EasyHandle {
  /// Makes the handle ready for this transfer. Whatever an earlier one left is set again, or known to be right. The
  /// authorities stay set: the first transfer over TLS brings them.
  func prepare(
    _ transfer: Transfer, milliseconds: Int, options: TransportOptions, trust: TrustStore?
  ) throws(HTTPFailure) {
    let request = transfer.request
    if let trust { use(trust) }
    setProxy(transfer.url, options.proxy)
    guard set(CURLOPT_URL, request.url) == CURLE_OK else {
      throw HTTPFailure(.invalidRequest, "libcurl refuses the URL \(transfer.url.display)")
    }
    var extra: [StaticString] = ["Expect:"]
    try setBody(request, &extra)
    set(CURLOPT_HTTPHEADER, pointer: headers.fill(request.headers, extra: extra))
    set(CURLOPT_TIMEOUT_MS, milliseconds)
    let connecting = Tick.past.advanced(by: request.connectTimeout).milliseconds(after: .past)
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, min(connecting, milliseconds)))
    // Wait for a connection that may turn out to carry several requests, rather than open one each.
    set(CURLOPT_PIPEWAIT, transfer.url.isSecure ? 1 : 0)
    clearDetail()
    self.transfer = transfer
  }

  /// What is read at once. libcurl has a buffer of that size for each transfer under way.
  func setBuffer(isOneOfMany: Bool) {
    let size = isOneOfMany ? 1 << 10 : 16 << 10
    guard size != bufferSize else { return }
    bufferSize = size
    set(CURLOPT_BUFFERSIZE, size)
  }

  /// Forgets the transfer and its body. (Headers and URL are this handle's own until the next request.)
  func release() {
    // libcurl's copy of the body.
    if case .bytes = transfer?.request.body { set(CURLOPT_POSTFIELDS, pointer: nil) }
    transfer = nil
    guard let form else { return }
    set(CURLOPT_MIMEPOST, pointer: nil)
    curl.pointee.curl_mime_free(form)
    self.form = nil
  }

  private func setBody(_ request: HTTPRequest, _ extra: inout [StaticString]) throws(HTTPFailure) {
    let method = request.method
    var isOwnMethod = false
    if wasHead { set(CURLOPT_NOBODY, 0) }
    wasHead = method == .head
    switch request.body {
    case .empty where method == .head:
      set(CURLOPT_NOBODY, 1)
      isOwnMethod = true
    case .empty where method == .post || method == .put || method == .patch:
      setBytes([])
      extra.append("Content-Type:")
      isOwnMethod = method == .post
    case .empty:
      set(CURLOPT_HTTPGET, 1)
      isOwnMethod = method == .get
    case .bytes(let bytes):
      guard method != .head else {
        throw HTTPFailure(.invalidRequest, "a HEAD request with a body cannot be sent")
      }
      setBytes(bytes)
      if request.headers["Content-Type"] == nil { extra.append("Content-Type:") }
      isOwnMethod = method == .post
    case .multipart(let parts):
      guard method != .head else {
        throw HTTPFailure(.invalidRequest, "a HEAD request with a body cannot be sent")
      }
      try setForm(parts)
      isOwnMethod = method == .post
    }
    let word = isOwnMethod ? nil : method
    if word != customMethod { set(CURLOPT_CUSTOMREQUEST, word?.rawValue) }
    customMethod = word
  }

  private func setBytes(_ bytes: [UInt8]) {
    set(CURLOPT_POST, 1)
    _ = ccurl_set_size(curl, raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
    // Copied: Swift promises no address that holds until the transfer ends.
    bytes.withUnsafeBytes { bytes in
      let nothing: StaticString = ""
      _ = set(CURLOPT_COPYPOSTFIELDS, pointer: bytes.baseAddress ?? UnsafeRawPointer(nothing.utf8Start))
    }
  }

  private func setForm(_ parts: [HTTPBody.Part]) throws(HTTPFailure) {
    form = curl.pointee.curl_mime_init(raw)
    guard let form else { throw HTTPFailure(.unavailable, "libcurl has no memory for the form") }
    for part in parts {
      guard let field = curl.pointee.curl_mime_addpart(form) else {
        throw HTTPFailure(.unavailable, "libcurl has no memory for the form")
      }
      var code = curl.pointee.curl_mime_name(field, part.name)
      switch part.content {
      case .bytes(let bytes):
        let data = bytes.withUnsafeBytes { bytes in
          curl.pointee.curl_mime_data(field, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        if code == CURLE_OK { code = data }
      case .file(let path):
        try Self.checkFile(path)
        let data = curl.pointee.curl_mime_filedata(field, path)
        if code == CURLE_OK { code = data }
      }
      if code == CURLE_OK, let fileName = part.fileName { code = curl.pointee.curl_mime_filename(field, fileName) }
      if code == CURLE_OK, let type = part.contentType { code = curl.pointee.curl_mime_type(field, type) }
      guard code == CURLE_OK else {
        throw HTTPFailure(
          .invalidRequest, "the field \(part.name) of the form cannot be sent (libcurl code \(code.rawValue))")
      }
    }
    set(CURLOPT_MIMEPOST, pointer: UnsafeRawPointer(form))
  }

  /// libcurl would find out in the middle of sending.
  private static func checkFile(_ path: String) throws(HTTPFailure) {
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
      throw HTTPFailure(.invalidRequest, "the file \(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw HTTPFailure(.invalidRequest, "\(path) is not a regular file")
    }
  }

  private func use(_ store: TrustStore) {
    // NULL replaces what is compiled in.
    set(CURLOPT_CAINFO, store.file)
    set(CURLOPT_CAPATH, store.directory)
    if let bytes = store.bytes {
      bytes.withUnsafeBytes { bytes in
        var blob = curl_blob(
          data: UnsafeMutableRawPointer(mutating: bytes.baseAddress), len: bytes.count, flags: UInt32(CURL_BLOB_COPY))
        _ = set(CURLOPT_CAINFO_BLOB, pointer: &blob)
      }
    }
    knowsAuthorities = true
  }

  private func setProxy(_ url: RequestURL, _ proxy: TransportOptions.Proxy) {
    let wanted = url.isLoopback ? .none : proxy
    guard self.proxy != wanted else { return }
    self.proxy = wanted
    switch wanted {
    case .none:
      set(CURLOPT_PROXY, "")
      // Keeps libcurl from looking at the environment, twice a request.
      set(CURLOPT_NOPROXY, "*")
    case .environment:
      set(CURLOPT_PROXY, nil)
      set(CURLOPT_NOPROXY, nil)
    case .url(let address):
      set(CURLOPT_PROXY, address)
      set(CURLOPT_NOPROXY, "")
    }
  }
}
