// What libmicrohttpd lets through and must not: its parser takes two Hosts, a length beside chunks, two lengths,
// and waits for ever on transfer codings it does not know. Each is a way to smuggle a second request past a proxy.

/// The strict checks made when a request's header has arrived.
enum RequestChecks {
  /// Why the request is refused, nil where it is sound.
  static func refusal(method: String, version: String, headers: [ServerHeader]) -> String? {
    let hosts = headers.values(of: "Host")
    guard hosts.count == 1 || (hosts.isEmpty && version == "HTTP/1.0") else {
      return hosts.isEmpty ? "the Host header is missing" : "more than one Host header"
    }
    let lengths = headers.values(of: "Content-Length")
    guard lengths.count <= 1 else { return "more than one Content-Length header" }
    if let length = lengths.first {
      guard !length.isEmpty, length.utf8.count <= 18, length.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return "the Content-Length header is not a number"
      }
    }
    let codings = headers.values(of: "Transfer-Encoding")
    if !codings.isEmpty {
      guard codings.count == 1, codings[0].equalsIgnoringCase("chunked") else {
        return "a Transfer-Encoding other than 'chunked'"
      }
      guard lengths.isEmpty else { return "both Transfer-Encoding and Content-Length" }
      guard version == "HTTP/1.1" else { return "a Transfer-Encoding before HTTP/1.1" }
    }
    guard method.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }), !method.isEmpty else {
      return "the method is not a word in capital letters"
    }
    for header in headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(isTokenByte) else { return "a broken header name" }
      guard !header.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
        return "a control character in the header '\(header.name)'"
      }
    }
    return nil
  }

  /// The bytes of header names: RFC 9110, 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
