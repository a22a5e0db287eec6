// Bytes from a cache file: damage is refused whole and never crashes.

import JSON
import Testing

@testable import LogtoCatalogue

@Suite struct DamageTests {
  let bytes: [UInt8]

  init() throws {
    let schema: JSONValue = ["type": "object", "properties": ["a": ["type": "string", "enum": ["x", "y"]]]]
    bytes = try Sample.source(result: schema, schemas: [:]).compile()
  }

  @Test func `the compiled bytes are read`() throws {
    #expect(try Catalogue(bytes: bytes).operations.count == 1)
  }

  @Test func `every changed byte is noticed`() {
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 0x5A
      #expect(throws: CatalogueError.self, "byte \(position)") { try Catalogue(bytes: damaged) }
    }
  }

  @Test func `every shortened file is noticed`() {
    for length in bytes.indices {
      #expect(throws: CatalogueError.self) { try Catalogue(bytes: Array(bytes[..<length])) }
    }
  }

  @Test func `a forged file with a right checksum is refused or read without leaving its bytes`() {
    for position in stride(from: 0, to: bytes.count - 3, by: 4) {
      for value: UInt32 in [0, 1, 17, 0x7FFF_FFFF, 0xFFFF_FFFF] {
        var forged = bytes
        for shift in 0..<4 { forged[position + shift] = UInt8(truncatingIfNeeded: value >> (shift * 8)) }
        let checksum = forged.withUnsafeBytes { CatalogueStorage.checksum($0) }
        for shift in 0..<4 { forged[12 + shift] = UInt8(truncatingIfNeeded: checksum >> (shift * 8)) }
        guard let catalogue = try? Catalogue(bytes: forged) else { continue }
        for operation in catalogue.operations {
          _ = operation.parameters.map(\.name) + operation.scopes + [operation.path]
          _ = operation.secretPaths(in: .result)
          _ = operation.success?.schema?.properties.map { ($0.name, $0.node.enumValues) }
        }
      }
    }
  }

  @Test func `a catalogue of another version says what to do`() {
    var other = bytes
    other[4] = 99
    #expect { try Catalogue(bytes: other) } throws: { "\($0)".contains("refresh") }
  }

  @Test func `equal names and unknown references are refused`() {
    var source = Sample.source(result: [:], schemas: [:])
    source.operations.append(source.operations[0])
    #expect(throws: CatalogueError.self) { try source.compile() }
    #expect(throws: CatalogueError.self) { try Sample.source(result: ["$ref": 7], schemas: [:]).compile() }
  }

  @Test func `the same source gives the same bytes`() throws {
    #expect(
      try Sample.source(result: [:], schemas: [:]).compile() == Sample.source(result: [:], schemas: [:]).compile())
  }
}
