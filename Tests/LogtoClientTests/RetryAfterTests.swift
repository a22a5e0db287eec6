import Testing

@testable import LogtoClient

@Suite struct RetryAfterTests {
  /// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110 §5.6.7.
  private let example: Double = 784_111_777

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func `the three forms of a date are read`(_ text: String) {
    #expect(HTTPDate.read(text) == example)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Tue, 29 Feb 2028 12:00:00 GMT", 1_835_438_400),
    ("Mon, 23 Nov 2026 07:02:22 GMT", 1_795_417_342), ("Fri, 31 Dec 1999 23:59:59 GMT", 946_684_799),
  ])
  func `days are counted right`(_ text: String, _ seconds: Double) {
    #expect(HTTPDate.read(text) == seconds)
  }

  @Test(arguments: [
    "", "soon", "Sun, 06 Nov", "99 Nov 1994 08:49:37", "06 Nov 1994 25:00:00", String(repeating: "1 ", count: 200),
  ])
  func `what is no date is none`(_ text: String) {
    #expect(HTTPDate.read(text) == nil)
  }

  @Test func `seconds and dates are both taken`() {
    #expect(RetryAfter.read("3", unixTime: example) == .seconds(3))
    #expect(RetryAfter.read(" 0 ", unixTime: example) == .zero)
    #expect(RetryAfter.read("Sun, 06 Nov 1994 08:49:47 GMT", unixTime: example) == .seconds(10))
    #expect(RetryAfter.read("Sun, 06 Nov 1994 08:49:27 GMT", unixTime: example) == .zero)
  }

  @Test func `nonsense is ignored and large numbers are capped`() {
    #expect(RetryAfter.read("-1", unixTime: 0) == nil)
    #expect(RetryAfter.read("1.5", unixTime: 0) == nil)
    #expect(RetryAfter.read("", unixTime: 0) == nil)
    #expect(RetryAfter.read("99999999999999999999999", unixTime: 0) == RetryAfter.most)
    #expect(RetryAfter.read("Fri, 31 Dec 9999 23:59:59 GMT", unixTime: 0) == RetryAfter.most)
  }
}
