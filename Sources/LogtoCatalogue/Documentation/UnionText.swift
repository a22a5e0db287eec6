// The branches of a union, those that are almost the same said once.

/// A branch of a union on its way to a text: an object as its members, anything else as one.
///
/// Branches that differ in the choices of one member alone become one: `{ type: "email", value: string }` and
/// `{ type: "phone", value: string }` are `{ type: "email"|"phone", value: string }`.
struct BranchText {
  /// What stands before the choices of a member, and the choices; a member that has none stands in `head` whole.
  struct Member: Equatable {
    let head: String
    var choices: [String] = []

    var text: String { head + choices.joined(separator: "|") }
  }

  private var members: [Member]
  private let isObject: Bool

  init(_ text: String) {
    members = [Member(head: text)]
    isObject = false
  }

  init(members: [Member]) {
    self.members = members
    isObject = true
  }

  var text: String {
    let texts = members.map(\.text).joined(separator: ", ")
    return isObject ? "{ \(texts) }" : texts
  }

  /// Takes the other branch in. Answers whether the two are one now.
  private mutating func take(_ other: BranchText) -> Bool {
    guard isObject, other.isObject, members.count == other.members.count else { return false }
    let places = members.indices.filter { members[$0] != other.members[$0] }
    guard let place = places.first else { return true }
    let (mine, theirs) = (members[place], other.members[place])
    guard places.count == 1, mine.head == theirs.head, !mine.choices.isEmpty, !theirs.choices.isEmpty else {
      return false
    }
    members[place].choices += theirs.choices.filter { !mine.choices.contains($0) }
    return true
  }

  /// The texts of the branches, in the order in which each comes first.
  static func joined(_ branches: [BranchText]) -> [String] {
    var result: [BranchText] = []
    for branch in branches where !result.indices.contains(where: { result[$0].take(branch) }) { result.append(branch) }
    return result.map(\.text)
  }
}
