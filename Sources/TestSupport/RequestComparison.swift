// Whether a request is the recorded one: everything that matters to the server is compared, nothing else.

import HTTPServer
import JSON

/// Compares requests with recordings.
struct RequestComparison {
  /// What stands for the masked tokens: `m2m` for `Bearer {m2m}`.
  let tokens: [String: String]
  /// The cookies that the server has set.
  let cookies: [String: RecordedCookie]

  /// What differs, one line each; empty where the request is the recorded one.
  func differences(of request: ServerRequest, from recording: Recording) -> [String] {
    var lines: [String] = []
    func compare(_ what: String, _ got: String, _ wanted: String) {
      if got != wanted { lines.append("\(what): got \(got), recorded \(wanted)") }
    }
    compare("method", request.method, recording.method)
    let cut = recording.path.firstIndex(of: "?") ?? recording.path.endIndex
    let segments = recording.path[..<cut].split(separator: "/").map { PercentCoding.decode($0) ?? "?" }
    compare("path", "\(request.pathSegments)", "\(segments)")
    let query = PercentCoding.decodePairs(recording.path[cut...].dropFirst()) ?? []
    compare("query", Self.multiset(request.query), Self.multiset(query))
    let mediaType = request.header("content-type").map { String($0.prefix { $0 != ";" }) }
    compare("media type", mediaType ?? "none", recording.mediaType ?? "none")
    compare("authorization", request.header("authorization") ?? "none", authorization(of: recording))
    compare(
      "logto-verification-id", request.header("logto-verification-id") ?? "none",
      recording.header("logto-verification-id") ?? "none")
    lines += cookieDifferences(request, recording)
    lines += bodyDifferences(request, recording)
    return lines
  }

  private func authorization(of recording: Recording) -> String {
    guard var value = recording.header("authorization") else { return "none" }
    for (name, token) in tokens where value == "Bearer {\(name)}" { value = "Bearer \(token)" }
    return value
  }

  static func multiset(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: " & ")
  }

  private func cookieDifferences(_ request: ServerRequest, _ recording: Recording) -> [String] {
    let sent = request.headers.values(of: "cookie").joined(separator: "; ").split(separator: "; ").map(String.init)
    let pairs = sent.map { pair in
      (name: String(pair.prefix { $0 != "=" }), value: String(pair.drop { $0 != "=" }.dropFirst()))
    }
    // The recorder sent every cookie everywhere; a client sends them to their paths alone (RFC 6265 §5.4).
    let wanted = (recording.headers["cookie"]?.arrayValue ?? []).compactMap(\.stringValue)
      .filter { cookies[$0]?.isSent(to: String(request.path)) ?? true }.sorted()
    let got = pairs.map(\.name).sorted()
    if got != wanted { return ["cookies: got \(got), recorded \(wanted)"] }
    return pairs.compactMap { pair in
      guard let value = cookies[pair.name]?.value, value != pair.value else { return nil }
      return "cookie \(pair.name): got \(pair.value), last set to \(value)"
    }
  }

  private func bodyDifferences(_ request: ServerRequest, _ recording: Recording) -> [String] {
    let text = String(decoding: request.body, as: UTF8.self)
    switch recording.mediaType {
    case "application/json":
      if case .string(let wanted) = recording.body { return text == wanted ? [] : ["body: got \(text)"] }
      guard let value = try? JSONValue.parse(request.body) else { return ["body: not JSON: \(text)"] }
      return value == recording.body
        ? [] : ["body: got \(value.encodedString()), recorded \(recording.body.encodedString())"]
    case "application/x-www-form-urlencoded":
      let wanted = PercentCoding.decodePairs((recording.body.stringValue ?? "")[...]) ?? []
      guard let got = PercentCoding.decodePairs(text[...]) else { return ["form: broken: \(text)"] }
      let same = Self.multiset(got) == Self.multiset(wanted)
      return same ? [] : ["form: got \(Self.multiset(got)), recorded \(Self.multiset(wanted))"]
    case "multipart/form-data":
      return multipartDifferences(request, recording.body["multipart"] ?? .null)
    default:
      let wanted = recording.body.stringValue ?? ""
      return text == wanted ? [] : ["body: got \(text.isEmpty ? "none" : text), recorded \(wanted)"]
    }
  }

  private func multipartDifferences(_ request: ServerRequest, _ wanted: JSONValue) -> [String] {
    guard let parts = Multipart.parts(of: request), parts.count == 1 else { return ["multipart: not one part"] }
    let part = parts[0]
    let got: JSONValue = [
      "field": .string(part.name), "filename": .string(part.filename ?? ""),
      "contentType": .string(part.contentType ?? ""), "bytes": .integer(Int64(part.body.count)),
    ]
    return got == wanted ? [] : ["multipart: got \(got.encodedString()), recorded \(wanted.encodedString())"]
  }
}

/// A cookie that a recorded answer sets.
struct RecordedCookie {
  let name: String
  let value: String
  let path: String

  /// - Parameter header: the value of a `Set-Cookie` line.
  init(_ header: String) {
    let parts = header.split(separator: ";")
    let pair = parts.first ?? ""
    name = String(pair.prefix { $0 != "=" })
    value = String(pair.drop { $0 != "=" }.dropFirst())
    let place = parts.dropFirst().map { $0.drop { $0 == " " } }.first { $0.hasPrefix("path=") }
    path = place.map { String($0.dropFirst("path=".count)) } ?? "/"
  }

  func isSent(to path: String) -> Bool {
    self.path == "/" || path == self.path || path.hasPrefix(self.path + "/")
  }
}
