// A signature of one line, broken into lines that can be read.

/// Breaks the objects of a type's text at their commas where they are wider than a line.
struct TypeLayout {
  /// Columns of a line: what fits the page's width.
  private static let width = 84

  private let text: [Character]
  private var output = ""
  private var column = 0

  /// `text` with line breaks, two spaces a level.
  static func lines(_ text: String) -> String {
    var layout = TypeLayout(text: Array(text))
    layout.write(layout.text.indices, indent: 0)
    return layout.output
  }

  private init(text: [Character]) { self.text = text }

  private mutating func put(_ range: Range<Int>) {
    output.append(contentsOf: text[range])
    column += range.count
  }

  private mutating func breakLine(_ indent: Int) {
    output += "\n" + String(repeating: " ", count: indent)
    column = indent
  }

  private mutating func write(_ range: Range<Int>, indent: Int) {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = end(of: place, in: range)
      if text[place] == "{", column + tail(from: end, in: range) - place > Self.width, end - place > 3 {
        open(place..<end, indent: indent)
      } else if text[place] == " ", place + 2 < range.upperBound, text[place + 1] == "|", text[place + 2] == " ",
        column + alternative(from: place + 3, in: range) - place > Self.width
      {
        // One form of several, on a line of its own.
        breakLine(indent)
        put(place + 1..<place + 3)
        place += 3
        continue
      } else {
        put(place..<end)
      }
      place = end
    }
  }

  /// An object, a member a line.
  private mutating func open(_ range: Range<Int>, indent: Int) {
    put(range.lowerBound..<range.lowerBound + 1)
    var start = range.lowerBound + 1
    let close = range.upperBound - 1
    while start < close {
      while start < close, text[start] == " " { start += 1 }
      var place = start
      while place < close, text[place] != "," { place = end(of: place, in: start..<close) }
      let isLast = place == close
      breakLine(indent + 2)
      let end = isLast && text[place - 1] == " " ? place - 1 : place
      write(start..<end, indent: indent + 2)
      if !isLast { put(place..<place + 1) }
      start = place + 1
    }
    breakLine(indent)
    put(close..<close + 1)
  }

  /// Behind the unit that begins at a place: a quoted text, an object with all that is in it, or one character.
  private func end(of start: Int, in range: Range<Int>) -> Int {
    var place = start + 1
    switch text[start] {
    case "\"":
      while place < range.upperBound, text[place] != "\"" { place += text[place] == "\\" ? 2 : 1 }
      return min(place + 1, range.upperBound)
    case "{":
      while place < range.upperBound, text[place] != "}" { place = end(of: place, in: range) }
      return min(place + 1, range.upperBound)
    default: return place
    }
  }

  /// Behind what belongs to an object, such as `[]|null`.
  private func tail(from start: Int, in range: Range<Int>) -> Int {
    var place = start
    while place < range.upperBound, text[place] != " " { place += 1 }
    return place
  }

  /// Behind one form of a union.
  private func alternative(from start: Int, in range: Range<Int>) -> Int {
    var place = start
    while place < range.upperBound {
      if text[place] == " ", place + 1 < range.upperBound, text[place + 1] == "|" { break }
      place = end(of: place, in: range)
    }
    return place
  }
}
