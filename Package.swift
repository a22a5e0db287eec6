// swift-tools-version: 6.1
import PackageDescription

// The house of the README's map: imports go down this list only. Libraries of the system are reached through
// the module maps in Sources/System; libcurl, libmicrohttpd, libcrypto and libedit are loaded at first use, so
// that a script that calls nothing does not pay for them, and are therefore named here without a link setting.
let package = Package(
  name: "logto-lua",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "logto-lua", targets: ["LogtoLuaCommand"]),
    .library(name: "LogtoLua", targets: ["LogtoLua"]),
    .library(name: "LogtoClient", targets: ["LogtoClient"]),
    .library(name: "HTTPTransport", targets: ["HTTPTransport"]),
    .library(name: "LuaRuntime", targets: ["LuaRuntime"]),
    .library(name: "HTTPServer", targets: ["HTTPServer"]),
    .library(name: "LogtoDemo", targets: ["LogtoDemo"]),
    .library(name: "JSON", targets: ["JSON"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLua", path: "Sources/System/CLua", pkgConfig: "lua5.4",
      providers: [.apt(["liblua5.4-dev"]), .brew(["lua"])]),
    .systemLibrary(
      name: "CCurl", path: "Sources/System/CCurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CMicroHTTPD", path: "Sources/System/CMicroHTTPD",
      providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(name: "CCrypto", path: "Sources/System/CCrypto"),
    .systemLibrary(
      name: "CEdit", path: "Sources/System/CEdit", providers: [.apt(["libedit2"])]),
    .target(name: "CJSON"),
    .target(name: "CLuaGuard", dependencies: ["CLua", "CJSON"]),
    .target(name: "CEmbedded"),
    .target(name: "JSON", dependencies: ["CJSON"], linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "LuaRuntime", dependencies: ["CLuaGuard", "CLua", "JSON"]),
    .target(name: "LogtoCatalogue", dependencies: ["JSON", "CEmbedded"]),
    .target(name: "HTTPTransport", dependencies: ["CCurl"]),
    .target(name: "HTTPServer", dependencies: ["CMicroHTTPD"]),
    .target(name: "LogtoClient", dependencies: ["HTTPTransport", "JSON", "CCrypto"]),
    .target(name: "LogtoLua", dependencies: ["LuaRuntime", "LogtoClient", "LogtoCatalogue", "CEmbedded"]),
    .target(name: "LogtoDemo", dependencies: ["HTTPServer", "LogtoCatalogue", "JSON"]),
    .executableTarget(
      name: "LogtoLuaCommand", dependencies: ["LogtoLua", "LogtoDemo", "LogtoCatalogue", "JSON", "CEdit"]),
    .executableTarget(name: "CatalogueGenerator", dependencies: ["LogtoCatalogue"]),
    .target(name: "TestSupport", dependencies: ["HTTPServer", "HTTPTransport", "JSON"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(
      name: "LuaRuntimeTests", dependencies: ["LuaRuntime", "CLua"],
      exclude: ["StandardFunctions/generate.lua", "StandardFunctions/compare.lua"]),
    .testTarget(name: "LogtoCatalogueTests", dependencies: ["LogtoCatalogue"]),
    .testTarget(name: "HTTPTransportTests", dependencies: ["HTTPTransport", "TestSupport"]),
    .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer", "TestSupport"]),
    // CLuaGuard for what ThreadSanitizer has to be told.
    .executableTarget(name: "ClientProbe", dependencies: ["LogtoClient", "CLuaGuard"], path: "Tests/ClientProbe"),
    .testTarget(name: "LogtoClientTests", dependencies: ["LogtoClient", "TestSupport", "ClientProbe"]),
    .target(
      name: "FailureInjection", dependencies: ["LogtoLua", "LogtoDemo", "JSON", "TestSupport"],
      path: "Tests/FailureInjection"),
    .executableTarget(name: "InjectFailures", dependencies: ["FailureInjection"], path: "Tests/InjectFailures"),
    .testTarget(
      name: "LogtoLuaTests", dependencies: ["LogtoLua", "LogtoDemo", "TestSupport", "FailureInjection"]),
    .testTarget(name: "SafetyTests", dependencies: ["LogtoLua", "TestSupport"]),
    .testTarget(name: "LogtoDemoTests", dependencies: ["LogtoDemo", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["LogtoLuaCommand", "LogtoDemo", "JSON", "TestSupport"]),
    .testTarget(name: "RecordingsTests", dependencies: ["LogtoLua", "TestSupport"], exclude: ["secret-ways.lua"]),
    .executableTarget(name: "PageCheck", dependencies: ["TestSupport", "JSON"], path: "Tests/PageCheck"),
    .testTarget(name: "AttacksTests", dependencies: ["LogtoLuaCommand", "JSON", "TestSupport"], exclude: ["attacks"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
