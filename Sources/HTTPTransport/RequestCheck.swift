// What is refused before anything is sent: whatever would let a value become a second header or a second request.

extension HTTPRequest {
  /// Throws `.invalidRequest` naming the field at fault; values, which may be secret, are never repeated.
  func check() throws(HTTPFailure) {
    guard method.rawValue.isToken else {
      throw HTTPFailure(.invalidRequest, "the method of a request must be a word such as GET")
    }
    var hasContentType = false
    for header in headers {
      try check(header)
      hasContentType = hasContentType || header.name.isSameFieldName(as: "Content-Type")
    }
    guard case .multipart(let parts) = body else { return }
    if hasContentType {
      throw HTTPFailure(
        .invalidRequest, "a multipart request gets its Content-Type from the transport: leave the header out")
    }
    for part in parts {
      for text in [part.name, part.fileName ?? "", part.contentType ?? ""] where text.hasBreak {
        throw HTTPFailure(.invalidRequest, "a name or type of a multipart field contains a line break or a NUL byte")
      }
    }
  }

  private func check(_ header: HTTPHeader) throws(HTTPFailure) {
    guard header.name.isToken else {
      let shown = header.name.utf8.prefix(40).map { $0.isTokenByte ? $0 : UInt8(ascii: "?") }
      throw HTTPFailure(
        .invalidRequest, "the header name '\(String(decoding: shown, as: UTF8.self))' contains what a name cannot")
    }
    guard !header.value.hasBreak else {
      throw HTTPFailure(.invalidRequest, "the value of the header \(header.name) contains a line break or a NUL byte")
    }
    guard Self.reservedLengths & 1 << header.name.utf8.count != 0 else { return }
    for reserved in Self.reservedHeaders
    where reserved.utf8.count == header.name.utf8.count && header.name.isSameFieldName(as: reserved) {
      throw HTTPFailure(.invalidRequest, "the header \(header.name) is written by the transport: leave it out")
    }
  }

  /// Fields that decide where a message ends or whom it reaches (RFC 9110 §7.6.1, RFC 9112 §6).
  private static let reservedHeaders = [
    "Content-Length", "Transfer-Encoding", "Host", "Connection", "Keep-Alive", "Proxy-Connection", "Expect", "TE",
    "Trailer", "Upgrade", "Accept-Encoding",
  ]
  /// A bit for each length among them: most names are told apart by it.
  private static let reservedLengths = reservedHeaders.reduce(0) { $0 | 1 << $1.utf8.count }
}

extension String {
  fileprivate var isToken: Bool {
    !isEmpty && allBytes { $0.isTokenByte }
  }

  fileprivate var hasBreak: Bool {
    !allBytes { !$0.isBreak }
  }

  /// Over contiguous memory: looking at bytes through the string's own view takes four times as long.
  private func allBytes(_ holds: (UInt8) -> Bool) -> Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      for byte in bytes where !holds(byte) { return false }
      return true
    }
  }
}

extension UInt8 {
  /// Allowed in a token (RFC 9110 §5.6.2).
  fileprivate var isTokenByte: Bool {
    let bits: UInt64 =
      switch self >> 6 {
      case 0: 0x03FF_6CFA_0000_0000
      case 1: 0x57FF_FFFF_C7FF_FFFE
      default: 0
      }
    return bits >> (self & 63) & 1 == 1
  }

  fileprivate var isBreak: Bool { self == 0x0A || self == 0x0D || self == 0 }
}
