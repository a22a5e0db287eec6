// The files that follow from the contract.

import LogtoCatalogue

/// Writes and compares what is generated.
enum Products {
  private static func all(_ bytes: [UInt8], _ catalogue: Catalogue) throws -> [(path: String, bytes: [UInt8])] {
    let surface = String(decoding: try File.read("contract/surface.lua"), as: UTF8.self)
    return [
      ("Sources/CEmbedded/catalogue.bin", bytes),
      ("lua/logto.lua", Array(LuaDefinitions(catalogue).file(surface: surface).utf8)),
    ]
  }

  static func write(_ bytes: [UInt8], _ catalogue: Catalogue) throws {
    for product in try all(bytes, catalogue) {
      try File.write(product.bytes, to: product.path)
      print("\(product.path): \(product.bytes.count) bytes")
    }
  }

  /// - Throws: `CatalogueError` naming the first file that differs and how to make it again.
  static func check(_ bytes: [UInt8], _ catalogue: Catalogue) throws {
    for product in try all(bytes, catalogue) {
      guard try File.read(product.path) == product.bytes else {
        throw CatalogueError("\(product.path) is not what contract/ gives; run 'swift run CatalogueGenerator'")
      }
      print("\(product.path): up to date, \(product.bytes.count) bytes")
    }
  }
}
