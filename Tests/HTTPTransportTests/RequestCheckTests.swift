import Testing

@testable import HTTPTransport

@Suite struct RequestCheckTests {
  private func refusal(_ request: HTTPRequest) -> HTTPFailure? {
    do throws(HTTPFailure) {
      try request.check()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["a\r\nEvil: 1", "a\nb", "a\rb", "a\u{0}b"])
  func aHeaderValueWithALineBreakIsRefusedAndNotRepeated(_ value: String) {
    let failure = refusal(HTTPRequest(.get, "http://x/", headers: ["X-Name": value]))
    #expect(failure?.reason == .invalidRequest)
    #expect(failure?.message.contains("X-Name") == true)
    #expect(failure?.message.contains("Evil") == false)
  }

  @Test(arguments: ["", "A B", "A:", "A\r\nB", "Ä"])
  func aHeaderNameThatIsNoTokenIsRefused(_ name: String) {
    #expect(
      refusal(HTTPRequest(.get, "http://x/", headers: HTTPHeaders([HTTPHeader(name, "v")])))?.reason == .invalidRequest)
  }

  @Test(arguments: ["Content-Length", "transfer-encoding", "HOST", "Connection", "Expect", "Accept-Encoding"])
  func aHeaderThatFramesTheMessageIsRefused(_ name: String) {
    let failure = refusal(HTTPRequest(.get, "http://x/", headers: HTTPHeaders([HTTPHeader(name, "1")])))
    #expect(failure?.message.contains(name) == true)
  }

  @Test(arguments: ["", "GET /x", "GET\r\n"])
  func aMethodThatIsNoTokenIsRefused(_ method: String) {
    #expect(refusal(HTTPRequest(HTTPMethod(rawValue: method), "http://x/"))?.reason == .invalidRequest)
  }

  @Test func aFormBringsItsOwnContentType() {
    let request = HTTPRequest(
      .post, "http://x/", headers: ["content-type": "text/plain"],
      body: .multipart([.init(name: "a", content: .bytes([1]))]))
    #expect(refusal(request)?.reason == .invalidRequest)
  }

  @Test func aFieldOfAFormIsOneLine() {
    for part in [
      HTTPBody.Part(name: "a\r\nb", content: .bytes([])),
      HTTPBody.Part(name: "a", fileName: "x\ny", content: .bytes([])),
      HTTPBody.Part(name: "a", contentType: "text/plain\r\nEvil: 1", content: .bytes([])),
    ] {
      #expect(refusal(HTTPRequest(.post, "http://x/", body: .multipart([part])))?.reason == .invalidRequest)
    }
  }

  @Test func anOrdinaryRequestPasses() {
    let request = HTTPRequest(
      .post, "http://x/", headers: ["Content-Type": "application/json", "X-Name": "Jörg; \"q\"", "X-Empty": ""],
      body: .bytes([1]))
    #expect(refusal(request) == nil)
  }
}
