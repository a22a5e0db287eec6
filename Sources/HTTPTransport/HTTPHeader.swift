// One header line, and the ordered list of them that requests and responses carry.

/// A header field: its name as written, and its value without the surrounding blanks.
public struct HTTPHeader: Sendable, Hashable {
  /// As written; compared without regard to case.
  public var name: String
  /// Without the blanks around it.
  public var value: String

  /// A field; line breaks in it are refused when the request is sent.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Header fields in the order in which they were sent. Looking one up ignores the case of ASCII letters (RFC 9110 §5.1).
///
///     var headers: HTTPHeaders = ["Accept": "application/json"]
///     headers["accept"]            // "application/json"
public struct HTTPHeaders: Sendable, Hashable, RandomAccessCollection, ExpressibleByDictionaryLiteral {
  private enum Storage: Sendable {
    case fields([HTTPHeader])
    /// As an answer brought them.
    case block(HeaderBlock)
  }

  private var storage: Storage

  /// The same as an array, whose elements cost less.
  private(set) var fields: [HTTPHeader] {
    get {
      switch storage {
      case .fields(let fields): fields
      case .block(let block): block.fields
      }
    }
    _modify {
      var fields = fields
      storage = .fields([])
      defer { storage = .fields(fields) }
      yield &fields
    }
  }

  /// These fields, in this order.
  public init(_ fields: [HTTPHeader] = []) {
    storage = .fields(fields)
  }

  init(_ block: HeaderBlock) {
    storage = .block(block)
  }

  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { HTTPHeader($0.0, $0.1) })
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { fields.count }

  public subscript(position: Int) -> HTTPHeader { fields[position] }

  /// The first field of that name. Assigning replaces every field of that name; assigning nil removes them.
  public subscript(name: String) -> String? {
    get {
      switch storage {
      case .fields(let fields): fields.first { $0.name.isSameFieldName(as: name) }?.value
      case .block(let block): block.value(of: name)
      }
    }
    set {
      fields.removeAll { $0.name.isSameFieldName(as: name) }
      if let newValue { fields.append(HTTPHeader(name, newValue)) }
    }
  }

  /// Every value of that name, in order: what `Set-Cookie` needs, whose values cannot be joined.
  public func values(of name: String) -> [String] {
    fields.compactMap { $0.name.isSameFieldName(as: name) ? $0.value : nil }
  }

  /// Adds a field and keeps those of the same name.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(HTTPHeader(name, value))
  }

  public static func == (one: HTTPHeaders, other: HTTPHeaders) -> Bool { one.fields == other.fields }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(fields)
  }
}

extension String {
  /// Equal apart from the case of ASCII letters. (Locale-independent, and allocates nothing.)
  func isSameFieldName(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (one, two) = (self, other)
    return one.withUTF8 { one in
      two.withUTF8 { two in
        for place in one.indices where one[place] != two[place] {
          guard one[place].asciiLowercased == two[place].asciiLowercased else { return false }
        }
        return true
      }
    }
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
