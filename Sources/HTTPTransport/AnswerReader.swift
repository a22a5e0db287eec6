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
    guard !line.isEmpty else { return true }
    guard headerBytes <= maxHeaderBytes else {
      violation = .headers
      return false
    }
    // After the final block come trailers: counted and dropped.
    if hasAllHeaders { return true }
    // A status line begins with `HTTP/`, and forgets the block of an informational answer before it.
    if line.count > 4, line[0] == 0x48, line[1] == 0x54, line[2] == 0x54, line[3] == 0x50, line[4] == 0x2F {
      lines.removeAll(keepingCapacity: true)
      lines.reserveCapacity(1_024)
      status = Self.status(in: line)
    } else if line[0] == 0x0A || (line.count == 2 && line[0] == 0x0D) {
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
    HTTPResponse(status: status, headers: HTTPHeaders(HeaderBlock(lines)), body: body)
  }

  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    let digits = line.drop { $0 != 0x20 }.dropFirst().prefix(3)
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
