// From the lines and chunks that libcurl hands over to one answer, within its limits. Knows nothing of libcurl.

/// Collects one answer.
struct AnswerReader {
  private(set) var status = 0
  private(set) var body: [UInt8] = []
  /// The limit that was passed, once reading was refused.
  private(set) var violation: Violation?
  /// Whether any byte of an answer has come.
  var hasBegun: Bool { headerBytes > 0 }
  /// Whether the blank line after the final headers was seen. libcurl calls a header block that was cut off a success.
  private(set) var hasAllHeaders = false

  private let maxHeaderBytes: Int
  private let maxBodyBytes: Int
  private var headerBytes = 0
  /// The lines of the present header block, without the status line.
  private var lines: [UInt8] = []

  enum Violation { case headers, body }

  init(maxHeaderBytes: Int, maxBodyBytes: Int) {
    self.maxHeaderBytes = maxHeaderBytes
    self.maxBodyBytes = maxBodyBytes
  }

  /// Takes one header line with its line end. False: stop reading.
  mutating func take(headerLine line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= maxHeaderBytes else {
      violation = .headers
      return false
    }
    // After the final block come trailers: counted and dropped.
    if hasAllHeaders { return true }
    if line.starts(with: "HTTP/".utf8) {
      lines.removeAll(keepingCapacity: true)
      status = Self.status(in: line)
    } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      hasAllHeaders = status >= 200
    } else {
      lines.append(contentsOf: line)
    }
    return true
  }

  /// Takes a chunk of the decompressed body. False: stop reading.
  mutating func take(chunk: UnsafeRawBufferPointer) -> Bool {
    guard chunk.count <= maxBodyBytes - body.count else {
      violation = .body
      return false
    }
    body.append(contentsOf: chunk)
    return true
  }

  /// The answer, after all of it was taken.
  func response() -> HTTPResponse {
    HTTPResponse(status: status, headers: headers(), body: body)
  }

  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    let digits = line.drop { $0 != 0x20 }.dropFirst().prefix(3)
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private func headers() -> HTTPHeaders {
    var fields: [HTTPHeader] = []
    for line in lines.split(separator: 0x0A) {
      if line.first == 0x20 || line.first == 0x09 {
        // A continuation line (RFC 9112 §5.2) belongs to the value before it.
        guard !fields.isEmpty else { continue }
        fields[fields.count - 1].value += " " + Self.text(line)
      } else if let colon = line.firstIndex(of: 0x3A) {
        fields.append(HTTPHeader(Self.text(line[..<colon]), Self.text(line[(colon + 1)...])))
      }
    }
    return HTTPHeaders(fields)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
