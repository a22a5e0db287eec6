// The files that follow from the contract.

import LogtoCatalogue

/// Writes and compares what is generated.
enum Products {
  private static func all(_ bytes: [UInt8], _ catalogue: Catalogue) throws -> [(path: String, bytes: [UInt8])] {
    let surface = String(decoding: try File.read("contract/surface.lua"), as: UTF8.self)
    return [
      ("Sources/CEmbedded/catalogue.bin", bytes),
      ("Sources/CEmbedded/recipes.c", Array(EmbeddedRecipes.file(try recipes()).utf8)),
      ("lua/logto.lua", Array(LuaDefinitions(catalogue).file(surface: surface).utf8)),
      ("lua/luacheckrc.lua", Array(LuacheckConfiguration(catalogue).file(surface: surface).utf8)),
      ("lua/list.schema.json", Array((Listing.documentSchema.encodedString(pretty: true) + "\n").utf8)),
      ("llms.txt", Array(SiteSummary(catalogue).file(recipes: try recipes()).utf8)),
    ]
  }

  /// The scripts of examples/.
  private static func recipes() throws -> [Recipe] {
    try File.names(in: "examples").filter { $0.hasSuffix(".lua") }.map { name in
      Recipe(
        name: String(name.dropLast(".lua".count)),
        source: String(decoding: try File.read("examples/\(name)"), as: UTF8.self))
    }
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
        throw CatalogueError(
          "\(product.path) is not what contract/ and examples/ give; run 'swift run CatalogueGenerator'")
      }
      print("\(product.path): up to date, \(product.bytes.count) bytes")
    }
  }
}
