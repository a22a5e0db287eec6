// The hostile scripts.

import Foundation

/// A script that means harm.
struct Attack: Sendable {
  let name: String
  let source: [UInt8]

  /// All `.lua` files under a folder, in the order of their names.
  static func all(in folder: String) throws -> [Attack] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".lua") }.sorted()
    return try files.map { Attack(name: $0, source: Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) }
  }
}
