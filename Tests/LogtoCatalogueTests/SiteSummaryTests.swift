// llms.txt, as llmstxt.org describes it.

import Testing

@testable import LogtoCatalogue

@Suite struct SiteSummaryTests {
  private func lines() throws -> [Substring] { try Fixture.text("llms.txt").split(separator: "\n") }

  @Test func `it opens with a title and a summary, and has sections of links only`() throws {
    let lines = try lines()
    #expect(lines[0] == "# logto-lua")
    #expect(lines[1].hasPrefix("> "))
    let sections = lines.drop { !$0.hasPrefix("## ") }
    #expect(sections.count > 60)
    for line in sections { #expect(line.hasPrefix("## ") || line.hasPrefix("- ["), "\(line)") }
  }

  @Test func `every link leads to a file of the repository`() throws {
    let targets = try lines().filter { $0.hasPrefix("- [") }.compactMap { line -> String? in
      guard let start = line.firstRange(of: "]("), let end = line[start.upperBound...].firstIndex(of: ")") else {
        return nil
      }
      return String(line[start.upperBound..<end])
    }
    #expect(targets.count >= 60)
    for target in targets { #expect(throws: Never.self, "\(target)") { try Fixture.text(target) } }
  }

  @Test func `all functions stand in it`() throws {
    let text = try Fixture.text("llms.txt")
    for operation in Catalogue.shipped.operations { #expect(text.contains(operation.shortName)) }
  }
}
