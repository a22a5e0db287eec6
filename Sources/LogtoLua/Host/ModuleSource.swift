import LuaRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `require` finds: Lua files in the folders that the owner named, and nothing else.
struct ModuleSource {
  /// Folders in the order in which they are looked through (`--module-path`).
  let folders: [String]
  let maxBytes: Int

  func source(of name: String) throws(LuaError) -> [UInt8] {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
          default: false
          }
        }
    }
    guard isName else {
      throw .script(
        "'\(name.shortened(to: 60))' is no name of a module", hint: "letters, digits, _ and -, folders split by dots")
    }
    let file = parts.joined(separator: "/")
    for folder in folders {
      for candidate in ["\(folder)/\(file).lua", "\(folder)/\(file)/init.lua"] {
        guard let data = FileManager.default.contents(atPath: candidate) else { continue }
        guard data.count <= maxBytes else {
          throw .limit(.source, "the module '\(name)' has \(data.count) bytes, and \(maxBytes) are allowed")
        }
        return Array(data)
      }
    }
    throw .script(
      "there is no module '\(name)'",
      hint: folders.isEmpty
        ? "no folder of modules was named (--module-path)" : "looked for \(file).lua in \(folders.listed)")
  }
}
