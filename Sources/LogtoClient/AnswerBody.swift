// What an answer that is an error says about itself, in the forms a tenant and what stands before it have.

import HTTPTransport
import JSON

/// The parts of an error's body: `{code, message, data?, details?}`, text, or a web page.
struct AnswerBody {
  private(set) var json: JSONValue?
  private(set) var text: String?
  private(set) var isHTML = false

  /// The most of a text answer that goes into a message.
  static let mostText = 300

  init(_ response: HTTPResponse) {
    isHTML = response.headers["Content-Type"].map(MediaType.isHTML) == true || response.body.first == UInt8(ascii: "<")
    if isHTML || response.body.isEmpty { return }
    if let value = try? JSONValue.parse(response.body), value.objectValue != nil {
      json = value
    } else if let whole = String(validating: response.body.prefix(4 * AnswerBody.mostText), as: UTF8.self) {
      text = AnswerBody.oneLine(whole)
    }
  }

  var code: String? { json?["code"]?.stringValue }
  var data: JSONValue? { json?["data"].flatMap { $0.isNull ? nil : $0 } }
  var details: String? { json?["details"]?.stringValue }

  /// The tenant's message with its details, which alone name the cause of a 400 `guard.invalid_input`.
  var message: String? {
    let message = json?["message"]?.stringValue
    guard let details, !details.isEmpty, details != message else { return message ?? text }
    return message.map { $0.isEmpty ? details : "\($0) \(details)" } ?? details
  }

  private static func oneLine(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > mostText ? words.prefix(mostText) + "…" : words
  }
}
