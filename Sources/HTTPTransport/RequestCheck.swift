// What is refused before anything is sent: whatever would let a value become a second header or a second request.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension HTTPRequest {
  /// Throws `.invalidRequest` naming the field at fault; values, which may be secret, are never repeated.
  func check() throws(HTTPFailure) {
    guard method.rawValue.isToken else {
      throw HTTPFailure(.invalidRequest, "the method of a request must be a word such as GET")
    }
    for header in headers.fields { try check(header) }
    guard case .multipart(let parts) = body else { return }
    if headers["Content-Type"] != nil {
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
    var copy = self
    // Over contiguous memory: looking at bytes through the string's own view takes four times as long.
    return copy.withUTF8 { bytes in
      for byte in bytes where !byte.isTokenByte { return false }
      return !bytes.isEmpty
    }
  }

  /// Holds a line break or a NUL byte. (A token may have thousands of bytes: libc looks at 32 at once.)
  fileprivate var hasBreak: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0x0A, bytes.count) != nil || memchr(start, 0x0D, bytes.count) != nil
        || memchr(start, 0, bytes.count) != nil
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
}
