// Every recorded line and body of a real tenant goes through unchanged.
import JSON
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RecordingTests {
  @Test func `all recorded exchanges come back byte for byte`() throws {
    var exchanges = 0
    for line in try recordedLines() {
      let value = try JSONValue.parse(line)
      let written = value.encoded()
      #expect(try JSONValue.parse(written) == value)
      #expect(try JSONValue.parse(value.encoded(pretty: true)) == value)
      // The recordings are compact JSON without needless escapes, so the bytes are equal too.
      if !line.contains(UInt8(ascii: "\\")) { #expect(written == line) }
      exchanges += 1
    }
    #expect(exchanges == 377)
  }

  private func recordedLines() throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/recordings").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
    return try names.flatMap { name in
      try Data(contentsOf: URL(filePath: folder + "/" + name)).split(separator: UInt8(ascii: "\n")).map(Array.init)
    }
  }
}
