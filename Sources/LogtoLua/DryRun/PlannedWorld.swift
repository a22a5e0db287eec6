// What reads would answer after the writes of a plan.

import JSON
import LogtoCatalogue

/// Single things by account and path: what the tenant said of them, and what the plan made, changed or removed.
struct PlannedWorld {
  enum State {
    case made(JSONValue)
    case changed([PlannedChange])
    case removed
  }

  /// Elements of lists beyond this many are not kept: stand-ins then know less, and memory is bounded.
  private static let mostKnown = 20_000

  private(set) var states: [PlannedPath: State] = [:]
  private(set) var links = PlannedLinks()
  private var known: [PlannedPath: JSONValue] = [:]
  /// The last segments of what is met directly below a path.
  private var members: [PlannedPath: Set<String>] = [:]
  /// Things directly below a collection of the tenant, by account and id: ids are random, so that an element of a list
  /// elsewhere that has the id is the same thing.
  private var byID: [PlannedPath: PlannedPath] = [:]

  subscript(path: PlannedPath) -> State? { states[path] }

  var isEmpty: Bool { states.isEmpty }

  // MARK: What the tenant said

  mutating func learn(_ path: PlannedPath, _ value: JSONValue, isWhole: Bool) {
    guard isWhole || (known[path] == nil && known.count < Self.mostKnown) else { return }
    known[path] = value
    note(path)
  }

  /// What is at a path after the plan, as far as it is known.
  func current(_ path: PlannedPath) -> JSONValue? {
    switch states[path] {
    case .made(let value)?: value
    case .changed(let changes)?: known[path].map { changes.reduce($0) { $1.apply(to: $0) } }
    case .removed?: nil
    case nil: known[path]
    }
  }

  /// What has this id, wherever it was met.
  func thing(_ id: String, account: String) -> JSONValue? {
    byID[PlannedPath(account: account, segments: [id])].flatMap { current($0) }
  }

  /// The known things directly below a path, but for one, as they are after the plan.
  func siblings(of path: PlannedPath, below parent: PlannedPath) -> some Sequence<JSONValue> {
    (members[parent] ?? []).lazy.filter { $0 != path.last || path.parent != parent }
      .compactMap { current(parent.appending($0)) }
  }

  /// What the plan made directly below a path, in the order in which it did.
  func made(below parent: PlannedPath) -> [JSONValue] {
    (members[parent] ?? []).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.compactMap {
      if case .made(let value)? = states[parent.appending($0)] { value } else { nil }
    }
  }

  // MARK: What the plan does

  mutating func make(_ path: PlannedPath, _ value: JSONValue) {
    states[path] = .made(value)
    note(path)
  }

  /// Puts things into a list, where the write is one that does; those that the plan took out are in again.
  mutating func link(_ call: PlannedCall, _ body: JSONValue?, _ catalogue: Catalogue) {
    for name in links.write(call, body, catalogue) ?? [] {
      let path = call.path.appending(name)
      for path in [path, path.inverse].compactMap({ $0 }) {
        if case .removed? = states[path] { states[path] = nil }
      }
    }
  }

  mutating func remove(_ path: PlannedPath) {
    links.remove(path)
    states[path] = .removed
    note(path)
  }

  mutating func change(_ path: PlannedPath, _ change: PlannedChange) {
    note(path)
    switch states[path] {
    case .made(let value)?: states[path] = .made(change.apply(to: value))
    case .changed(let earlier)?: states[path] = .changed(earlier + [change])
    case .removed?: break
    case nil: states[path] = .changed([change])
    }
  }

  /// Whether the thing at this path, or one that it stands below, was removed.
  func isRemoved(_ path: PlannedPath) -> Bool {
    (1...max(1, path.segments.count)).contains { count in
      if case .removed? = states[path.prefix(count)] { true } else { false }
    }
  }

  private mutating func note(_ path: PlannedPath) {
    members[path.parent, default: []].insert(path.last)
    if path.segments.count == 3 { byID[PlannedPath(account: path.account, segments: [path.last])] = path }
  }

  // MARK: Reading

  /// The changes that a read of one thing shows: its own, or its owner's at that property.
  func changes(of path: PlannedPath, property: String?) -> [PlannedChange] {
    if case .changed(let changes)? = states[path] { return changes }
    guard let property, case .changed(let changes)? = states[path.parent] else { return [] }
    return changes.compactMap { $0.below(property) }
  }

  /// A list of the tenant with what the plan changed, and without what it removed; nil where nothing of it differs.
  ///
  /// - Parameter identity: the member of an element by which its own path names it.
  func amend(_ elements: [JSONValue], of list: PlannedPath, identity: String) -> [JSONValue]? {
    if states.isEmpty { return nil }
    var differs = false
    let amended: [JSONValue] = elements.compactMap { element in
      let own = element[identity]?.stringValue.map { list.appending($0) }
      let elsewhere = element["id"]?.stringValue.flatMap { byID[PlannedPath(account: list.account, segments: [$0])] }
      var element = element
      for path in Set([own, elsewhere].compactMap { $0 }) {
        switch states[path] {
        case .removed?:
          differs = true
          return nil
        case .changed(let changes)?:
          for change in changes where path == own || change.place.first.map({ element[$0] != nil }) == true {
            element = change.apply(to: element)
            differs = true
          }
        case .made(let value)?:
          guard path == own, let members = value.objectValue else { break }
          element = PlannedChange.merge(members, into: element)
          differs = true
        case nil: break
        }
      }
      return element
    }
    return differs ? amended : nil
  }
}
