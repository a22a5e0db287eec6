// An answer below 400, as the tenant gave it, and what it took to get it.

import HTTPTransport

/// An answer of the tenant with a status below 400. Redirects are answers too: they are never followed.
public struct APIResponse: Sendable {
  /// The HTTP status, below 400.
  public var status: Int
  /// The headers as sent.
  public var headers: HTTPHeaders
  /// The body, decompressed.
  public var body: [UInt8]
  /// How many times the request was sent again.
  public var retries: Int
  /// Time spent waiting before sending: for the rate governor, after a 429, between attempts.
  public var waited: Duration
  /// From the call to the complete answer.
  public var elapsed: Duration

  /// The media type in lower case, without parameters: `application/json`.
  public var contentType: String? { headers["Content-Type"].map(MediaType.bare) }

  /// Whether the body is said to be JSON.
  package var isJSON: Bool { headers["Content-Type"].map(MediaType.isJSON) ?? false }

  /// The tenant's id of the request, for its support and logs.
  public var requestID: String? { headers["Logto-Core-Request-Id"] }

  /// The number of elements of the whole list, where the tenant says so (`Total-Number`).
  public var total: Int? { headers["Total-Number"].flatMap { Int($0) } }

  /// Where a redirect points.
  public var location: String? { headers["Location"] }

  /// An answer, as tests and other implementations make it.
  public init(
    status: Int, headers: HTTPHeaders = [:], body: [UInt8] = [], retries: Int = 0, waited: Duration = .zero,
    elapsed: Duration = .zero
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.retries = retries
    self.waited = waited
    self.elapsed = elapsed
  }
}

/// Reading of `Content-Type` values.
enum MediaType {
  /// `Application/JSON; charset=utf-8` → `application/json`.
  static func bare(_ value: String) -> String {
    var value = value
    return value.withUTF8 { bytes in
      var end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return String(unsafeUninitializedCapacity: end) { text in
        for place in 0..<end {
          text[place] = lowercase(bytes[place])
        }
        return end
      }
    }
  }

  /// Whether a value is this type, which is given in lower case. What nearly every answer is asked, without a copy of
  /// the value.
  private static func isType(_ value: String, _ type: String) -> Bool {
    var (value, type) = (value, type)
    return value.withUTF8 { value in
      type.withUTF8 { type in
        guard value.count >= type.count else { return false }
        for place in type.indices where lowercase(value[place]) != type[place] { return false }
        let rest = value[type.count...].first { $0 != UInt8(ascii: " ") }
        return rest == nil || rest == UInt8(ascii: ";")
      }
    }
  }

  static func isHTML(_ value: String) -> Bool { isType(value, "text/html") || isType(value, "application/xhtml+xml") }

  /// `application/json` and `application/problem+json`.
  static func isJSON(_ value: String) -> Bool { isType(value, "application/json") || bare(value).hasSuffix("+json") }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
