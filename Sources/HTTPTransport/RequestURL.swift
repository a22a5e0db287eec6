// The parts of a request's URL that the transport needs, and the part of it that may be shown.

/// An absolute http or https URL, split no further than necessary: libcurl parses it again.
struct RequestURL {
  /// Scheme, host and port: requests with the same origin share a queue.
  let origin: String
  let isSecure: Bool
  /// Names this machine itself, so that no proxy can be meant.
  let isLoopback: Bool
  /// Without the query, which may hold secrets.
  let display: String

  init(_ url: String) throws(HTTPFailure) {
    let bytes = url.utf8
    if let bad = bytes.first(where: { $0 <= 0x20 || $0 >= 0x7F }) {
      throw Self.refusal(
        "it contains the byte 0x\(String(bad, radix: 16)); percent-encode everything but visible ASCII")
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      throw Self.refusal("it does not start with http:// or https://")
    }
    let scheme = url[..<colon].lowercased()
    let rest = bytes[bytes.index(after: colon)...]
    guard scheme == "http" || scheme == "https", rest.starts(with: "//".utf8) else {
      throw Self.refusal("it does not start with http:// or https://")
    }
    isSecure = scheme == "https"
    let start = bytes.index(colon, offsetBy: 3)
    let end = bytes[start...].firstIndex { Self.endsAuthority($0) } ?? bytes.endIndex
    let authority = url[start..<end]
    guard !authority.utf8.contains(UInt8(ascii: "@")) else {
      throw Self.refusal("it contains user information; credentials belong in a header")
    }
    let host = Self.host(of: authority)
    guard !host.isEmpty else { throw Self.refusal("it names no host") }
    isLoopback = Self.isLoopback(host)
    origin = "\(scheme)://\(authority.lowercased())"
    let pathEnd = bytes[end...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
    display = String(url[..<pathEnd])
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
  }

  private static func host(of authority: Substring) -> Substring {
    if authority.utf8.first == UInt8(ascii: "["), let close = authority.utf8.firstIndex(of: UInt8(ascii: "]")) {
      return authority[authority.utf8.index(after: authority.startIndex)..<close]
    }
    return authority[..<(authority.utf8.lastIndex(of: UInt8(ascii: ":")) ?? authority.endIndex)]
  }

  private static func isLoopback(_ host: Substring) -> Bool {
    let name = host.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  private static func refusal(_ cause: String) -> HTTPFailure {
    HTTPFailure(.invalidRequest, "the URL of the request cannot be used: \(cause)")
  }
}
