// Which page everything stands on, and the addresses that lead there.

/// The pages of a catalogue's reference.
struct PageMap: Sendable {
  /// A page of functions.
  struct Group: Sendable {
    let name: String
    let file: String
    let operations: [Operation]
  }

  static let index = "index.html"
  static let helpers = "helpers.html"
  static let types = "types.html"
  static let recipes = "recipes.html"

  /// In the order of their names.
  let groups: [Group]
  private let functions: [String: String]
  private let helperNames: Set<String>
  private let typeNames: Set<String>
  private let recipeNames: Set<String>

  init(_ catalogue: Catalogue) {
    // Two groups that would have one file share it.
    let byFile = Dictionary(grouping: catalogue.operations) { Self.file(of: $0.group) }
    groups = byFile.map { file, operations in
      Group(name: operations.first?.group ?? "", file: file, operations: operations)
    }.sorted { ($0.name.lowercased(), $0.file) < ($1.name.lowercased(), $1.file) }
    functions = Dictionary(
      catalogue.operations.map { ($0.shortName, Self.file(of: $0.group)) }, uniquingKeysWith: { first, _ in first })
    helperNames = Set(catalogue.helpers.map(\.name))
    recipeNames = Set(Recipe.all.map { Recipe.prefix + $0.name })
    typeNames = Set(catalogue.types.map(\.name) + [Documentation.search.name])
  }

  /// The address of an operation, by its short name.
  func address(ofFunction name: String) -> String? { functions[name].map { "\($0)#\(Self.fragment(name))" } }

  /// The address of a named type.
  func address(ofType name: String) -> String? {
    typeNames.contains(name) ? "\(Self.types)#\(Self.fragment(name))" : nil
  }

  /// The address of an operation, a helper or a recipe (`recipes/NAME`).
  func address(of name: String) -> String? {
    if recipeNames.contains(name) { return "\(Self.recipes)#\(Self.fragment(name))" }
    if let address = address(ofFunction: Name.short(name)) { return address }
    return helperNames.contains(name) ? "\(Self.helpers)#\(Self.fragment(name))" : nil
  }

  /// The name as a link to where it stands; the bare name where it stands nowhere.
  func link(_ name: String) -> HTML {
    address(of: name).map { "<a href=\"\($0)\">\(name)</a>" } ?? HTML(escaping: name)
  }

  private static func file(of group: String) -> String {
    let words = group.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let name = words.isEmpty ? "other" : words.joined(separator: "-")
    let isTaken = [index, helpers, types, recipes].contains("\(name).html")
    return isTaken ? "\(name)-functions.html" : "\(name).html"
  }

  /// The name within an address (RFC 3986: what may stand there unescaped; the rest as UTF-8 in percent form).
  static func fragment(_ name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case 47...57, 65...90, 97...122, 45, 46, 95, 126: return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }.joined()
  }
}
