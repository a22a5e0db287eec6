// swift-tools-version: 6.1
import PackageDescription

// A service that embeds logto-lua, by its public products alone. Elsewhere, name the repository in place of the path.
let products: [Target.Dependency] = ["LogtoLua", "LuaRuntime", "LogtoClient", "HTTPTransport", "HTTPServer"].map {
  .product(name: $0, package: "logto-lua")
}
let demo = Target.Dependency.product(name: "LogtoDemo", package: "logto-lua")

let package = Package(
  name: "embedding",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "logto-lua", path: "../..")],
  targets: [
    .target(name: "ScriptService", dependencies: products),
    .executableTarget(
      name: "script-service", dependencies: ["ScriptService", demo] + products),
    .executableTarget(name: "script-load", dependencies: [demo] + products),
    .testTarget(name: "ScriptServiceTests", dependencies: ["ScriptService", demo] + products),
  ],
  swiftLanguageModes: [.v6]
)
