import Testing

@testable import HTTPTransport

@Suite struct AnswerReaderTests {
  private func read(_ lines: [String], maxHeaderBytes: Int = 1_000) -> AnswerReader {
    var reader = AnswerReader(maxHeaderBytes: maxHeaderBytes, maxBodyBytes: 10)
    for line in lines {
      guard take(line, &reader) else { break }
    }
    return reader
  }

  private func take(_ line: String, _ reader: inout AnswerReader) -> Bool {
    Array(line.utf8).withUnsafeBytes { reader.take(headerLine: $0) }
  }

  @Test func headersAreReadInOrderAndFoundInAnyCase() {
    let reader = read([
      "HTTP/1.1 201 Created\r\n", "Set-Cookie: a=1\r\n", "set-cookie:b=2  \r\n", "X-Empty:\r\n", "\r\n",
    ])
    let answer = reader.response()
    #expect(answer.status == 201)
    #expect(answer.headers.values(of: "SET-COOKIE") == ["a=1", "b=2"])
    #expect(answer.headers["x-empty"] == "")
    #expect(reader.hasAllHeaders)
  }

  @Test func aContinuationLineBelongsToTheValueBefore() {
    let answer = read(["HTTP/1.1 200 OK\r\n", "X: a\r\n", "\t b\r\n", "\r\n"]).response()
    #expect(answer.headers["X"] == "a b")
  }

  @Test func aFieldIsFoundByItsWholeName() {
    let headers = read([
      "HTTP/1.1 200 OK\r\n", "no colon\r\n", "Content-Type-Options: a\r\n", "Content:b\r\n", "content-type:\tc\t\r\n",
      "Content-Type: d\r\n", "\r\n",
    ]).response().headers
    #expect(headers["Content-Type"] == "c")
    #expect(headers["CONTENT"] == "b")
    #expect(headers["Content-"] == nil && headers["no colon"] == nil && headers["X"] == nil)
    #expect(headers.map(\.name) == ["Content-Type-Options", "Content", "content-type", "Content-Type"])
    #expect(headers.values(of: "Content-Type") == ["c", "d"])
  }

  @Test func anAnswersFieldsCanBeChanged() {
    var headers = read(["HTTP/1.1 200 OK\r\n", "A: b\r\n", "C: d\r\n", "\r\n"]).response().headers
    let before = headers
    headers["a"] = "e"
    headers.append("F", "g")
    #expect(headers == ["C": "d", "a": "e", "F": "g"])
    #expect(before == ["A": "b", "C": "d"] && Set([before, ["A": "b", "C": "d"]]).count == 1)
  }

  @Test func informationalAnswersAreSkipped() {
    let reader = read(["HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n"])
    #expect(!reader.hasAllHeaders)
    let whole = read([
      "HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "A: b\r\n", "\r\n",
    ])
    #expect(whole.response().headers == ["A": "b"])
    #expect(whole.hasAllHeaders)
  }

  @Test func trailersAreNotHeaders() {
    let reader = read(["HTTP/1.1 200 OK\r\n", "A: b\r\n", "\r\n", "A: c\r\n", "Trailer: d\r\n"])
    #expect(reader.response().headers == ["A": "b"])
  }

  @Test func aBlockWithoutItsBlankLineIsNotComplete() {
    #expect(!read(["HTTP/1.1 200 OK\r\n", "A: b\r\n"]).hasAllHeaders)
  }

  @Test func headersCountAgainstTheirLimitTrailersIncluded() {
    let lines = ["HTTP/1.1 200 OK\r\n", "A: b\r\n", "\r\n", "Trailer: d\r\n"]
    #expect(read(lines, maxHeaderBytes: 24).violation == .headers)
    #expect(read(lines, maxHeaderBytes: 37).violation == nil)
  }

  @Test func theBodyMayBeAsLongAsItsLimitAndNoLonger() {
    var reader = read(["HTTP/1.1 200 OK\r\n", "\r\n"])
    let ten = [UInt8](repeating: 1, count: 10)
    #expect(ten.withUnsafeBytes { reader.take(chunk: $0) })
    #expect(!([1] as [UInt8]).withUnsafeBytes { reader.take(chunk: $0) })
    #expect(reader.violation == .body)
  }
}
