// lua/luacheckrc.lua: the names that scripts have, for luacheck.

/// Writes a configuration of luacheck, under which a misspelt function is a fault.
public struct LuacheckConfiguration {
  private let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole file; `surface` is what scripts have besides the operations, from contract/surface.lua.
  public func file(surface: String) -> String {
    var fields: [String: [String]] = [:]
    for name in Self.globals(of: surface).sorted() {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      fields[parts[0], default: []] += parts.dropFirst()
    }
    let helpers = fields.removeValue(forKey: "logto") ?? []
    fields["app"] = nil
    var lines = [Self.head]
    lines.append("local logto = { \(Self.table(helpers)) }")
    lines.append("local try = {}")
    lines.append("for name in ([[")
    lines += catalogue.operations.map { "  \($0.shortName)" }
    lines.append(Self.loop)
    lines.append("stds.logto = { read_globals = {")
    lines.append("  logto = { fields = logto },")
    lines.append("  -- The name of an account may stand after `logto`.")
    lines.append("  app = { fields = { integrations = { fields = { logto = { other_fields = true } } } } },")
    for (name, names) in fields.sorted(by: { $0.key < $1.key }) where name != "arg" {
      lines.append("  \(name) = {\(names.isEmpty ? "" : " fields = { \(Self.table(names)) } ")},")
    }
    lines.append("  arg = { other_fields = true },\n} }\n")
    return lines.joined(separator: "\n")
  }

  /// What is not in the sandbox is taken from luacheck's own list of Lua 5.4.
  private static let head = """
    -- The names that scripts can use, for luacheck: luacheck --config lua/luacheckrc.lua SCRIPT.
    -- Made by `swift run CatalogueGenerator`; changes belong into contract/.
    std = "lua54+logto"
    max_line_length = 120
    not_globals = {
      "io", "debug", "package", "dofile", "loadfile", "warn", "string.dump", "os.execute", "os.exit", "os.getenv",
      "os.remove", "os.rename", "os.setlocale", "os.tmpname",
    }

    """

  private static let loop = """
    ]]):gmatch("%S+") do
      for _, spelling in ipairs{ name, "logto_" .. name } do
        logto[spelling], try[spelling] = {}, {}
      end
    end
    logto.try.fields = try

    """

  private static func table(_ names: [String]) -> String {
    let nested = names.filter { $0.contains(".") }
    return names.filter { !$0.contains(".") }.map { name in
      let inside = nested.filter { $0.hasPrefix("\(name).") }.map { String($0.dropFirst(name.count + 1)) }
      return inside.isEmpty ? "\(name) = {}" : "\(name) = { fields = { \(Self.table(inside)) } }"
    }
    .joined(separator: ", ")
  }

  /// The names that a text of definitions defines: `function a.b(…)`, `a.b = …`.
  private static func globals(of surface: String) -> Set<String> {
    var names: Set<String> = []
    for line in surface.split(separator: "\n") where line.first?.isLetter == true {
      let text = line.hasPrefix("function ") ? line.dropFirst("function ".count) : line
      names.insert(String(text.prefix { $0.isLetter || $0 == "_" || $0 == "." }))
    }
    return names
  }
}
