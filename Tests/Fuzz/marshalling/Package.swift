// swift-tools-version: 6.1
import PackageDescription

// Throws broken and odd JSON at the decoder and the encoder. Not part of `make test`:
//   swift run -c release --package-path Tests/Fuzz/marshalling FuzzJSON [SECONDS [SEED]]
// with `--sanitize address` for reads beyond a buffer.
let package = Package(
  name: "fuzz-marshalling",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "logto-lua", path: "../../..")],
  targets: [
    .executableTarget(name: "FuzzJSON", dependencies: [.product(name: "LuaRuntime", package: "logto-lua")])
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
