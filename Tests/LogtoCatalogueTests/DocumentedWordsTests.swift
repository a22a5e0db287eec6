// What the words of contract/docs/ have to fulfil beyond what the generator checks.

import Testing

@testable import LogtoCatalogue

@Suite struct DocumentedWordsTests {
  static let catalogue = Catalogue.shipped
  static let helpers = [
    "call", "try", "each", "all", "count", "find", "request", "account", "sign_in.start", "sign_in.finish",
    "parallel.map", "parallel.all", "parallel.settle", "json.encode", "json.decode", "json.array", "json.object",
    "json.null", "docs.search", "docs.read", "docs.list", "sleep", "print", "inspect", "log", "arg", "require",
  ]

  @Test func `every operation is documented with a summary of one line and an example`() {
    for operation in Self.catalogue.operations {
      let words = operation.documentation
      #expect(words?.summary.isEmpty == false && words?.summary.contains("\n") == false, "\(operation.name)")
      #expect((words?.summary.count ?? 0) <= DocumentationSource.summaryLimit, "\(operation.name)")
      #expect(words?.example?.contains(operation.shortName) == true, "\(operation.name)")
    }
  }

  @Test func `no two operations have the same summary`() {
    let summaries = Self.catalogue.operations.compactMap { $0.documentation?.summary }
    #expect(Set(summaries).count == summaries.count)
  }

  @Test(arguments: helpers) func `a helper is documented`(_ name: String) {
    #expect(Self.catalogue.helper(named: name)?.documentation.example?.isEmpty == false)
  }

  /// Arguments that are explained are arguments that there are.
  @Test func `what is said about arguments is said about arguments of the operation`() {
    for operation in Self.catalogue.operations {
      guard let words = operation.documentation else { continue }
      for name in words.arguments.map(\.name) + words.ids.map(\.name) {
        #expect(Self.has(operation, name), "\(operation.shortName): \(name)")
      }
    }
  }

  private static func has(_ operation: Operation, _ name: String) -> Bool {
    if operation.parameters.contains(where: { $0.argument == name }) { return true }
    guard let body = operation.body else { return false }
    if body.contentType == "multipart/form-data" && name == "file" { return true }
    return ([body.schema] + body.schema.branches).contains { $0.property(named: name) != nil }
  }

  @Test func `an operation that needs a verified record says so`() {
    for operation in Self.catalogue.operations where operation.needsVerification {
      let notes = operation.documentation?.notes ?? []
      #expect(notes.contains { $0.contains("logto_verification_id") }, "\(operation.shortName)")
    }
  }

  @Test func `an operation that pages only when asked says so`() {
    for operation in Self.catalogue.operations where operation.pagination == .optional {
      let notes = operation.documentation?.notes ?? []
      #expect(notes.contains { $0.contains("Without page") }, "\(operation.shortName)")
    }
  }

  @Test func `the median text has at most 120 tokens and none has over 600`() {
    let documentation = Documentation(Self.catalogue)
    let counts = Self.catalogue.operations.map { (documentation.text(for: $0).utf8.count + 3) / 4 }.sorted()
    let median = counts[counts.count / 2]
    print("tokens of an operation's text: median \(median), most \(counts[counts.count - 1])")
    #expect(median <= 120)
    #expect(counts[counts.count - 1] <= 600)
  }
}
