// `logto-lua docs --html`: a folder of web pages.

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ReferenceCommandTests {
  /// Runs with the path of a folder of its own.
  private func inFolder(_ body: (String) async throws -> Void) async throws {
    try await body(Temporary.folder("reference"))
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  @Test func `makes the folder, writes all files, and replaces them the next time`() async throws {
    try await inFolder { folder in
      let pages = folder + "/made/here"
      let written = try await command("docs", "--html", pages)
      #expect(written.status == 0, "\(written.errors)")
      #expect(written.output == "335 functions in 46 files; open \(pages)/index.html\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: pages).count == 46)
      try Data("<!-- Written by logto-lua docs --html -->".utf8).write(to: URL(filePath: pages + "/users.html"))
      try Data("mine".utf8).write(to: URL(filePath: pages + "/notes.txt"))
      #expect(try await command("docs", "--html", pages).status == 0)
      #expect(text(pages + "/users.html").contains("id=\"create_user\""))
      #expect(text(pages + "/notes.txt") == "mine")
    }
  }

  @Test func `a file of somebody else's is named and nothing is written`() async throws {
    try await inFolder { folder in
      try Data("<h1>Mine</h1>".utf8).write(to: URL(filePath: folder + "/users.html"))
      let refused = try await command("docs", "--html", folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("\(folder)/users.html: it is there"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["users.html"])
      #expect(text(folder + "/users.html") == "<h1>Mine</h1>")
    }
  }

  @Test func `an error names the path`() async throws {
    try await inFolder { folder in
      try Data().write(to: URL(filePath: folder + "/file"))
      let refused = try await command("docs", "--html", folder + "/file")
      #expect(refused.status == 2 && refused.errors.contains("\(folder)/file: it is not a folder"))
      let below = try await command("docs", "--html", folder + "/file/below")
      #expect(below.status == 2 && below.errors.contains("\(folder)/file"))
      try FileManager.default.createDirectory(atPath: folder + "/pages/users.html", withIntermediateDirectories: true)
      let taken = try await command("docs", "--html", folder + "/pages")
      #expect(taken.status == 2 && taken.errors.contains("\(folder)/pages/users.html: "))
      #expect(try await command("docs", "--html", folder, "create_user").status == 2)
    }
  }
}
