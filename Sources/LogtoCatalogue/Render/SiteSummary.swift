// llms.txt: what there is to read here, for models that read sites (the format of llmstxt.org).

/// Writes llms.txt.
public struct SiteSummary {
  private let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole file: a title, a summary, and sections of links, relative to the repository's root.
  public func file(recipes: [Recipe]) -> String {
    let functions = catalogue.operations.count
    let sections: [(title: String, links: [String])] = [
      (
        "Documentation",
        [
          "[README](README.md): what it is, how to run and embed it",
          "[SECURITY](SECURITY.md): what the sandbox and the policy promise",
          "[Embedding](examples/embedding/README.md): a Swift service that runs its callers' scripts",
          "[Definitions](lua/logto.lua): every function with arguments and results, as LuaCATS",
          "[Functions as a table](contract/catalogue.tsv): name, read or write, method, path",
          "[Schema of `logto-lua list --json --all`](lua/list.schema.json): the document of everything",
        ]
      ),
      ("Recipes", recipes.map { "[\($0.name)](examples/\($0.name).lua): \($0.summary)" }),
      ("Functions by group", groups),
      (
        "Optional",
        [
          "[CONTRIBUTING](CONTRIBUTING.md): how to change it", "[CHANGELOG](CHANGELOG.md): what has changed",
          "[Error codes](contract/error_codes.txt): the codes that a tenant answers with",
        ]
      ),
    ]
    let head = """
      # logto-lua

      > One short Lua script instead of dozens of tool calls: a sandboxed Lua code mode, a command and a Swift library \
      for the \(functions) operations of a Logto tenant (identity: users, organizations, roles, applications, sign-in).

      A script calls `logto.NAME{ argument = value }`. `docs.search("plain words")` finds functions, \
      `docs.read("NAME")` says what one takes and gives, `docs.read("recipes")` lists whole scripts. On the command \
      line: `logto-lua search`, `logto-lua docs`. Nothing needs an account until it calls the tenant; `--demo` brings \
      one inside the process.
      """
    return head + "\n\n"
      + sections.map { section in
        "## \(section.title)\n\n" + section.links.map { "- \($0)" }.joined(separator: "\n") + "\n"
      }
      .joined(separator: "\n")
  }

  /// A link for each group, to the words about its functions.
  private var groups: [String] {
    var names: [String: [String]] = [:]
    for operation in catalogue.operations { names[operation.group, default: []].append(operation.shortName) }
    let helpers = "[Helpers](contract/docs/helpers.jsonl): \(catalogue.helpers.map(\.name).joined(separator: ", "))"
    return [helpers]
      + names.sorted { $0.key < $1.key }.map { group, names in
        let file = Words.split(group).joined(separator: "-")
        return "[\(group)](contract/docs/\(file).jsonl): \(names.joined(separator: ", "))"
      }
  }
}
