// Files of the package, found from this file's own place.

@testable import LogtoCatalogue

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

enum Fixture {
  private static let root: String = {
    var parts = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The bytes of a file, by its path from the package's root; a `.gz` is unpacked with `gzip`.
  static func bytes(_ path: String) throws -> [UInt8] {
    let full = "\(root)/\(path)"
    let isPacked = path.hasSuffix(".gz")
    guard let file = isPacked ? popen("gzip -dc '\(full)'", "r") : fopen(full, "rb") else {
      throw CatalogueError("cannot read \(full)")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    let status = isPacked ? pclose(file) : fclose(file)
    guard status == 0, !bytes.isEmpty else { throw CatalogueError("cannot read \(full)") }
    return bytes
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The contract as the generator reads it, without the words.
  static func contract() throws -> CatalogueSource {
    try CatalogueSource(
      label: "Logto 1.39", operations: text("contract/operations.jsonl"), schemas: text("contract/schemas.jsonl"),
      secrets: text("contract/secrets.tsv"))
  }

  static func corrections() throws -> [Correction] { try Correction.read(text("contract/corrections.jsonl")) }

  /// The document that a Logto 1.39 tenant serves, sentences stripped.
  static func document() throws -> [UInt8] { try bytes("Tests/Fixtures/openapi/logto-1.39.json.gz") }
}
