// From a call to the request that is sent: the address, the headers, the body, and the checks that come before.

import HTTPTransport

/// Builds what goes to the transport, without credentials; refuses what can never be right.
struct RequestBuilder {
  let client: LogtoClient

  /// The tenant answers a JSON body over 1 MiB with 404, as though the route did not exist (measured, Logto 1.39).
  static let maxJSONBytes = 1 << 20

  func build(_ call: APIRequest) throws(LogtoError) -> HTTPRequest {
    try RequestBuilder.checkPath(call.path)
    var request = HTTPRequest(call.method, url(call.path, call.query))
    var headers: [HTTPHeader] = []
    // With room for a credential and a content type.
    if case .none = call.body { headers.reserveCapacity(3) } else { headers.reserveCapacity(4) }
    headers.append(HTTPHeader("Accept", "application/json, */*;q=0.5"))
    headers.append(HTTPHeader("User-Agent", client.options.userAgent))
    request.headers = HTTPHeaders(headers)
    request.connectTimeout = client.options.connectTimeout
    request.mayBegin = call.mayBegin
    request.maxResponseBytes = call.maxResponseBytes ?? client.options.maxResponseBytes
    switch call.body {
    case .none: break
    case .json(let bytes):
      guard bytes.count <= RequestBuilder.maxJSONBytes else {
        throw LogtoError(
          .validation, "the JSON body has \(bytes.count) bytes; the tenant takes no more than 1 MiB (1048576)",
          code: "request_too_large",
          hint: "send less at once; the tenant would answer this with a misleading 404")
      }
      request.headers.append("Content-Type", "application/json")
      request.body = .bytes(bytes)
    case .form(let fields):
      request.headers.append("Content-Type", "application/x-www-form-urlencoded")
      request.body = .bytes(PercentEncoding.form(fields))
    case .multipart(let parts): request.body = .multipart(parts)
    case .bytes(let bytes, let contentType):
      try RequestBuilder.checkValue(contentType, of: "Content-Type")
      request.headers.append("Content-Type", contentType)
      request.body = .bytes(bytes)
    }
    if let id = call.verificationID {
      try RequestBuilder.checkValue(id, of: "logto-verification-id")
      request.headers.append("logto-verification-id", id)
    }
    for header in call.headers {
      try RequestBuilder.checkHeader(header)
      request.headers[header.name] = header.value
    }
    return request
  }

  private func url(_ path: String, _ query: [(name: String, value: String)]) -> String {
    let endpoint = client.account.endpoint.description
    return query.isEmpty ? endpoint + path : "\(endpoint)\(path)?\(PercentEncoding.query(query))"
  }

  /// The last guard before sending: whoever builds a path encodes its segments, and a `..` in the place of an id
  /// would turn one user's deletion into something else.
  static func checkPath(_ path: String) throws(LogtoError) {
    // One look at contiguous bytes, which every call's path passes.
    var mayHideDots = false
    var text = path
    let isSafe = text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): return false
        case UInt8(ascii: "."), UInt8(ascii: "%"): mayHideDots = true
        case 0x21...0x7E: break
        default: return false
        }
      }
      return bytes.first == UInt8(ascii: "/")
    }
    guard isSafe else {
      throw LogtoError(
        .validation, "the path does not start with '/', or holds a character that must be percent-encoded",
        code: "invalid_path")
    }
    guard mayHideDots else { return }
    for segment in path.split(separator: "/", omittingEmptySubsequences: false) where segment.utf8.count <= 6 {
      let decoded = PercentEncoding.decode(segment, plusIsSpace: false)
      if decoded == "." || decoded == ".." {
        throw LogtoError(.validation, "the path holds the segment '\(segment)'", code: "invalid_path")
      }
    }
  }

  static func checkHeader(_ header: HTTPHeader) throws(LogtoError) {
    let name = header.name.lowercased()
    guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
      throw LogtoError(.validation, "a header's name is not one HTTP allows", code: "invalid_header")
    }
    let isOurs =
      reservedHeaders.contains(name) || name.hasPrefix("content-") || name.hasPrefix("proxy-")
    if isOurs {
      throw LogtoError(
        .validation, "the header '\(header.name)' is written by the client and cannot be set", code: "invalid_header")
    }
    try checkValue(header.value, of: header.name)
  }

  /// Line breaks would let a value add headers of its own.
  static func checkValue(_ value: String, of name: String) throws(LogtoError) {
    guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
      throw LogtoError(
        .validation, "the value of the header '\(name)' holds a line break or another control character",
        code: "invalid_header")
    }
  }

  private static let reservedHeaders: Set<String> = [
    "authorization", "cookie", "host", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade",
    "expect",
  ]

  /// `tchar` of RFC 9110 §5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
