// Reads multipart/form-data bodies, strictly: RFC 7578 and RFC 2046, 5.1.

import HTTPServer

/// The parts of a multipart request.
public enum Multipart {
  public struct Part: Sendable {
    public var name: String
    public var filename: String?
    public var contentType: String?
    public var body: [UInt8]
  }

  /// The parts; nil where the body is not well-formed.
  public static func parts(of request: ServerRequest) -> [Part]? {
    guard let type = request.header("content-type"), let at = type.firstRange(of: "boundary=") else { return nil }
    let boundary = type[at.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
    let delimiter = Array("\r\n--\(boundary)".utf8)
    var rest = (Array("\r\n".utf8) + request.body)[...]
    guard rest.starts(with: delimiter) else { return nil }
    rest = rest.dropFirst(delimiter.count)
    var parts: [Part] = []
    while !rest.starts(with: Array("--".utf8)) {
      guard rest.starts(with: Array("\r\n".utf8)), let end = rest.dropFirst(2).firstRange(of: delimiter),
        let part = part(rest[(rest.startIndex + 2)..<end.lowerBound])
      else { return nil }
      parts.append(part)
      rest = rest[end.upperBound...]
    }
    return parts
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    guard let blank = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    var part = Part(name: "", body: Array(bytes[blank.upperBound...]))
    for line in String(decoding: bytes[..<blank.lowerBound], as: UTF8.self).split(separator: "\r\n") {
      let lower = line.lowercased()
      if lower.hasPrefix("content-type:") {
        part.contentType = String(line.dropFirst("content-type:".count).drop { $0 == " " })
      } else if lower.hasPrefix("content-disposition:") {
        guard let name = quoted("name", in: line) else { return nil }
        part.name = name
        part.filename = quoted("filename", in: line)
      }
    }
    return part.name.isEmpty ? nil : part
  }

  private static func quoted(_ key: String, in line: Substring) -> String? {
    guard let at = line.firstRange(of: " \(key)=\"") else { return nil }
    return String(line[at.upperBound...].prefix { $0 != "\"" })
  }
}
