// swift-tools-version: 6.1
import PackageDescription

// The rows of `make bench` about many scripts in one process. A package of its own, so that the library's users build
// nothing of it.
let package = Package(
  name: "bench-runtime",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "logto-lua", path: "../..")],
  targets: [
    .executableTarget(
      name: "BenchRuntime",
      dependencies: ["LogtoLua", "LogtoClient", "HTTPTransport", "LuaRuntime"].map {
        .product(name: $0, package: "logto-lua")
      })
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
