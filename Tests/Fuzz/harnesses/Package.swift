// swift-tools-version: 6.1
import PackageDescription

// The libFuzzer harnesses that reach Swift; scripts/fuzz builds and runs them (make fuzz). Each is an ordinary program
// that hands its main function to libFuzzer, so that it needs libFuzzer's runtime without `main`.
let package = Package(
  name: "harnesses",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "logto-lua", path: "../../..")],
  targets: [
    .target(name: "CFuzz"),
    .target(name: "FuzzSupport", dependencies: ["CFuzz", .product(name: "LuaRuntime", package: "logto-lua")]),
    .executableTarget(
      name: "FuzzDecoder", dependencies: ["FuzzSupport", .product(name: "LuaRuntime", package: "logto-lua")]),
    .executableTarget(
      name: "FuzzEncoder", dependencies: ["FuzzSupport", .product(name: "LuaRuntime", package: "logto-lua")]),
    .executableTarget(
      name: "FuzzScripts", dependencies: ["FuzzSupport", .product(name: "LogtoLua", package: "logto-lua")]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
