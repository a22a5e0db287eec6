/// A value as a reader shall see it: a tree of finished pieces of text, not yet laid out in lines.
indirect enum Inspected {
  case text(String)
  /// `{ a, b }`, and what was left out
  case list([Inspected], omitted: Int)
  /// `{ name = value }`, with keys as they are written, and the number of fields left out
  case record([(key: String, value: Inspected)], omitted: Int)
}

extension Inspected {
  /// The widest line that a table may share with nothing else.
  static let lineWidth = 100

  /// Lays the value out: what fits on one line stands on one, other tables have a line a field.
  func laidOut() -> String {
    var out = ""
    write(to: &out, indent: 0, column: 0)
    return out
  }

  private func write(to out: inout String, indent: Int, column: Int) {
    if case .text(let text) = self {
      out += text
      return
    }
    if let line = oneLine(room: Self.lineWidth - column) {
      out += line
      return
    }
    let margin = String(repeating: " ", count: indent + 2)
    out += "{"
    switch self {
    case .text: break
    case .list(let elements, let omitted):
      for element in elements {
        out += "\n" + margin
        element.write(to: &out, indent: indent + 2, column: indent + 3)
        out += ","
      }
      if omitted > 0 { out += "\n\(margin)… \(omitted) more" }
    case .record(let fields, let omitted):
      for field in fields {
        let start = "\(field.key) = "
        out += "\n" + margin + start
        field.value.write(to: &out, indent: indent + 2, column: indent + 3 + start.utf8.count)
        out += ","
      }
      if omitted > 0 { out += "\n\(margin)… \(omitted) more" }
    }
    out += "\n" + String(repeating: " ", count: indent) + "}"
  }

  /// The value in at most `room` bytes; nil where it needs more.
  private func oneLine(room: Int) -> String? {
    guard room >= 0 else { return nil }
    var parts: [String] = []
    var width = 4
    func add(_ key: String?, _ value: Inspected) -> Bool {
      let start = key.map { "\($0) = " } ?? ""
      guard let text = value.oneLine(room: room - width - start.utf8.count) else { return false }
      parts.append(start + text)
      width += start.utf8.count + text.utf8.count + 2
      return width <= room + 2
    }
    var rest = 0
    switch self {
    case .text(let text): return text.utf8.count <= room ? text : nil
    case .list(let elements, let omitted):
      for element in elements where !add(nil, element) { return nil }
      rest = omitted
    case .record(let fields, let omitted):
      for field in fields where !add(field.key, field.value) { return nil }
      rest = omitted
    }
    if rest > 0 { parts.append("… \(rest) more") }
    return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
  }
}
