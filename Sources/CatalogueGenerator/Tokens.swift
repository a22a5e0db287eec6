// What it costs a model to read about a function: tokens as bytes / 4.

import LogtoCatalogue

/// Counts tokens.
enum Tokens {
  static func report(_ catalogue: Catalogue) {
    let documentation = Documentation(catalogue)
    print("tokens (bytes / 4)   median   most   (of)")
    line("signature", catalogue.operations.map { ($0.shortName, documentation.signature(of: $0)) })
    line("docs NAME", catalogue.operations.map { ($0.shortName, documentation.text(for: $0)) })
    line("type", catalogue.types.map { ($0.name, documentation.text(for: $0)) })
  }

  private static func line(_ what: String, _ texts: [(name: String, text: String)]) {
    let counts = texts.map { (count: ($0.text.utf8.count + 3) / 4, name: $0.name) }.sorted { $0.count < $1.count }
    guard let most = counts.last else { return }
    func pad(_ value: some CustomStringConvertible, _ width: Int) -> String {
      let text = "\(value)"
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let name = what + String(repeating: " ", count: 20 - what.count)
    print("\(name)\(pad(counts[counts.count / 2].count, 7))\(pad(most.count, 7))   \(most.name)")
  }
}
