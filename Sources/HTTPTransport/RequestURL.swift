// The parts of a request's URL that the transport needs, and the part of it that may be shown.

/// An absolute http or https URL, split no further than necessary: libcurl parses it again.
struct RequestURL {
  let text: String
  /// How many bytes of the text are its origin.
  private let originLength: Int
  let isSecure: Bool
  /// Names this machine itself, so that no proxy can be meant.
  let isLoopback: Bool

  /// Without the query, which may hold secrets. (There is no user information: it is refused.)
  var display: String {
    String(text.prefix { $0 != "?" && $0 != "#" })
  }

  /// Scheme, host and port, as written: requests with the same origin share a queue.
  var origin: String { String(decoding: text.utf8.prefix(originLength), as: UTF8.self) }

  func hasOrigin(_ origin: String) -> Bool {
    originLength == origin.utf8.count && text.utf8.starts(with: origin.utf8)
  }

  init(_ url: String) throws(HTTPFailure) {
    var url = url
    let parts = url.withUTF8 { Self.parse($0) }
    switch parts {
    case .failure(let refusal):
      throw HTTPFailure(.invalidRequest, "the URL of the request cannot be used: \(refusal.cause)")
    case .success(let parts):
      text = url
      isSecure = parts.isSecure
      isLoopback = parts.isLoopback
      originLength = parts.authority.upperBound
    }
  }

  private struct Parts {
    var isSecure: Bool
    var authority: Range<Int>
    var isLoopback: Bool
  }

  private struct Refusal: Error {
    var cause: String
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Parts, Refusal> {
    let isSecure = begins(bytes, "https://")
    guard isSecure || begins(bytes, "http://") else {
      return .failure(Refusal(cause: "it does not start with http:// or https://"))
    }
    for byte in bytes where byte <= 0x20 || byte >= 0x7F {
      let shown = String(byte, radix: 16)
      return .failure(Refusal(cause: "it contains the byte 0x\(shown); percent-encode all but visible ASCII"))
    }
    let start = isSecure ? 8 : 7
    let end = bytes[start...].firstIndex { endsAuthority($0) } ?? bytes.endIndex
    let authority = bytes[start..<end]
    guard !authority.contains(UInt8(ascii: "@")) else {
      return .failure(Refusal(cause: "it contains user information; credentials belong in a header"))
    }
    let host = host(of: authority)
    guard !host.isEmpty else { return .failure(Refusal(cause: "it names no host")) }
    return .success(Parts(isSecure: isSecure, authority: start..<end, isLoopback: isLoopback(host)))
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    return bytes.count >= count && (0..<count).allSatisfy { bytes[$0].asciiLowercased == prefix.utf8Start[$0] }
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
  }

  /// Without the port, and without the brackets of an IPv6 address.
  private static func host(of authority: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    if authority.first == UInt8(ascii: "["), let close = authority.firstIndex(of: UInt8(ascii: "]")) {
      return authority[(authority.startIndex + 1)..<close]
    }
    return authority[..<(authority.lastIndex(of: UInt8(ascii: ":")) ?? authority.endIndex)]
  }

  private static func isLoopback(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if host.first == UInt8(ascii: "1") {
      // 127.0.0.0/8, written in full: four numbers of at most three digits.
      let points = host.reduce(0) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) }
      let isAddress = host.allSatisfy { $0 == UInt8(ascii: ".") || ($0 >= 0x30 && $0 <= 0x39) }
      return points == 3 && isAddress && begins(UnsafeBufferPointer(rebasing: host), "127.")
    }
    return isEqual(host, "localhost") || isEqual(host, "::1") || ends(host, ".localhost")
  }

  private static func isEqual(_ host: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
    host.count == name.utf8CodeUnitCount && ends(host, name)
  }

  private static func ends(_ host: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
    host.count >= name.utf8CodeUnitCount
      && begins(UnsafeBufferPointer(rebasing: host.suffix(name.utf8CodeUnitCount)), name)
  }
}
