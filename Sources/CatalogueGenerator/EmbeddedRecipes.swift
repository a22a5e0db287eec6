// Sources/CEmbedded/recipes.c: the scripts of examples/ in the binary.

import LogtoCatalogue

/// Writes the C file that embeds the recipes.
enum EmbeddedRecipes {
  static func file(_ recipes: [Recipe]) -> String {
    func identifier(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }
    let texts = recipes.map {
      """
      static const unsigned char \(identifier($0.name))[] = {
      #embed "../../examples/\($0.name).lua"
      };
      """
    }
    let rows = recipes.map { "  {\"\($0.name)\", \(identifier($0.name)), sizeof \(identifier($0.name))}," }
    return """
      // The scripts of examples/, carried in the binary. Made by `swift run CatalogueGenerator`.
      #pragma clang diagnostic ignored "-Wc23-extensions"
      #include "recipes.h"

      \(texts.joined(separator: "\n\n"))

      static const embedded_recipe recipes[] = {
      \(rows.joined(separator: "\n"))
      };

      const embedded_recipe *embedded_recipes(size_t *count) {
        *count = sizeof recipes / sizeof recipes[0];
        return recipes;
      }

      """
  }
}
