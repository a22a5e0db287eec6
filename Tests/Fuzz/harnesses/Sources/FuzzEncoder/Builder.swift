/// Makes of bytes the statements of a script that build a value, and what that value is.
struct Builder {
  private let bytes: [UInt8]
  private var at = 0
  private var tables: [Node?] = []
  private var sizes: [Int] = []
  private(set) var statements: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private enum Key: Hashable {
    case text([UInt8])
    case integer(Int64)
    case other(Int)
  }

  private var next: UInt8 {
    mutating get {
      guard at < bytes.count else { return 0 }
      defer { at += 1 }
      return bytes[at]
    }
  }

  private mutating func word() -> UInt64 { (0..<8).reduce(0) { word, _ in word << 8 | UInt64(next) } }

  private mutating func text() -> [UInt8] {
    let count = Int(next)
    let text = Array(bytes[at..<min(bytes.count, at + count)])
    at += text.count
    return text
  }

  private static func quoted(_ text: [UInt8]) -> String {
    "'\(text.map { "\\x\($0 < 16 ? "0" : "")\(String($0, radix: 16))" }.joined())'"
  }

  /// A text counts with its length: what is referred to again and again shall fit in the memory.
  private static func size(_ text: [UInt8]) -> Int { 1 + text.count / 16 }

  private static func hex(_ word: UInt64) -> String { "0x\(String(word, radix: 16))" }

  /// An expression, and what it is.
  mutating func value() -> (expression: String, node: Node, size: Int) {
    switch next % 16 {
    case 0: return ("json.null", .null, 1)
    case 1: return ("true", .bool(true), 1)
    case 2: return ("false", .bool(false), 1)
    case 3:
      let word = word()
      return (Self.hex(word), .integer(Int64(bitPattern: word)), 1)
    case 4:
      let word = word()
      return ("f(\(Self.hex(word)))", .number(Double(bitPattern: word)), 1)
    case 5:
      let value = Int64(Int8(bitPattern: next))
      return ("(\(value))", .integer(value), 1)
    case 6:
      let text = text()
      return (Self.quoted(text), .text(text), Self.size(text))
    case 7:
      let (piece, count) = (text(), Int(next) * 4)
      let text = Array([[UInt8]](repeating: piece, count: count).joined())
      return ("(\(Self.quoted(piece))):rep(\(count))", .text(text), Self.size(text))
    case 8: return ("print", .refused, 1)
    case 9: return reference()
    case 10: return list(isReversed: false)
    case 11: return list(isReversed: true)
    default: return table()
    }
  }

  /// A table that is there already: shared, or one that is open and so a cycle.
  private mutating func reference() -> (String, Node, Int) {
    guard !tables.isEmpty else { return ("nil or 1", .integer(1), 1) }
    let place = Int(next) % tables.count
    guard sizes[place] <= 500 else { return ("2.5", .number(2.5), 1) }
    return ("T[\(place + 1)]", tables[place] ?? .refused, sizes[place])
  }

  private mutating func begin(_ constructor: String) -> Int {
    tables.append(nil)
    sizes.append(1)
    statements += Array("T[\(tables.count)] = \(constructor)\n".utf8)
    return tables.count - 1
  }

  private mutating func end(_ place: Int, _ node: Node, _ size: Int) -> (String, Node, Int) {
    tables[place] = node
    sizes[place] = size
    return ("T[\(place + 1)]", node, size)
  }

  /// Set in order, or from the end, so that the elements sit among the keys.
  private mutating func list(isReversed: Bool) -> (String, Node, Int) {
    let count = Int(next % 20)
    let isMarked = next % 2 == 0
    let place = begin(isMarked ? "json.array{}" : "{}")
    var elements: [Node] = []
    var size = 1
    for index in 1...(count + 1) where index <= count {
      let (expression, node, added) = value()
      size += added
      elements.append(node)
      statements += Array("T[\(place + 1)][\(isReversed ? count + 1 - index : index)] = \(expression)\n".utf8)
    }
    if isReversed { elements.reverse() }
    // An empty plain table is an object; only the mark of the constructor makes it a list.
    return end(place, elements.isEmpty && !isMarked ? .object([:]) : .array(elements), size)
  }

  private mutating func table() -> (String, Node, Int) {
    let place = begin("{}")
    var members: [Key: Node] = [:]
    var size = 1
    for _ in 0..<(next % 12) {
      let kind = next % 8
      let key: Key
      let name: String
      switch kind {
      case 6:
        let number = Int64(Int8(bitPattern: next))
        (key, name) = (.integer(number), "\(number)")
      case 7:
        let which = Int(next % 3)
        (key, name) = (.other(which), ["true", "1.5", "print"][which])
      default:
        let text = text()
        (key, name) = (.text(text), Self.quoted(text))
        size += Self.size(text)
      }
      let (expression, node, added) = value()
      size += added
      members[key] = node
      statements += Array("T[\(place + 1)][\(name)] = \(expression)\n".utf8)
    }
    return end(place, Self.node(of: members), size)
  }

  private static func node(of members: [Key: Node]) -> Node {
    var texts: [[UInt8]: Node] = [:]
    var integers: [Int64: Node] = [:]
    for (key, node) in members {
      switch key {
      case .text(let text): texts[text] = node
      case .integer(let index): integers[index] = node
      case .other: return .refused
      }
    }
    if integers.isEmpty { return .object(texts) }
    guard texts.isEmpty, integers.keys.min() == 1, integers.keys.max() == Int64(integers.count) else { return .refused }
    return .array((1...Int64(integers.count)).compactMap { integers[$0] })
  }
}
