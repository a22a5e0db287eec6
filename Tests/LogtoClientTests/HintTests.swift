import TestSupport
import Testing

@testable import LogtoClient

@Suite struct HintTests {
  private func lines(_ path: String) throws -> [Substring] {
    let bytes = try #require(Files.read(Files.repositoryRoot + "/contract/" + path))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  @Test func `every hint belongs to a code that a tenant knows`() throws {
    let known = Set(try lines("error_codes.txt").map(String.init))
    #expect(Hints.byCode.keys.filter { !known.contains($0) } == [])
  }

  @Test func `every function that a hint names exists`() throws {
    let known = Set(try lines("catalogue.tsv").map { String($0.prefix { $0 != "\t" }.dropFirst("logto_".count)) })
    let arguments: Set = ["page_size", "sign_in", "logto_verification_id"]
    for (code, hint) in Hints.byCode {
      let words = hint.split { !($0.isLetter || $0 == "_") }.filter { $0.contains("_") }.map(String.init)
      #expect(words.filter { !known.contains($0) && !arguments.contains($0) } == [], "\(code)")
    }
  }
}
