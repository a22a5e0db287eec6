// swift-tools-version: 6.1
import PackageDescription

// The JSON rows of `make bench`: json.encode and json.decode of the runtime against lua-cjson, in one process. A
// package of its own, so that the library's users build nothing of it.
let package = Package(
  name: "bench-marshalling",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "logto-lua", path: "../..")],
  targets: [
    .systemLibrary(name: "CStockLuaLibrary", path: "Sources/CStockLuaLibrary", pkgConfig: "lua5.4"),
    .target(name: "CStockLua", dependencies: ["CStockLuaLibrary"]),
    .executableTarget(
      name: "BenchJSON",
      dependencies: ["CStockLua", .product(name: "LuaRuntime", package: "logto-lua")],
      // cjson.so finds Lua's functions in the program.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
