/// Members of a JSON object, in the order in which they were written.
///
/// Setting a key that is there already keeps its place, so that of two equal keys in a text the last value wins. Two
/// objects are equal when they hold equal members, in any order.
public struct JSONObject: Sendable {
  /// A key with its value.
  public struct Member: Sendable, Equatable {
    /// The key, unescaped.
    public var key: String
    /// What the key stands for.
    public var value: JSONValue

    /// A key with its value.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in the order in which they were first set.
  public private(set) var members: [Member] = []
  /// Places by key; kept only where there are too many members to look through.
  private var places: [String: Int] = [:]
  private static let smallCount = 12

  /// An object without members.
  public init() {}

  /// Members in this order; of equal keys the last value wins.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    for (key, value) in members { self[key] = value }
  }

  /// Number of members.
  public var count: Int { members.count }
  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }
  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// Makes room for so many members.
  public mutating func reserveCapacity(_ count: Int) {
    members.reserveCapacity(count)
  }

  /// The member's value. Setting nil removes the member; setting ``JSONValue/null`` writes a null.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      guard let newValue else {
        remove(key)
        return
      }
      if let place = place(of: key) {
        members[place].value = newValue
        return
      }
      members.append(Member(key: key, value: newValue))
      if members.count == Self.smallCount + 1 {
        for (index, member) in members.enumerated() { places[member.key] = index }
      } else if members.count > Self.smallCount {
        places[key] = members.count - 1
      }
    }
  }

  private func place(of key: String) -> Int? {
    members.count > Self.smallCount ? places[key] : members.firstIndex { $0.key == key }
  }

  private mutating func remove(_ key: String) {
    guard let place = place(of: key) else { return }
    members.remove(at: place)
    places = [:]
    if members.count > Self.smallCount {
      for (index, member) in members.enumerated() { places[member.key] = index }
    }
  }
}

extension JSONObject: Equatable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
  }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}
