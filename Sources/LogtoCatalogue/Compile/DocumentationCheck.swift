// What the words about functions have to fulfil: the generator refuses to write a catalogue otherwise.

import JSON

extension CatalogueSource {
  /// Every operation documented once, and nothing documented that there is not.
  ///
  /// - Throws: `CatalogueError` with all faults, a line each.
  public func checkDocumentation() throws(CatalogueError) {
    var faults: [String] = []
    var seen: Set<String> = []
    let operations = Dictionary(self.operations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for text in documentation {
      let name = Name.prefix + Name.short(text.name)
      guard seen.insert(name).inserted else {
        faults.append("\(text.name): documented twice")
        continue
      }
      guard let operation = operations[name] else {
        faults.append("\(text.name): there is no such operation")
        continue
      }
      faults += Self.faults(of: text, operation, known: operations)
    }
    for operation in self.operations where !seen.contains(operation.name) {
      faults.append("\(operation.name): not documented")
    }
    if !faults.isEmpty { throw CatalogueError("contract/docs:\n  " + faults.joined(separator: "\n  ")) }
  }

  private static func faults(
    of text: DocumentationSource, _ operation: OperationSource, known: [String: OperationSource]
  ) -> [String] {
    var faults: [String] = []
    for name in text.related + text.ids.map(\.text).flatMap(names(in:))
    where known[Name.prefix + Name.short(name)] == nil {
      faults.append("\(text.name): names '\(name)', which there is not")
    }
    if text.example == nil { faults.append("\(text.name): no example") }
    return faults
  }

  /// The function names in the text of an `ids` entry, which may name several: `list_users`.
  static func names(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init).filter { $0.contains("_") }
  }
}
