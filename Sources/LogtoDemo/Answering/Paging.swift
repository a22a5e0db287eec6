// Pages of lists: which one is asked for, and the headers that say what there is.

import HTTPServer
import JSON
import LogtoCatalogue

/// The page that a query asks for.
struct Paging {
  let page: Int
  let size: Int
  /// Nobody asked for a page of a list that is answered whole then.
  let isWhole: Bool

  /// - Throws: 400 `guard.invalid_pagination` for a page below 1 or a size outside 1…100.
  init(_ query: DemoQuery, _ pagination: Operation.Pagination) throws(DemoError) {
    isWhole = pagination == .optional && query["page"] == nil && query["page_size"] == nil
    guard let page = Int(query["page"] ?? "1"), let size = Int(query["page_size"] ?? "20"), page >= 1,
      (1...100).contains(size)
    else { throw .pagination }
    self.page = page
    self.size = size
  }

  func slice(_ rows: [JSONObject]) -> [JSONObject] {
    guard !isWhole else { return rows }
    return Array(rows.dropFirst((page - 1) * size).prefix(size))
  }

  /// `Total-Number` and the links, whose addresses lack the `/api` as the tenant's do.
  func headers(total: Int, call: Call, target: String) -> [ServerHeader] {
    guard !isWhole else { return [] }
    let last = max(1, (total + size - 1) / size)
    var links = [("first", 1), ("last", last)]
    if page > 1 { links.append(("prev", page - 1)) }
    if page < last { links.append(("next", page + 1)) }
    let path = target.prefix { $0 != "?" }.dropFirst("/api".count)
    return [ServerHeader("Total-Number", "\(total)")]
      + links.map { name, number in
        ServerHeader("Link", "<\(call.origin)\(path)?\(Self.query(call.query, page: number))>; rel=\"\(name)\"")
      }
  }

  private static func query(_ query: DemoQuery, page: Int) -> String {
    var parts: [String] = []
    for name in query.names {
      let value = name == "page" ? "\(page)" : query.all(name).joined(separator: ",")
      parts.append("\(encode(name))=\(encode(value))")
    }
    if query["page"] == nil { parts.append("page=\(page)") }
    return parts.joined(separator: "&")
  }

  /// A text as it stands in a query.
  static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2A:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20: result += "+"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
