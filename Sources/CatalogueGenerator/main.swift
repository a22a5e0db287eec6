// Makes Sources/CEmbedded/catalogue.bin from contract/, or checks that it is what contract/ gives.
//
// Usage, from the package's root: swift run CatalogueGenerator [--check]

import LogtoCatalogue

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

let isCheck = CommandLine.arguments.contains("--check")
do {
  let made = try Contract.read(from: "contract").compile()
  let path = "Sources/CEmbedded/catalogue.bin"
  if isCheck {
    guard try File.read(path) == made else {
      throw CatalogueError("\(path) is not what contract/ gives; run 'swift run CatalogueGenerator'")
    }
    print("\(path): up to date, \(made.count) bytes")
  } else {
    try File.write(made, to: path)
    print("\(path): \(made.count) bytes")
  }
} catch {
  let message = "catalogue-generator: \(error)\n"
  _ = message.withCString { write(2, $0, strlen($0)) }
  exit(1)
}
